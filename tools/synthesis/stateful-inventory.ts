import { placeholdersIn } from '../../config/placeholders';
import type { BlueprintStack } from '../../lib/blueprint-stack';
import { isUnbound } from '../../lib/retirement';
import { STATEFUL_TYPES } from '../../lib/stateful-types';
import type { TerraformJson } from './synthesize';

/** bound: AWS may have it. unbound: its account has a placeholder id. removed: leaves the state without being destroyed. */
export type Binding = 'bound' | 'unbound' | 'removed';
/** Stack id -> address -> binding. rendered/stateful.json holds it. */
export type StatefulInventory = Readonly<Record<string, Readonly<Record<string, Binding>>>>;

/** Every stateful address of every stack. */
export function inventoryOf(stacks: readonly BlueprintStack[], documents: ReadonlyMap<string, TerraformJson>): StatefulInventory {
  return Object.fromEntries(stacks.map((stack) => [stack.node.id, addressesOf(stack, documents.get(stack.node.id))]));
}

function addressesOf(stack: BlueprintStack, document: TerraformJson): Record<string, Binding> {
  const everythingUnbound = placeholdersIn(stack.account.id).length > 0;
  const unbound = new Set(
    stack
      .resources()
      .filter(isUnbound)
      .map((resource) => `${resource.terraformResourceType}.${resource.friendlyUniqueId}`),
  );
  const addresses: Record<string, Binding> = {};
  for (const [type, resources] of Object.entries<Record<string, unknown>>(document.resource ?? {})) {
    if (!STATEFUL_TYPES.has(type)) continue;
    for (const name of Object.keys(resources)) {
      const address = `${type}.${name}`;
      addresses[address] = everythingUnbound || unbound.has(address) ? 'unbound' : 'bound';
    }
  }
  const forgotten = (document.removed ?? []).filter(({ from }: { from: string }) => STATEFUL_TYPES.has(from.slice(0, from.indexOf('.'))));
  for (const { from } of forgotten) addresses[from] = everythingUnbound || unbound.has(from) ? 'unbound' : 'removed';
  return addresses;
}

/** A stateful address that the new output does not know any more. */
export interface Loss {
  readonly stack: string;
  readonly address: string;
  /** The stack itself stays: something in the configuration was switched off or lowered. */
  readonly stackStays: boolean;
}

/**
 * What Terraform would destroy because its block disappeared: prevent_destroy does not stop that (measured).
 * @param accepted addresses that may go: `STACK/ADDRESS` or `ADDRESS`
 */
export function lossesBetween(
  before: StatefulInventory,
  after: StatefulInventory,
  documents: ReadonlyMap<string, TerraformJson>,
  accepted: readonly string[],
): Loss[] {
  return Object.entries(before).flatMap(([stack, addresses]) => {
    const moved = new Set<string>((documents.get(stack)?.moved ?? []).map(({ from }: { from: string }) => from));
    return Object.entries(addresses)
      .filter(([address, binding]) => binding !== 'unbound' && !after[stack]?.[address] && !moved.has(address))
      .filter(([address]) => !accepted.includes(address) && !accepted.includes(`${stack}/${address}`))
      .map(([address]) => ({ stack, address, stackStays: after[stack] !== undefined }));
  });
}

/** The error of lost addresses, with the remedy for each kind. */
export function lossMessage(losses: readonly Loss[]): string {
  return [
    `rendered/stateful.json: ${losses.length} stateful ${losses.length === 1 ? 'address' : 'addresses'} would be destroyed because the configuration no longer has them; nothing was written`,
    ...losses.map(
      ({ stack, address, stackStays }) =>
        `  ${stack}/${address}: left the configuration; ${remedy(stack, address, stackStays)}, or pass --accept-loss ${stack}/${address} if it is to be lost`,
    ),
  ].join('\n');
}

function remedy(stack: string, address: string, stackStays: boolean): string {
  if (address.startsWith('aws_organizations_account.')) {
    return `keep environments.${address.replace('aws_organizations_account.account_', '')} and set its status to 'retired'`;
  }
  if (address.startsWith('aws_kms_key.key_'))
    return "keep the region under dataClasses.*.additionalRegions as { region, status: 'retired' }, or the environment with status 'retired'";
  if (address.startsWith('aws_identitystore_group.')) return 'add the group to access.groups.retired (docs/runbooks/scim-groups.md)';
  if (address.startsWith('aws_organizations_organizational_unit.'))
    return "keep the environment with status 'retired'; its unit goes with --accept-loss when it is empty";
  if (stackStays) return 'take back what removes it, such as a lower step of `detection` or an option that was switched off, or move the resource with moveTo';
  return `keep environments.${stack.replace(/-state$/, '')} and set its status to 'retired', or move the resource with moveTo`;
}
