import { ListGroupsCommand } from '@aws-sdk/client-identitystore';
import { DescribeInstanceAccessControlAttributeConfigurationCommand, DescribePermissionSetCommand, ListPermissionSetsCommand } from '@aws-sdk/client-sso-admin';
import { type Context, type Probe, pages, unlessMissing } from '../check';

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

/** Where the configuration says what Identity Center had before. */
const EXISTING = ['access', 'existing'] as const;

/** What Identity Center has once, and names that it takes once. */
export const IDENTITY_CENTER_PROBES: readonly Probe[] = [
  {
    type: 'aws_ssoadmin_permission_set',
    otherwise: 'fails with ConflictException',
    field: ({ attributes }) => ({ path: [...EXISTING, 'permissionSets', attributes.name] }),
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
    field: ({ attributes }) => ({ path: [...EXISTING, 'groups', attributes.display_name] }),
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
  {
    type: 'aws_ssoadmin_instance_access_control_attributes',
    otherwise: 'fails with ConflictException: an instance has one configuration',
    field: () => ({ path: [...EXISTING, 'attributes'] }),
    look: async (_planned, { aws, blueprint }) => {
      const { instanceArn: InstanceArn, region } = blueprint.identityCenter;
      const answer = await unlessMissing(aws.ssoAdmin(region).send(new DescribeInstanceAccessControlAttributeConfigurationCommand({ InstanceArn })), [
        'ResourceNotFoundException',
      ]);
      if (!answer) return undefined;
      const keys = answer.InstanceAccessControlAttributeConfiguration?.AccessControlAttributes?.map(({ Key }) => Key) ?? [];
      return { what: `attributes for access control (${keys.join(', ')})`, importId: InstanceArn, value: true };
    },
  },
];
