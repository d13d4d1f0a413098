import { PERMISSION_SETS, type PermissionSetName } from '../access-schema';
import type { AccountIds } from '../account-ids';
import type { Mistake } from '../config-error';
import type { Loose } from '../cross-field-checks';
import { entriesOf, listOf } from './loose';

/** What takes a set's place in an account where the set itself would reach too far. */
const INSTEAD: Readonly<Record<string, string>> = { OrganizationAdmin: 'PlatformAdmin', OrganizationAuditor: 'SecurityAuditor' };
/** Accounts that hold what must survive all others. */
const ARCHIVES = ['log-archive', 'backup'];
const MANAGEMENT_SETS = [...Object.keys(INSTEAD), 'Billing'];

/** Sets in accounts where a mistake or a stolen session would have no limit: management (bound by no guardrail), production, the archive. */
export function placementMistakes(input: Loose, _ids: AccountIds): Mistake[] {
  const environments = entriesOf(input?.environments, 'environments');
  const where: Where = {
    environments: environments.map(({ name }) => name),
    production: environments.filter(({ value }) => value?.profile === 'production').map(({ name }) => name),
    acknowledged: listOf(input?.access?.acknowledgeAdministratorIn),
  };
  const assignments = listOf(input?.access?.assignments);
  return [
    ...assignments.flatMap((assignment: Loose, index) =>
      listOf(assignment?.accounts).flatMap((account, position) => {
        const message = wrongPlace(assignment?.permissionSet, account, where);
        return message ? [{ path: `access.assignments.${index}.accounts.${position}`, message, value: account }] : [];
      }),
    ),
    ...idleAcknowledgements(assignments, where),
  ];
}

interface Where {
  readonly environments: readonly string[];
  readonly production: readonly string[];
  readonly acknowledged: readonly unknown[];
}

function wrongPlace(set: string, account: string, { environments, production, acknowledged }: Where): string | undefined {
  const known = ['management', 'security', 'network', ...ARCHIVES].includes(account) || environments.includes(account);
  if (!known || !PERMISSION_SETS.includes(set as PermissionSetName)) return undefined; // reported already
  if (account === 'management' && !MANAGEMENT_SETS.includes(set))
    return `gives ${set} in the management account, which no guardrail binds; assign OrganizationAdmin, OrganizationAuditor or Billing there`;
  if (account !== 'management' && set in INSTEAD) return `gives ${set} outside the management account; assign ${INSTEAD[set]} there`;
  if (set.startsWith('Developer') && !environments.includes(account))
    return `gives ${set} in an account that runs no workloads; assign it in environments only (${environments.join(', ')})`;
  if (set === 'Developer' && production.includes(account))
    return 'gives Developer in production; assign DeveloperReadOnly there, changes come through the pipeline';
  if (set === 'PlatformAdmin' && (ARCHIVES.includes(account) || production.includes(account)) && !acknowledged.includes(account))
    return `gives people AdministratorAccess in ${account === 'log-archive' ? 'the log archive' : account === 'backup' ? 'the account of copies' : 'production'}; take it away (emergencies have break-glass), or list the account in access.acknowledgeAdministratorIn`;
  return undefined;
}

/** An acknowledgement that nothing needs would let the next assignment through without a word. */
function idleAcknowledgements(assignments: readonly Loose[], { production, acknowledged }: Where): Mistake[] {
  const used = assignments.filter((assignment) => assignment?.permissionSet === 'PlatformAdmin').flatMap((assignment) => listOf(assignment?.accounts));
  const allowed: readonly unknown[] = ['log-archive', ...(used.includes('backup') ? ['backup'] : []), ...production];
  return acknowledged.flatMap((name, index) => {
    const path = `access.acknowledgeAdministratorIn.${index}`;
    if (!allowed.includes(name))
      return [{ path, message: `must be log-archive or an environment of profile production (${allowed.join(', ')}); remove it`, value: name }];
    return used.includes(name) ? [] : [{ path, message: 'acknowledges nothing: no assignment gives PlatformAdmin there; remove it', value: name }];
  });
}
