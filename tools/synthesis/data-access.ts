import { conditionWords } from './condition-words';
import { principalWords } from './guardrail-texts';
import type { FoundPolicy } from './policy-documents';
import type { Synthesis, TerraformJson } from './synthesize';

/** What people do with keys -> an action that tells. */
export const KEY_VERBS = {
  administer: 'kms:PutKeyPolicy',
  encrypt: 'kms:GenerateDataKey',
  decrypt: 'kms:Decrypt',
  'pass to AWS resources (grant)': 'kms:CreateGrant',
  delete: 'kms:ScheduleKeyDeletion',
} as const;
export type KeyVerb = keyof typeof KEY_VERBS;

/** What one key's policy says of one verb, in words. */
export interface DataAccess {
  readonly stack: string;
  /** Alias without `alias/`, and the region: `data/customer in eu-west-1`. */
  readonly key: string;
  readonly dataClass: string;
  readonly verb: KeyVerb;
  /** Whom a statement lets in, each with its conditions. */
  readonly allowed: readonly string[];
  /** Who is denied whatever else allows it. */
  readonly denied: readonly string[];
}

/** Every key of the output with who may administer, use and delete it, as its own policy says. IAM and guardrails only narrow it. */
export function dataAccessIn(policies: readonly FoundPolicy[], documents: Synthesis['documents']): DataAccess[] {
  return policies
    .filter(({ resource, path }) => /^aws_kms_(replica_|external_)?key$/.test(resource.type) && path.endsWith('.policy'))
    .flatMap(({ resource: { stack, type, name, attributes }, statements }) => {
      const document = documents.get(stack);
      const aliases = Object.values<TerraformJson>(document.resource?.aws_kms_alias ?? {}).filter(({ target_key_id }) =>
        target_key_id.startsWith(`\${${type}.${name}.`),
      );
      const key = `${aliases.map((alias) => alias.name.replace(/^alias\//, '')).join(', ') || name} in ${attributes.region}`;
      const dataClass = attributes.tags?.DataClass ?? '-';
      return (Object.keys(KEY_VERBS) as KeyVerb[]).map((verb): DataAccess => {
        const about = statements.filter(({ Action }) => covers(Action, KEY_VERBS[verb]));
        const words = (effect: string) => inWords(about.filter(({ Effect }) => Effect === effect));
        return { stack, key, dataClass, verb, allowed: words('Allow'), denied: words('Deny') };
      });
    });
}

function covers(actions: TerraformJson, action: string): boolean {
  return [actions ?? []].flat().some((pattern: string) => new RegExp(`^${pattern.replaceAll('*', '.*')}$`, 'i').test(action));
}

const PRINCIPAL = 'aws:PrincipalArn';

/** Statements about the same people stand together. */
function inWords(statements: readonly TerraformJson[]): string[] {
  const conditions = new Map<string, string[]>();
  for (const statement of statements) {
    const who = whom(statement);
    conditions.set(who, [...(conditions.get(who) ?? []), conditionWords({ Condition: withoutKnown(statement.Condition) })]);
  }
  return [...conditions].map(([who, all]) => (all.includes('') ? who : `${who}, where ${all.join('; or where ')}`));
}

function whom({ Effect, Principal, Condition = {} }: TerraformJson): string {
  if (Principal?.Service) return [Principal.Service].flat().join(', ');
  // One person's role has two patterns, with and without the region of Identity Center.
  const named = (operator: string): string =>
    [...new Set([Condition[operator]?.[PRINCIPAL] ?? []].flat().map((one: string) => principalWords(one).replace(/^\/aws-service-role\/.*\//, '')))].join(', ');
  const but = named('ArnNotLike');
  return named('ArnLike') || `everybody${Effect === 'Deny' ? '' : ' in the account'}${but && ` but ${but}`}`;
}

/** Conditions that are told otherwise: who, and that callers are of the key's account, which is so of every key. */
function withoutKnown(condition: TerraformJson = {}): TerraformJson {
  return Object.fromEntries(
    Object.entries<TerraformJson>(condition).map(([operator, keys]) => [
      operator,
      Object.fromEntries(Object.entries(keys).filter(([key]) => key !== PRINCIPAL && key !== 'kms:CallerAccount')),
    ]),
  );
}
