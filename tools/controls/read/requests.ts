import { type Call, evaluateCall, principalNamed } from '../../can/corpus';
import type { Layer } from '../../can/decide';
import type { Violation } from '../check';
import type { Estate, Scope } from '../estate';

const ORGANIZATION: readonly Layer[] = ['scp', 'rcp'];

/**
 * Requests that the organization's policies must deny in each account of a scope, evaluated as AWS would.
 * @param as `admin` is an administrator whom no stack makes; see principalNamed
 * @param calls `{account}` stands for the account's id
 */
export async function stopped(estate: Estate, scope: Scope, as: string, calls: readonly Call[]): Promise<Violation[]> {
  estate.of('aws_organizations_policy', 'aws_organizations_policy_attachment');
  const found: Violation[] = [];
  for (const { name, id } of estate.accounts(scope)) {
    for (const call of calls) {
      const bound = JSON.parse(JSON.stringify(call).replaceAll('{account}', id)) as Call;
      const { allowed } = await evaluateCall(estate.synthesized, principalNamed(estate.synthesized, as, name), bound, ORGANIZATION, true);
      if (allowed) found.push({ account: name, at: `${name}, ${as}`, what: `no policy of the organization stops ${call.action}` });
    }
  }
  return found;
}
