import type { Blueprint } from '../../config/blueprint';
import { attachments } from '../../policies/attachments';
import { guardedEnvironments } from '../../policies/context-of';
import type { PolicyStatement } from '../../policies/policy-document';

/** Sid -> the attack or mistake that the guardrail stops, as its file says. */
export function guardrailTexts(blueprint: Blueprint): ReadonlyMap<string, string> {
  return new Map(
    attachments(guardedEnvironments(blueprint), { partners: true, centralNetwork: true }).flatMap(({ guardrails }) =>
      guardrails.map(({ sid, stops }): [string, string] => [sid, stops]),
    ),
  );
}

const EXEMPTING = /^(ArnNot(Like|Equals)|StringNot(Like|Equals))(IfExists)?$/;

/** Whom a statement that denies leaves alone, in words. */
export function exemptions({ Condition = {} }: PolicyStatement): string[] {
  const patterns = Object.entries(Condition)
    .filter(([operator]) => EXEMPTING.test(operator))
    .flatMap(([, keys]) => Object.entries(keys))
    .filter(([key]) => key.toLowerCase() === 'aws:principalarn')
    .flatMap(([, values]) => values);
  return [...new Set(patterns.map(principalWords))];
}

/** `arn:aws:iam::*:role/platform/apply` -> `/platform/apply`. */
export function principalWords(pattern: string): string {
  const set = /:role\/aws-reserved\/sso\.amazonaws\.com\/(?:\*\/)?AWSReservedSSO_(.+)_\*$/.exec(pattern)?.[1];
  if (set) return `permission set ${set}`;
  return pattern.replace(/^arn:aws:iam::[*\d]+:role/, '').replace(/^arn:aws:iam::[*\d]+:(?=root$)/, '');
}
