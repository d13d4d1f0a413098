import {
  createValidatedPolicy,
  validateEndpointPolicy,
  validateIdentityPolicy,
  validateResourceControlPolicy,
  validateResourcePolicy,
  validateServiceControlPolicy,
} from '@cloud-copilot/iam-policy';
import type { PolicyDocument } from '../../policies/policy-document';
import { unknownOperators } from '../../policies/validate';
import { relevantTo } from './relevant-statements';
import type { NamedPolicy } from './synthesized';

const VALIDATORS = {
  identity: validateIdentityPolicy,
  serviceControl: validateServiceControlPolicy,
  resourceControl: validateResourceControlPolicy,
  resource: validateResourcePolicy,
  endpoint: validateEndpointPolicy,
};
export type PolicyKind = keyof typeof VALIDATORS;

const checked = new WeakMap<PolicyDocument, Set<PolicyKind>>();
const prepared = new WeakMap<PolicyDocument, unknown>();

/**
 * A policy for the simulator, cut down to what has a say on an action. The whole document is validated, once: validation
 * takes longer than an evaluation.
 * @throws Error for what AWS would refuse, and for an unknown operator, which never matches: a Deny with one denies nothing
 */
export function valid(policy: NamedPolicy, kind: PolicyKind, action: string): unknown {
  const kinds = checked.get(policy.document) ?? new Set();
  checked.set(policy.document, kinds);
  if (!kinds.has(kind)) {
    check(policy, kind);
    kinds.add(kind);
  }
  const { document } = relevantTo(action, policy);
  const known = prepared.get(document) ?? createValidatedPolicy(document, () => []);
  prepared.set(document, known);
  return known;
}

function check({ name, document }: NamedPolicy, kind: PolicyKind): void {
  const wrong = document.Statement.flatMap(unknownOperators);
  if (wrong.length > 0) throw new Error(`${name}: has condition operators that IAM does not know, got ${wrong.join(', ')}; correct them`);
  const errors = VALIDATORS[kind](document as never);
  if (errors.length > 0)
    throw new Error(`${name}: is no policy that AWS would take, got ${errors.map(({ path, message }) => `${path}: ${message}`).join(', ')}; correct it`);
}
