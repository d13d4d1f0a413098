import { DataAwsIdentitystoreGroup } from '@cdktf/provider-aws/lib/data-aws-identitystore-group';
import { IdentitystoreGroup } from '@cdktf/provider-aws/lib/identitystore-group';
import type { Construct } from 'constructs';
import type { Blueprint } from '../../config/blueprint';
import { identifierOf } from '../../lib/addressing';
import { importExisting } from '../../lib/import-existing';
import { retire } from '../../lib/retirement';

/**
 * Groups of people, made here or, where an identity provider makes them, looked up: never both, or a group made by hand
 * would hold rights that nobody sees in the provider. (Constructs lie directly below the scope: their addresses are a contract.)
 * @returns display name -> group id
 */
export function identityCenterGroups(
  scope: Construct,
  { region, identityStoreId }: Blueprint['identityCenter'],
  { groups: { source, names, retired }, existing }: Blueprint['access'],
): ReadonlyMap<string, string> {
  const made = (name: string, description?: string) => {
    const group = new IdentitystoreGroup(scope, `group-${identifierOf(name)}`, {
      region,
      identityStoreId,
      displayName: name,
      ...(description ? { description } : {}),
    });
    const id = existing.groups[name];
    if (id) importExisting(group, `${identityStoreId}/${id}@${region}`);
    return group;
  };
  const found = (name: string) =>
    new DataAwsIdentitystoreGroup(scope, `scim-group-${identifierOf(name)}`, {
      region,
      identityStoreId,
      alternateIdentifier: { uniqueAttribute: { attributePath: 'DisplayName', attributeValue: name } },
    });
  // A group that disappears takes its members and assignments with it: retired ones leave the state undestroyed.
  for (const name of retired) retire(made(name));
  return new Map(Object.entries(names).map(([name, description]) => [name, source === 'scim' ? found(name).groupId : made(name, description).groupId]));
}
