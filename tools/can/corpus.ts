import { iamRoleArn } from '../../lib/arn';
import { decide, FULL_ACCESS, type Layer, type Request } from './decide';
import { isService } from './principal-kinds';
import { developerBoundary, type Principal, permissionSet, permissionSetNames, role, roleNames } from './principals';
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
    const request: Request = { ...rest, principal, resource, oneOfSeveral: resources.length > 1 };
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
  if (isService(name)) return { arn: name, policies: [], at: id };
  if (/^arn:aws:(iam|sts)::\d{12}:/.test(name)) return byArn(synthesized, name, accountName);
  throw new Error(
    `principal: must be ${[...permissionSetNames(synthesized), ...roleNames(synthesized, accountName)].join(', ')}, root, admin, a service or an ARN, got ${name}; correct the name`,
  );
}

/** An ARN that no stack makes: of a role in the account, of a session, or of a stranger, who asks in the account. */
function byArn(synthesized: Synthesized, arn: string, accountName: string): Principal {
  const { account = '', session } = /^arn:aws:(?:iam|sts)::(?<account>\d{12}):(?:assumed-role\/(?<session>[^/]+))?/.exec(arn)?.groups ?? {};
  const home = synthesized.accountName(account);
  if (home === undefined) return { ...administrator(arn), at: synthesized.blueprint.accounts[accountName]?.id as string };
  const name = session ?? arn.replace(/^.*\//, '');
  const set = /^AWSReservedSSO_(.+)_[0-9a-f]{16}$/.exec(name)?.[1];
  const known = set ? permissionSet(synthesized, set, home) : session ? role(synthesized, session, home) : undefined;
  if (known) return known;
  return arn.includes(':user/') ? administrator(arn) : withinBoundary(synthesized, session ? iamRoleArn(account, '/', session) : arn, home);
}

export const administrator = (arn: string): Principal => ({ arn, policies: [FULL_ACCESS] });

/** A role of an application: what its own policies leave open, the boundary of what developers make closes. */
export function withinBoundary(synthesized: Synthesized, arn: string, accountName: string): Principal {
  const boundary = developerBoundary(synthesized, accountName);
  return { arn, policies: [FULL_ACCESS], ...(boundary ? { boundary } : {}) };
}
