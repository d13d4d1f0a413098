import { identityCenterRolePattern } from '../lib/arn';
import type { Conditions, OneOrMore, PolicyStatement } from './policy-document';

/** What guardrails need to know of the organization. */
export interface GuardrailContext {
  /** Regions in which work is done; us-east-1 is always one of them. */
  readonly enabledRegions: readonly string[];
  /** Names of the roles that bootstrap assumes. */
  readonly bootstrapRoleNames: readonly string[];
}
/** A statement that depends on the organization. */
export type Guardrail = (context: GuardrailContext) => PolicyStatement;

/** Never locked out by a guardrail: two people with hardware MFA, alarmed on use. */
export const BREAK_GLASS = 'arn:aws:iam::*:role/platform/break-glass';
/** Deploys an account's stacks; only its bootstrap can change it. */
export const APPLY = 'arn:aws:iam::*:role/platform/apply';
/** People of the network team. Only AWS makes roles under aws-reserved, so the pattern cannot be met by a name. */
export const NETWORK_ROLES: readonly string[] = identityCenterRolePattern('NetworkAdmin');

/** A deny that exempts principals by their full path. */
export function denyBut(
  exempt: readonly string[],
  statement: { Sid: string; Action?: OneOrMore; NotAction?: OneOrMore; Resource?: OneOrMore; Condition?: Conditions },
): PolicyStatement {
  const { Sid, Action, NotAction, Resource = '*', Condition = {} } = statement;
  return {
    Sid,
    Effect: 'Deny',
    ...(Action ? { Action } : { NotAction }),
    Resource,
    Condition: { ...Condition, ArnNotLike: { ...Condition.ArnNotLike, 'aws:PrincipalArn': exempt } },
  };
}
