import { ruleFile, ruleFileNames } from '../../lib/rule-files';
import { type ImportedFile, importRules, type RuleFile } from '../../lib/suricata/import-rules';
import type { SuricataRule } from '../../lib/suricata/rule';
import { type RuleVariables, readRuleVariables } from '../../lib/suricata/rule-variables';

/** Where a fork drops rule files; every file that ends in .rules is imported. */
const FOLDER = 'suricata';
const OWN = 'starter.rules';

const VARIABLES = `${FOLDER}/variables.json`;
const variables = (): RuleVariables => readRuleVariables(`rules/${VARIABLES}`, ruleFile(VARIABLES));

const imports = new Map<string, readonly ImportedFile[]>();

/**
 * Every rule file, checked; read anew for each synthesis, checked once for the same content.
 * @throws RuleImportError with every mistake
 */
export function importedFiles(): readonly ImportedFile[] {
  const files: RuleFile[] = ruleFileNames(FOLDER, '.rules').map((path) => ({ path: `rules/${path}`, text: ruleFile(path) }));
  const { addresses, ports } = variables();
  const key = JSON.stringify([files, addresses, ports]);
  const known = imports.get(key);
  if (known) return known;
  const imported = importRules(files, {
    addresses: new Set(['HOME_NET', 'EXTERNAL_NET', ...Object.keys(addresses)]),
    ports: new Set(Object.keys(ports)),
  });
  imports.clear();
  imports.set(key, imported);
  return imported;
}

export interface FirewallRules {
  /** The project's own signatures. */
  readonly own: readonly SuricataRule[];
  /** Those of others, in the order of their files. */
  readonly imported: readonly SuricataRule[];
}

/** The rules of all files in the order in which firewalls evaluate them. */
export function firewallRules(): FirewallRules {
  const of = (own: boolean) => importedFiles().flatMap(({ path, rules }) => (path.endsWith(`/${OWN}`) === own ? rules : []));
  return { own: of(true), imported: of(false) };
}

/** Definitions of what a group's rules mention; EXTERNAL_NET is the policy's, the opposite of HOME_NET. */
export function ruleVariables(rules: readonly string[], home: readonly string[]) {
  const used = new Set(rules.flatMap((rule) => (rule.slice(0, rule.indexOf('(')).match(/\$\w+/g) ?? []).map((name) => name.slice(1))));
  const { addresses, ports } = variables();
  const defined = (all: RuleVariables['addresses']) => Object.entries(all).filter(([name]) => used.has(name));
  return {
    ipSets: [
      { key: 'HOME_NET', ipSet: { definition: [...home] } },
      ...defined(addresses).map(([key, values]) => ({
        key,
        ipSet: { definition: values.flatMap((value) => (value === '$HOME_NET' ? home : [value])) },
      })),
    ],
    ...(defined(ports).length > 0 ? { portSets: defined(ports).map(([key, values]) => ({ key, portSet: { definition: [...values] } })) } : {}),
  };
}
