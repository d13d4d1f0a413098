import type { PolicyDocument, PolicyStatement } from '../../policies/policy-document';
import type { NamedPolicy } from './synthesized';

const known = new WeakMap<PolicyDocument, Map<string, PolicyDocument>>();

/**
 * A policy without the statements that cannot match an action. The simulator weighs every condition of every statement
 * before it looks at the outcome, which is three quarters of its time; statements about other actions have no say.
 */
export function relevantTo(action: string, policy: NamedPolicy): NamedPolicy {
  const { document } = policy;
  const parts = known.get(document) ?? new Map<string, PolicyDocument>();
  known.set(document, parts);
  const asked = action.toLowerCase();
  let part = parts.get(asked);
  if (!part) {
    const kept = document.Statement.map((statement) => mayMatch(statement, asked));
    // One object for each selection, so that what is remembered of a document is remembered once.
    const selection = kept.map(Number).join('');
    part = parts.get(selection) ?? (kept.every(Boolean) ? document : { ...document, Statement: document.Statement.filter((_, index) => kept[index]) });
    parts.set(asked, part).set(selection, part);
  }
  return part === document ? policy : { name: policy.name, document: part };
}

/** Anything but Action and NotAction is left to the simulator. */
function mayMatch({ Action, NotAction }: PolicyStatement, action: string): boolean {
  if (Action !== undefined) return [Action].flat().some((pattern) => expression(pattern).test(action));
  if (NotAction !== undefined) return ![NotAction].flat().some((pattern) => expression(pattern).test(action));
  return true;
}

const expressions = new Map<string, RegExp>();
/** Actions have no case; `*` and `?` are their only wildcards (IAM JSON policy reference). */
function expression(pattern: string): RegExp {
  const found = expressions.get(pattern);
  if (found) return found;
  const literal = pattern.toLowerCase().replaceAll(/[.+^${}()|[\]\\]/g, '\\$&');
  const made = new RegExp(`^${literal.replaceAll('*', '.*').replaceAll('?', '.')}$`);
  expressions.set(pattern, made);
  return made;
}
