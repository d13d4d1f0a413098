import { iamRoleArn } from '../../lib/arn';
import { decide, FULL_ACCESS, type Layer } from '../../tools/can/decide';
import { type Principal, permissionSet, role } from '../../tools/can/principals';
import { lookInRegions, removeFromRegions } from '../../tools/default-vpcs/regions';
import { defaultNetwork, FakeEc2 } from '../support/fake-ec2';
import { exampleOrganization } from '../support/organization';

const organization = exampleOrganization();
const { id } = organization.blueprint.accounts.prod as { id: string };
const bootstrapRole: Principal = { arn: iamRoleArn(id, '/', 'OrganizationAccountAccessRole'), policies: [FULL_ACCESS] };
const found = (principal: Principal | undefined): Principal => {
  if (!principal) throw new Error('there is no such principal');
  return principal;
};

/** Everything that a whole removal sends. */
const operations = async (): Promise<string[]> => {
  const ec2 = new FakeEc2(defaultNetwork());
  await removeFromRegions(await lookInRegions(['r'], () => ec2.client), () => ec2.client);
  return [...new Set(ec2.sent)].sort();
};
/** Which of them the guardrails, and the principal's own policies, refuse. */
const refused = async (principal: Principal, region: string, layers: readonly Layer[] = ['scp', 'identity']): Promise<string[]> => {
  const list: string[] = [];
  for (const operation of await operations()) {
    // Any resource, untagged: a default VPC carries no tag of the blueprint's network.
    const { result } = await decide(organization, { principal, action: `ec2:${operation}`, region }, layers, true);
    if (result !== 'Allowed') list.push(operation);
  }
  return list;
};

it.each([
  ['NetworkAdmin', found(permissionSet(organization, 'NetworkAdmin', 'prod'))],
  ['break-glass of the account', found(role(organization, '/platform/break-glass', 'prod'))],
])('%s removes default VPCs of an active account', async (_name, principal) => {
  expect(await refused(principal, 'eu-west-1')).toEqual([]);
});

it('the bootstrap role does, but for security groups that people made where developers do not work by hand', async () => {
  for (const operation of await refused(bootstrapRole, 'eu-west-1')) expect(operation).toMatch(/^(Delete|Revoke)SecurityGroup/);
});

it('break-glass of the account does in regions that are closed to others', async () => {
  expect(await refused(found(role(organization, '/platform/break-glass', 'prod')), 'ap-southeast-2')).toEqual([]);
});

it('nobody makes one again, the network role included', async () => {
  for (const principal of [bootstrapRole, found(permissionSet(organization, 'NetworkAdmin', 'prod')), found(role(organization, '/platform/apply', 'prod'))])
    for (const action of ['ec2:CreateDefaultVpc', 'ec2:CreateDefaultSubnet'])
      expect([principal.arn, action, (await decide(organization, { principal, action })).result]).toEqual([principal.arn, action, 'ExplicitlyDenied']);
});
