import { decide, FULL_ACCESS, type Layer, type Request } from './decide';
import { developerBoundary, type Principal, permissionSet, role } from './principals';
import type { Outcome } from './simulator';
import type { Synthesized } from './synthesized';

/** One call of an attack or of everyday work; each of its resources is authorized by itself, as AWS does. */
export interface Call {
  readonly action: string;
  /** ARNs; `*` by default. */
  readonly resources?: readonly string[];
  readonly region?: string;
  readonly context?: Readonly<Record<string, string | readonly string[]>>;
  readonly resourceAccount?: string;
  readonly throughEndpoint?: string;
}

export interface CallResult {
  readonly allowed: boolean;
  /** Sids that denied it; empty for an implicit denial. */
  readonly by: readonly string[];
}

/** Evaluates a call: denied when any of its resources is. */
export async function evaluateCall(
  synthesized: Synthesized,
  principal: Principal,
  call: Call,
  layers: readonly Layer[],
  anyResource = false,
): Promise<CallResult> {
  const { resources = ['*'], ...rest } = call;
  const outcomes: Outcome[] = [];
  for (const resource of resources) {
    const request: Request = { ...rest, principal, resource };
    outcomes.push(await decide(synthesized, request, layers, anyResource));
  }
  return {
    allowed: outcomes.every(({ result }) => result === 'Allowed'),
    by: [
      ...new Set(
        outcomes.flatMap(({ result, denials }) =>
          result === 'Allowed' ? [] : denials.flatMap((denial) => ('statementId' in denial && denial.statementId) || []),
        ),
      ),
    ],
  };
}

/** Calls that are allowed one after the other: an attack works only when every call does. */
export async function evaluateCalls(
  synthesized: Synthesized,
  principal: Principal,
  calls: readonly Call[],
  layers: readonly Layer[],
  anyResource = false,
): Promise<CallResult> {
  for (const call of calls) {
    const result = await evaluateCall(synthesized, principal, call, layers, anyResource);
    if (!result.allowed) return result;
  }
  return { allowed: true, by: [] };
}

/**
 * Whoever a request names: a permission set, a role of the stacks, `root`, `admin` (an administrator whom no stack makes), or
 * the ARN of a role outside /platform/, which is taken to have every right that the developers' boundary leaves it.
 * @throws Error when there is no such principal
 */
export function principalNamed(synthesized: Synthesized, name: string, accountName: string): Principal {
  const { id } = synthesized.blueprint.accounts[accountName] ?? {};
  if (!id) throw new Error(`account: must be one of ${Object.keys(synthesized.blueprint.accounts).join(', ')}, got ${accountName}; correct the name`);
  if (name === 'root') return { arn: `arn:aws:iam::${id}:root`, policies: [] };
  if (name === 'admin') return administrator(`arn:aws:iam::${id}:role/Admin`);
  const known = permissionSet(synthesized, name, accountName) ?? role(synthesized, name.replace(/^arn:aws:iam::\d{12}:role/, ''), accountName);
  if (known) return known;
  if (/^[a-z0-9.-]+\.amazonaws\.com$/.test(name)) return { arn: name, policies: [], at: id };
  if (/^arn:aws:(iam|sts)::\d{12}:/.test(name)) return withinBoundary(synthesized, name, accountName);
  throw new Error(`principal: must be a permission set, a role of ${accountName}, root, admin, a service or an ARN, got ${name}; correct the name`);
}

export const administrator = (arn: string): Principal => ({ arn, policies: [FULL_ACCESS] });

/** A role of an application: what its own policies leave open, the boundary of what developers make closes. */
export function withinBoundary(synthesized: Synthesized, arn: string, accountName: string): Principal {
  const boundary = developerBoundary(synthesized, accountName);
  return { arn, policies: [FULL_ACCESS], ...(boundary ? { boundary } : {}) };
}
