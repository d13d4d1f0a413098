import { ListGroupsCommand } from '@aws-sdk/client-identitystore';
import { DescribePermissionSetCommand, ListPermissionSetsCommand } from '@aws-sdk/client-sso-admin';
import { type Context, ORGANIZATION_EXISTING, type Probe, pages } from '../check';

/** Name of every permission set -> its ARN. The list knows ARNs only. */
const permissionSets = ({ aws, blueprint, once }: Context) =>
  once('permission sets', async () => {
    const { instanceArn: InstanceArn, region } = blueprint.identityCenter;
    const arns = await pages(
      (NextToken) => aws.ssoAdmin(region).send(new ListPermissionSetsCommand({ InstanceArn, ...(NextToken ? { NextToken } : {}) })),
      (answer) => answer.PermissionSets,
      (answer) => answer.NextToken,
    );
    const found = new Map<string, string>();
    // One after the other: the API throttles at a few calls a second.
    for (const PermissionSetArn of arns) {
      const { PermissionSet } = await aws.ssoAdmin(region).send(new DescribePermissionSetCommand({ InstanceArn, PermissionSetArn }));
      found.set(PermissionSet?.Name as string, PermissionSetArn);
    }
    return found;
  });

const groups = ({ aws, blueprint, once }: Context) =>
  once('groups', () => {
    const { identityStoreId: IdentityStoreId, region } = blueprint.identityCenter;
    return pages(
      (NextToken) => aws.identityStore(region).send(new ListGroupsCommand({ IdentityStoreId, ...(NextToken ? { NextToken } : {}) })),
      (answer) => answer.Groups,
      (answer) => answer.NextToken,
    );
  });

/** Names that Identity Center takes once. */
export const IDENTITY_CENTER_PROBES: readonly Probe[] = [
  {
    type: 'aws_ssoadmin_permission_set',
    otherwise: 'fails with ConflictException',
    field: ({ attributes }) => ({ path: [...ORGANIZATION_EXISTING, 'permissionSets', attributes.name] }),
    look: async ({ attributes: { name } }, context) => {
      const arn = (await permissionSets(context)).get(name);
      return arn
        ? {
            what: `permission set ${name} (its assignments and further policies stay)`,
            importId: `${arn},${context.blueprint.identityCenter.instanceArn}`,
            value: arn,
          }
        : undefined;
    },
  },
  {
    type: 'aws_identitystore_group',
    otherwise: 'fails with ConflictException',
    field: ({ attributes }) => ({ path: [...ORGANIZATION_EXISTING, 'groups', attributes.display_name] }),
    look: async ({ attributes: { display_name: name } }, context) => {
      const group = (await groups(context)).find(({ DisplayName }) => DisplayName === name);
      if (!group?.GroupId) return undefined;
      return {
        what: `group ${name}${(group.ExternalIds ?? []).length > 0 ? ', which your identity provider writes (its description cannot be changed here)' : ''}`,
        importId: `${context.blueprint.identityCenter.identityStoreId}/${group.GroupId}`,
        value: group.GroupId,
      };
    },
  },
];
