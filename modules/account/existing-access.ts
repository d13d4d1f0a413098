import { IdentitystoreGroup } from '@cdktf/provider-aws/lib/identitystore-group';
import { SsoadminPermissionSet } from '@cdktf/provider-aws/lib/ssoadmin-permission-set';
import type { Blueprint } from '../../config/blueprint';
import type { BlueprintStack } from '../../lib/blueprint-stack';
import { importExisting } from '../../lib/import-existing';

/** Adopts permission sets and groups of an Identity Center that was in use: a second one of the same name is refused by AWS. */
export function importExistingAccess(stack: BlueprintStack, { organization, identityCenter }: Blueprint): void {
  const { permissionSets, groups } = organization.existing;
  const { instanceArn, identityStoreId, region } = identityCenter;
  const resources = stack.resources();
  for (const [name, arn] of Object.entries(permissionSets)) {
    const set = resources.find((resource) => resource instanceof SsoadminPermissionSet && resource.nameInput === name);
    if (!set) throw new Error(`organization.existing.permissionSets.${name}: must be a permission set that the blueprint makes, got ${arn}; remove it`);
    importExisting(set as SsoadminPermissionSet, `${arn},${instanceArn}@${region}`);
  }
  for (const [name, id] of Object.entries(groups)) {
    const group = resources.find((resource) => resource instanceof IdentitystoreGroup && resource.displayNameInput === name);
    if (!group) throw new Error(`organization.existing.groups.${name}: must be a group that the blueprint makes, got ${id}; remove it`);
    importExisting(group as IdentitystoreGroup, `${identityStoreId}/${id}@${region}`);
  }
}
