import { conditionValues, type Entry } from './statement-conditions';
import type { TerraformJson } from './synthesize';

/** Operator, without set prefix and IfExists -> what it says about a key. */
const WORDS: readonly (readonly [RegExp, string])[] = [
  [/^(String|Arn|Numeric|Date|Binary)Equals$/, 'is'],
  [/^StringEqualsIgnoreCase$/, 'is, in any case,'],
  [/^(String|Arn|Numeric|Date)NotEquals(IgnoreCase)?$/, 'is not'],
  [/^(String|Arn)Like$/, 'is like'],
  [/^(String|Arn)NotLike$/, 'is not like'],
  [/^(Numeric|Date)LessThan$/, 'is below'],
  [/^(Numeric|Date)LessThanEquals$/, 'is at most'],
  [/^(Numeric|Date)GreaterThan$/, 'is above'],
  [/^(Numeric|Date)GreaterThanEquals$/, 'is at least'],
  [/^Bool$/, 'is'],
  [/^IpAddress$/, 'is within'],
  [/^NotIpAddress$/, 'is not within'],
];

/** The conditions of a statement for people who do not read policies: `aws:SourceAccount is 111111111111`. */
export function conditionWords(statement: TerraformJson): string {
  return conditionValues(statement).map(words).sort().join('; and ');
}

function words({ operator, name, values }: Entry): string {
  const [, set, plain = '', ifExists] = /^(ForAnyValue:|ForAllValues:)?(\w+?)(IfExists)?$/.exec(operator) ?? [];
  if (plain === 'Null') return `${name} is ${values.includes('true') ? 'absent' : 'present'}`;
  const verb = WORDS.find(([pattern]) => pattern.test(plain))?.[1] ?? plain;
  const subject = `${set === 'ForAnyValue:' ? 'any of ' : set === 'ForAllValues:' ? 'each of ' : ''}${name}`;
  // Without the key, both pass: the reader must know.
  return `${subject} ${verb} ${listed(values)}${ifExists || set === 'ForAllValues:' ? ' (or absent)' : ''}`;
}

/** Fifteen services of one region share their ending; nothing is left out. */
function listed(values: readonly string[]): string {
  const ending = /\.[a-z0-9-]+\.amazonaws\.com$/.exec(values[0] ?? '')?.[0];
  if (ending === undefined || values.length < 3 || !values.every((value) => value.endsWith(ending))) return values.join(' or ');
  return `one of ${values.map((value) => value.slice(0, -ending.length)).join(', ')} (${ending.slice(1)})`;
}
