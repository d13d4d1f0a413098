import type { AccountStatus } from '../../config/blueprint';
import { STATEFUL_TYPES } from '../../lib/stateful-types';

/** What `terraform show -json` says of one resource (Terraform JSON output format). */
export interface ResourceChange {
  readonly address: string;
  readonly type: string;
  /** Address before a move. */
  readonly previous_address?: string;
  readonly change: {
    readonly actions: readonly string[];
    readonly before?: unknown;
    readonly after?: unknown;
    readonly before_sensitive?: unknown;
    readonly after_sensitive?: unknown;
    readonly after_unknown?: unknown;
    readonly importing?: unknown;
    /** Paths that force a replacement. */
    readonly replace_paths?: readonly (readonly (string | number)[])[];
  };
}
export interface TerraformPlan {
  readonly resource_changes?: readonly ResourceChange[];
}

/** Lists that AWS takes as a whole: what is missing is switched off. */
const AUTHORITATIVE = ['aws_service_access_principals', 'enabled_policy_types'];

/**
 * Why a plan must not be applied; empty when it may be. There is no override.
 * @returns lines `address: reason; what to do`
 */
export function refusals(stack: string, status: AccountStatus, plan: TerraformPlan): string[] {
  return (plan.resource_changes ?? []).flatMap((resource) => {
    const { actions } = resource.change;
    if (actions.includes('delete')) return deletion(stack, status, resource);
    return resource.type === 'aws_organizations_organization' && actions.includes('update') ? switchedOff(resource) : [];
  });
}

function deletion(stack: string, status: AccountStatus, { address, type, change }: ResourceChange): string[] {
  const what = change.actions.includes('create') ? 'replaced' : 'destroyed';
  if (STATEFUL_TYPES.has(type)) {
    return [
      `${address}: is stateful and would be ${what}; set status to 'retired' to let it leave the state, or take back the change that causes it (docs/upgrading.md)`,
    ];
  }
  if (status === 'retired') {
    return [
      `${address}: would be ${what} while the account is retired; empty the stack first: set status back to 'active' and run \`npm run apply -- ${stack} --empty\``,
    ];
  }
  return [];
}

function switchedOff({ address, change }: ResourceChange): string[] {
  const list = (state: unknown, name: string) => (state as Record<string, string[]> | null | undefined)?.[name] ?? [];
  return AUTHORITATIVE.flatMap((name) =>
    list(change.before, name)
      .filter((entry) => !list(change.after, name).includes(entry))
      .map(
        (entry) =>
          `${address}: ${name} would lose ${entry}, which is switched on; add it to organization.existing.${name === 'enabled_policy_types' ? 'policyTypes' : 'trustedAccess'}`,
      ),
  );
}

/** Whether applying would do anything. Outputs count: `npm run accounts -- pull` reads them. */
export function hasChanges(plan: TerraformPlan & { readonly output_changes?: Record<string, { readonly actions: readonly string[] }> }): boolean {
  const busy = (actions: readonly string[]) => actions.some((action) => action !== 'no-op' && action !== 'read');
  return (
    (plan.resource_changes ?? []).some(({ change }) => busy(change.actions) || (change.importing ?? null) !== null) ||
    Object.values(plan.output_changes ?? {}).some(({ actions }) => busy(actions))
  );
}
