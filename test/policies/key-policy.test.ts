import { administrator } from '../../tools/can/corpus';
import { decide } from '../../tools/can/decide';
import { exampleOrganization } from '../support/organization';

const organization = exampleOrganization();
const account = '444444444444';
const customer = `arn:aws:kms:eu-west-1:${account}:alias/data/customer`;
const state = `arn:aws:kms:eu-west-1:${account}:alias/platform/state`;
const role = (path: string) => `arn:aws:iam::${account}:role/${path}`;
const people = (set: string) => role(`aws-reserved/sso.amazonaws.com/eu-west-1/AWSReservedSSO_${set}_0123456789abcdef`);
const through = (service: string) => ({ 'kms:ViaService': `${service}.eu-west-1.amazonaws.com`, 'kms:CallerAccount': account });
// Every principal is an administrator by IAM: what is denied is denied by the key alone.
it.each([
  ['the apply role names a key', customer, role('platform/apply'), 'kms:CreateAlias', {}, 'allowed'],
  ['the apply role sets a key policy', customer, role('platform/apply'), 'kms:PutKeyPolicy', {}, 'allowed'],
  ['the apply role decrypts', customer, role('platform/apply'), 'kms:Decrypt', {}, 'denied'],
  ['the apply role grants itself use', customer, role('platform/apply'), 'kms:CreateGrant', {}, 'denied'],
  ['the apply role schedules deletion', customer, role('platform/apply'), 'kms:ScheduleKeyDeletion', {}, 'denied'],
  ['break-glass schedules deletion', customer, role('platform/break-glass'), 'kms:ScheduleKeyDeletion', {}, 'allowed'],
  ['a key administrator sets a key policy', customer, people('KeyAdmin'), 'kms:PutKeyPolicy', {}, 'allowed'],
  ['a key administrator decrypts through S3', customer, people('KeyAdmin'), 'kms:Decrypt', through('s3'), 'denied'],
  ['an application decrypts through S3', customer, role('app/shop'), 'kms:Decrypt', through('s3'), 'allowed'],
  ['an application decrypts by itself', customer, role('app/shop'), 'kms:Decrypt', {}, 'denied'],
  ['an application decrypts through a service that is not listed', customer, role('app/shop'), 'kms:Decrypt', through('workmail'), 'denied'],
  ['an application changes the policy', customer, role('app/shop'), 'kms:PutKeyPolicy', {}, 'denied'],
  ['EC2 gets a grant for a volume', customer, role('app/shop'), 'kms:CreateGrant', { ...through('ec2'), 'kms:GrantIsForAWSResource': 'true' }, 'allowed'],
  [
    'an application takes a grant of its own',
    customer,
    role('app/shop'),
    'kms:CreateGrant',
    { ...through('ec2'), 'kms:GrantIsForAWSResource': 'false' },
    'denied',
  ],
  ['the plan role reads the state', state, role('platform/plan'), 'kms:Decrypt', {}, 'allowed'],
  ['the apply role writes the state', state, role('platform/apply'), 'kms:GenerateDataKey', {}, 'allowed'],
  ['an administrator of the account reads the state', state, role('Admin'), 'kms:Decrypt', {}, 'denied'],
  ['an administrator of the account changes the state key', state, role('Admin'), 'kms:PutKeyPolicy', {}, 'denied'],
  ['bootstrap changes the state key', state, role('OrganizationAccountAccessRole'), 'kms:PutKeyPolicy', {}, 'allowed'],
] as const)('%s: %#', async (_what, resource, principal, action, context, expected) => {
  const { result } = await decide(organization, { principal: administrator(principal), action, resource, context }, ['resource']);
  expect(result === 'Allowed' ? 'allowed' : 'denied').toBe(expected);
});
