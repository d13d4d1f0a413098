import { ruleFile } from './rule-files';

/** A managed rule of AWS Config, as its page says. */
export interface ManagedConfigRule {
  /** Evaluated when something changes, once a day, or both. */
  readonly trigger: 'change' | 'periodic' | 'both';
  readonly required: readonly string[];
  readonly optional: readonly string[];
  readonly offeredIn: (region: string) => boolean;
}

export const MANAGED_CONFIG_RULES = 'conformance/managed-rules.csv';
let known: ReadonlyMap<string, ManagedConfigRule> | undefined;

/** Identifier -> rule. AWS Config refuses a pack with a rule that it does not know, or does not have in the region, and with it the apply. */
export function managedConfigRules(): ReadonlyMap<string, ManagedConfigRule> {
  known ??= readManagedConfigRules(ruleFile(MANAGED_CONFIG_RULES));
  return known;
}

const words = (text: string | undefined): string[] => (text ?? '').split(' ').filter(Boolean);

/** @throws Error for a line that cannot be read */
export function readManagedConfigRules(text: string): ReadonlyMap<string, ManagedConfigRule> {
  const [, ...rows] = text.split('\n').filter((line) => line !== '' && !line.startsWith('#')); // the first names the columns
  return new Map(
    rows.map((line): [string, ManagedConfigRule] => {
      const [identifier = '', trigger = '', required, optional, regions] = line.split(',');
      if (!/^[A-Z0-9_]+$/.test(identifier) || !isTrigger(trigger))
        throw new Error(`rules/${MANAGED_CONFIG_RULES}: a line must be identifier,trigger,required,optional,regions, got ${line}; correct it`);
      const [first, ...rest] = words(regions);
      const listed = first === 'only' ? rest : words(regions);
      return [
        identifier,
        { trigger, required: words(required), optional: words(optional), offeredIn: (region) => listed.includes(region) === (first === 'only') },
      ];
    }),
  );
}

const isTrigger = (text: string): text is ManagedConfigRule['trigger'] => ['change', 'periodic', 'both'].includes(text);
