import { basename } from 'node:path';
import type { Mistake } from '../config/config-error';
import { CONFORMANCE_VALUES, type ConformancePackFile, type ConformanceRule, conformancePackFile } from '../config/conformance-pack-schema';
import { schemaMistakes } from '../config/schema-mistakes';
import { MANAGED_CONFIG_RULES, managedConfigRules } from './managed-config-rules';
import { ruleFile, ruleFileNames } from './rule-files';

/** Quotas of AWS Config (developer guide, "Service Limits"; both from memory): rules of a pack, and packs of an account and region. */
export const RULES_PER_PACK = 130;
export const PACKS_PER_ACCOUNT = 50;
/** Data classes; a rule for each counts as many. */
const CLASSES = 4;

/** A file of rules/conformance. */
export interface ConformancePack extends ConformancePackFile {
  /** Name of its file without `.json`. */
  readonly name: string;
}

export interface ConformancePacks {
  readonly packs: readonly ConformancePack[];
  readonly mistakes: readonly Mistake[];
}

const texts = (): Map<string, string> => new Map(ruleFileNames('conformance', '.json').map((path) => [`rules/${path}`, ruleFile(path)]));
const known = new Map<string, ConformancePacks>();

/** Reads pack files: what can be read, and everything that is wrong; read anew each time, checked once for the same content. */
export function readConformancePacks(files: ReadonlyMap<string, string> = texts()): ConformancePacks {
  const content = JSON.stringify([...files]);
  const before = known.get(content);
  if (before) return before;
  const packs: ConformancePack[] = [];
  const mistakes: Mistake[] = [];
  for (const [file, text] of files) {
    const read = readFile(file, text);
    if (Array.isArray(read)) mistakes.push(...read);
    else packs.push(read);
  }
  const result = { packs, mistakes: [...mistakes, ...packs.flatMap((pack, index) => packMistakes(pack, packs.slice(0, index)))] };
  known.clear();
  known.set(content, result);
  return result;
}

function readFile(file: string, text: string): ConformancePack | Mistake[] {
  const name = basename(file, '.json');
  if (!/^[a-z][a-z0-9-]{0,39}$/.test(name))
    return [{ path: file, message: 'must have a name of at most 40 lower-case letters, digits or -, which begins with a letter; rename it' }];
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch (error) {
    return [{ path: file, message: `is not JSON (${(error as Error).message}); correct it` }];
  }
  const parsed = conformancePackFile.safeParse(document);
  if (parsed.success) return { name, ...parsed.data };
  return schemaMistakes(parsed.error.issues, document, conformancePackFile).map((mistake) => ({ ...mistake, path: `${file}: ${mistake.path}` }));
}

function packMistakes(pack: ConformancePack, before: readonly ConformancePack[]): Mistake[] {
  const file = `rules/conformance/${pack.name}.json`;
  const count = pack.rules.reduce((sum, { eachDataClass }) => sum + (eachDataClass ? CLASSES : 1), 0);
  const earlier = before.flatMap(({ rules }) => rules.map(({ name }) => name));
  return [
    ...(count > RULES_PER_PACK
      ? [{ path: `${file}: rules`, message: `must make at most ${RULES_PER_PACK} rules (quota of a conformance pack); split the file`, value: count }]
      : []),
    ...pack.rules.flatMap((rule, index) => {
      const path = `${file}: rules.${index}`;
      const names = [...earlier, ...pack.rules.slice(0, index).map(({ name }) => name)];
      return [
        ...(names.includes(rule.name) ? [{ path: `${path}.name`, message: 'is the name of another rule, too; every rule has its own', value: rule.name }] : []),
        ...ruleMistakes(rule, path),
      ];
    }),
  ];
}

function ruleMistakes({ identifier, parameters, eachDataClass }: ConformanceRule, path: string): Mistake[] {
  const managed = managedConfigRules().get(identifier);
  if (!managed)
    return [
      {
        path: `${path}.identifier`,
        message: `is no managed rule of AWS Config that is known here; correct it, or add a new one to rules/${MANAGED_CONFIG_RULES}`,
        value: identifier,
      },
    ];
  const takes = [...managed.required, ...managed.optional];
  const given = [...Object.keys(parameters), ...(eachDataClass ? ['resourceTags'] : [])];
  return [
    ...managed.required
      .filter((name) => !given.includes(name))
      .map((name) => ({ path: `${path}.parameters.${name}`, message: `is required by ${identifier}; add it` })),
    ...Object.entries(parameters)
      .filter(([name]) => !takes.includes(name))
      .map(([name, value]) => ({
        path: `${path}.parameters.${name}`,
        message: `is no parameter of ${identifier} (${takes.join(', ') || 'it has none'}); correct the name or remove it`,
        value,
      })),
    ...Object.entries(parameters)
      .filter(([, value]) => /[{}]/.test(value) && !value.startsWith('{"') && !CONFORMANCE_VALUES.some((one) => one === value))
      .map(([name, value]) => ({
        path: `${path}.parameters.${name}`,
        message: `must be a text, JSON, or one of ${CONFORMANCE_VALUES.join(', ')}; correct it`,
        value,
      })),
    ...(eachDataClass && (!takes.includes('resourceTags') || 'resourceTags' in parameters)
      ? [{ path: `${path}.eachDataClass`, message: `needs a managed rule that takes resourceTags, which the blueprint fills in; remove one`, value: true }]
      : []),
  ];
}
