import { loadBlueprint } from '../../../config/load';
import { evaluateCall, principalNamed } from '../../../tools/can/corpus';
import type { Layer } from '../../../tools/can/decide';
import { Synthesized } from '../../../tools/can/synthesized';
import { call } from '../../corpora/attack';
import { exampleIds, exampleInput } from '../../fixtures/example';
import { bound, principalOf } from '../../support/organization';
import { synth } from '../../support/synth';
import { placed } from '../../support/whole-organization';

/** The example with responses, and an account that is being bootstrapped. */
const input = exampleInput();
input.detection = 'respond';
input.environments.newcomer = { email: 'aws+newcomer@example.com', profile: 'economy', network: { cidr: '10.90.0.0/16' } };
const ids = exampleIds();
ids.accounts.newcomer = '777777777000';
ids.organizationalUnits['workloads/newcomer'] = 'ou-a1b2-22222220';
const organization = new Synthesized(loadBlueprint(input, ids).blueprint, synth(input, ids).documents);

const ALL: readonly Layer[] = ['scp', 'rcp', 'identity', 'resource'];
type Row = readonly [what: string, action: string, resources?: string | readonly string[], context?: Record<string, string | readonly string[]>];
const rows = (...all: readonly Row[]) =>
  all.map(([what, action, resources = '*', context = {}]): [string, string, string | readonly string[], object] => [what, action, resources, context]);
const RESPONSE = '/platform/service/security-response';
const FUNCTION = '/platform/service/response-function';
const ec2 = (name: string) => `arn:aws:ec2:eu-west-1:{here}:${name}`;
const iam = (name: string) => `arn:aws:iam::{here}:${name}`;
const roleOf = (account: string) => `arn:aws:iam::{${account}}:role${RESPONSE}`;

async function can(as: string, account: string, action: string, resources: string | readonly string[] = '*', context = {}, layers = ALL): Promise<boolean> {
  const row = placed({ in: account, as, call: { ...call(action, undefined, context), resources: [resources].flat() } });
  const principal = as.startsWith('/') || !as.startsWith('arn:') ? principalNamed(organization, as, account) : principalOf(organization, row);
  return (await evaluateCall(organization, principal, bound(organization, row.call), layers)).allowed;
}

const DENY_ALL = { 'iam:PolicyARN': 'arn:aws:iam::aws:policy/AWSDenyAll' };
const MARK = { 'aws:RequestTag/Quarantine': 'x', 'aws:TagKeys': ['Quarantine'] };
describe.each(['prod', 'dev', 'test', 'newcomer', 'security', 'log-archive', 'management'])('the response role of %s', (account) => {
  it.each(
    rows(
      ['disables a key', 'iam:UpdateAccessKey', iam('user/svc-legacy')],
      ['revokes the sessions of a user', 'iam:PutUserPolicy', iam('user/svc-legacy')],
      ['revokes the sessions of an application', 'iam:PutRolePolicy', iam('role/app/web')],
      ["revokes the sessions of a vendor's role", 'iam:PutRolePolicy', iam('role/VendorScanner')],
      ['cuts a role off', 'iam:AttachRolePolicy', iam('role/VendorScanner'), DENY_ALL],
      ['cuts a role of applications off', 'iam:AttachRolePolicy', iam('role/app/web'), DENY_ALL],
      ['cuts a user off', 'iam:AttachUserPolicy', iam('user/svc-legacy'), DENY_ALL],
      ['reads a prefix list that rules name', 'ec2:GetManagedPrefixListEntries', ec2('prefix-list/pl-1')],
      ['makes an isolation group', 'ec2:CreateSecurityGroup', [ec2('security-group/*'), ec2('vpc/vpc-1')]],
      ['empties it', 'ec2:RevokeSecurityGroupEgress', ec2('security-group/sg-1')],
      ['swaps the groups of an interface', 'ec2:ModifyNetworkInterfaceAttribute', [ec2('network-interface/eni-1'), ec2('security-group/sg-1')]],
      [
        'swaps the groups of an interface that a template tagged',
        'ec2:ModifyNetworkInterfaceAttribute',
        ec2('network-interface/eni-1'),
        { 'aws:ResourceTag/ResponseExempt': 'true' },
      ],
      ['closes the metadata service of an instance', 'ec2:ModifyInstanceMetadataOptions', ec2('instance/i-1')],
      ['takes snapshots', 'ec2:CreateSnapshots', [ec2('instance/i-1'), ec2('volume/vol-1'), 'arn:aws:ec2:eu-west-1::snapshot/*']],
      ['marks an instance', 'ec2:CreateTags', ec2('instance/i-1'), MARK],
      ['marks an isolation group that somebody made before', 'ec2:CreateTags', ec2('security-group/sg-1'), MARK],
      ['marks snapshots as it takes them', 'ec2:CreateTags', 'arn:aws:ec2:eu-west-1::snapshot/*', { ...MARK, 'ec2:CreateAction': 'CreateSnapshots' }],
      ['closes a security group', 'ec2:RevokeSecurityGroupIngress', ec2('security-group/sg-1')],
      ['blocks a bucket', 's3:PutBucketPublicAccessBlock', 'arn:aws:s3:::pay-uploads'],
      ['blocks every bucket', 's3:PutAccountPublicAccessBlock'],
      ['marks an object', 's3:PutObjectTagging', 'arn:aws:s3:::pay-uploads/a.pdf'],
      ['marks an object again', 's3:PutObjectTagging', 'arn:aws:s3:::pay-uploads/a.pdf', { 's3:ExistingObjectTag/Quarantine': 'x' }],
      ['starts a trail', 'cloudtrail:StartLogging', 'arn:aws:cloudtrail:eu-west-1:{here}:trail/t'],
      ['starts a recorder', 'config:StartConfigurationRecorder', 'arn:aws:config:eu-west-1:{here}:configuration-recorder/default/a1'],
      ['enables a detector', 'guardduty:UpdateDetector', 'arn:aws:guardduty:eu-west-1:{here}:detector/d1'],
      ['makes a detector', 'guardduty:CreateDetector'],
      ['enables Security Hub', 'securityhub:EnableSecurityHub', 'arn:aws:securityhub:eu-west-1:{here}:hub/default'],
      ['lifts a quarantine for the security team', 'ec2:DeleteTags', ec2('instance/i-1'), { 'aws:TagKeys': ['Quarantine'], 'aws:ResourceTag/Quarantine': 'x' }],
    ),
  )('%s', async (_what, action, resources, context) => {
    expect(await can(RESPONSE, account, action, resources, context)).toBe(true);
  });

  it.each(
    rows(
      ['gives the apply role a policy', 'iam:PutRolePolicy', iam('role/platform/apply')],
      ['gives itself a policy', 'iam:PutRolePolicy', iam(`role${RESPONSE}`)],
      ['gives break-glass a policy', 'iam:PutUserPolicy', iam('user/platform/break-glass-1')],
      ['cuts the apply role off', 'iam:AttachRolePolicy', iam('role/platform/apply'), DENY_ALL],
      ['cuts break-glass off', 'iam:AttachUserPolicy', iam('user/platform/break-glass-1'), DENY_ALL],
      ['gives a role all rights', 'iam:AttachRolePolicy', iam('role/app/web'), { 'iam:PolicyARN': 'arn:aws:iam::aws:policy/AdministratorAccess' }],
      ['makes a key', 'iam:CreateAccessKey', iam('user/svc-legacy')],
      ['makes a role', 'iam:CreateRole', iam('role/app/x')],
      ['attaches a policy', 'iam:AttachRolePolicy', iam('role/app/web')],
      ['changes who may assume a role', 'iam:UpdateAssumeRolePolicy', iam('role/app/web')],
      ['terminates an instance', 'ec2:TerminateInstances', ec2('instance/i-1')],
      ['opens a security group', 'ec2:AuthorizeSecurityGroupIngress', ec2('security-group/sg-1')],
      ['closes a security group of the network', 'ec2:RevokeSecurityGroupIngress', ec2('security-group/sg-1'), { 'aws:ResourceTag/BlueprintNetwork': 'prod' }],
      ['closes an exempt security group', 'ec2:RevokeSecurityGroupIngress', ec2('security-group/sg-1'), { 'aws:ResourceTag/ResponseExempt': 'true' }],
      ['tags as it likes', 'ec2:CreateTags', ec2('instance/i-1'), { 'aws:RequestTag/Environment': 'x', 'aws:TagKeys': ['Environment'] }],
      ['shares a snapshot', 'ec2:ModifySnapshotAttribute', 'arn:aws:ec2:eu-west-1::snapshot/snap-1', { 'ec2:Add/userId': '{dev}' }],
      ['reads an object', 's3:GetObject', 'arn:aws:s3:::pay-uploads/a.pdf'],
      ['deletes a bucket', 's3:DeleteBucket', 'arn:aws:s3:::pay-uploads'],
      ['stops a trail', 'cloudtrail:StopLogging', 'arn:aws:cloudtrail:eu-west-1:{here}:trail/t'],
      ['deletes a detector', 'guardduty:DeleteDetector', 'arn:aws:guardduty:eu-west-1:{here}:detector/d1'],
      ['decrypts', 'kms:Decrypt', 'arn:aws:kms:eu-west-1:{here}:key/k1'],
      ['goes on to another role', 'sts:AssumeRole', iam('role/platform/apply')],
    ),
  )('never %s', async (_what, action, resources, context) => {
    expect(await can(RESPONSE, account, action, resources, context)).toBe(false);
  });
});

describe.each(['prod', 'dev', 'management', 'security', 'newcomer'])('the response role of %s is assumed', (account) => {
  it('by the response function', async () => {
    expect(await can(FUNCTION, 'security', 'sts:AssumeRole', roleOf(account))).toBe(true);
  });
  it('by the security team of the security account', async () => {
    expect(await can('SecurityAdmin', 'security', 'sts:AssumeRole', roleOf(account))).toBe(true);
  });
  it.each([
    ['an administrator of the security account', 'admin', 'security'],
    ['the platform team of the security account', 'PlatformAdmin', 'security'],
    ['the apply role of the security account', '/platform/apply', 'security'],
    ['the plan role of the security account', '/platform/plan', 'security'],
    ['a role of the security account that is named like the function’s', 'arn:aws:iam::{security}:role/response-function', 'security'],
    ['one under a path of applications', 'arn:aws:iam::{security}:role/app/response-function', 'security'],
    ['one that begins like it', 'arn:aws:iam::{security}:role/platform/service/response-function-2', 'security'],
    ['the same name in another account', 'arn:aws:iam::{dev}:role/platform/service/response-function', 'dev'],
    ['a developer of dev', 'Developer', 'dev'],
    ['the response role of another account', 'arn:aws:iam::{test}:role/platform/service/security-response', 'test'],
    ['SecurityAdmin signed in elsewhere', 'SecurityAdmin', 'prod'],
    ['a stranger', 'arn:aws:iam::210987654321:role/platform/service/response-function', 'dev'],
  ])('not by %s', async (_who, as, from) => {
    expect(await can(as, from, 'sts:AssumeRole', roleOf(account))).toBe(false);
  });
});

describe('the quarantine role', () => {
  const QUARANTINE = '/platform/service/security-quarantine';
  const quarantine = 'arn:aws:iam::{management}:role/platform/service/security-quarantine';
  const policy = 'arn:aws:organizations::{management}:policy/{organization}/service_control_policy/p-12345678';
  const target = (account: string) => [policy, `arn:aws:organizations::{management}:account/{organization}/{${account}}`];
  const SCP = { 'organizations:PolicyType': 'SERVICE_CONTROL_POLICY' };

  it('is assumed by the function alone', async () => {
    expect(await can(FUNCTION, 'security', 'sts:AssumeRole', quarantine)).toBe(true);
    for (const as of ['SecurityAdmin', 'PlatformAdmin', 'admin', '/platform/apply'])
      expect([as, await can(as, 'security', 'sts:AssumeRole', quarantine)]).toEqual([as, false]);
    expect(await can('arn:aws:iam::{dev}:role/platform/service/response-function', 'dev', 'sts:AssumeRole', quarantine)).toBe(false);
  });

  it.each(['prod', 'dev', 'test', 'newcomer'])('cuts %s off', async (account) => {
    expect(await can(QUARANTINE, 'management', 'organizations:AttachPolicy', target(account), SCP)).toBe(true);
  });

  it.each(['management', 'security', 'log-archive'])('never %s, which is needed to get back', async (account) => {
    expect(await can(QUARANTINE, 'management', 'organizations:AttachPolicy', target(account), SCP)).toBe(false);
  });

  it('attaches nothing to a unit or the root, nothing else, and takes nothing away', async () => {
    const unit = 'arn:aws:organizations::{management}:ou/{organization}/ou-a1b2-11111110';
    expect(await can(QUARANTINE, 'management', 'organizations:AttachPolicy', [policy, unit], SCP)).toBe(false);
    expect(await can(QUARANTINE, 'management', 'organizations:AttachPolicy', target('prod'), { 'organizations:PolicyType': 'RESOURCE_CONTROL_POLICY' })).toBe(
      false,
    );
    for (const action of ['DetachPolicy', 'UpdatePolicy', 'DeletePolicy'])
      expect(await can(QUARANTINE, 'management', `organizations:${action}`, policy, SCP)).toBe(false);
  });
});

describe('approvals', () => {
  const bus = 'arn:aws:events:eu-west-1:{security}:event-bus/security-approvals';
  it('the security team of the security account approves', async () => {
    expect(await can('SecurityAdmin', 'security', 'events:PutEvents', bus)).toBe(true);
  });
  it.each([
    ['admin', 'security'],
    ['PlatformAdmin', 'security'],
    ['/platform/apply', 'security'],
    [FUNCTION, 'security'],
    ['SecurityAuditor', 'security'],
    ['Developer', 'dev'],
    ['SecurityAdmin', 'prod'],
    ['arn:aws:iam::{prod}:role/app/web', 'prod'],
  ])('%s of %s does not', async (as, account) => {
    expect(await can(as, account, 'events:PutEvents', bus)).toBe(false);
  });
});

describe('the function', () => {
  const sqs = (name: string) => `arn:aws:sqs:eu-west-1:{here}:${name}`;
  const table = 'arn:aws:dynamodb:eu-west-1:{here}:table/platform-response';
  it.each(
    rows(
      ['receives', 'sqs:ReceiveMessage', sqs('platform-response')],
      ['takes an incident', 'dynamodb:UpdateItem', table],
      ['looks what is open', 'dynamodb:Scan', table],
      ['tells', 'sns:Publish', 'arn:aws:sns:eu-west-1:{here}:platform-response'],
      ['measures', 'cloudwatch:PutMetricData', '*', { 'cloudwatch:namespace': 'Platform/Response' }],
      ['logs', 'logs:PutLogEvents', 'arn:aws:logs:eu-west-1:{here}:log-group:/platform/response:log-stream:x'],
      [
        'works with the key through its services',
        'kms:Decrypt',
        'arn:aws:kms:eu-west-1:{here}:alias/data/operational',
        { 'kms:ViaService': 'dynamodb.eu-west-1.amazonaws.com', 'kms:CallerAccount': '{here}' },
      ],
    ),
  )('%s', async (_what, action, resources, context) => {
    expect(await can(FUNCTION, 'security', action, resources, context)).toBe(true);
  });
  it.each(
    rows(
      ['deletes from the ledger', 'dynamodb:DeleteItem', table],
      ['reads what failed', 'sqs:ReceiveMessage', sqs('platform-response-failed')],
      ['feeds itself', 'sqs:SendMessage', sqs('platform-response')],
      ['becomes the apply role', 'sts:AssumeRole', 'arn:aws:iam::{prod}:role/platform/apply'],
      ['reports findings below deception', 'securityhub:BatchImportFindings', 'arn:aws:securityhub:eu-west-1:{here}:product/{here}/default'],
      ['changes a guardrail', 'organizations:AttachPolicy', '*'],
      ['measures elsewhere', 'cloudwatch:PutMetricData', '*', { 'cloudwatch:namespace': 'AWS/EC2' }],
    ),
  )('never %s', async (_what, action, resources, context) => {
    expect(await can(FUNCTION, 'security', action, resources, context)).toBe(false);
  });
  it.each([
    ['admin', 'sqs:SendMessage', sqs('platform-response')],
    ['SecurityAdmin', 'sqs:SendMessage', sqs('platform-response')],
    ['PlatformAdmin', 'dynamodb:UpdateItem', table],
    ['SecurityAdmin', 'lambda:InvokeFunction', 'arn:aws:lambda:eu-west-1:{here}:function:platform-response'],
    ['PlatformAdmin', 'lambda:UpdateFunctionCode', 'arn:aws:lambda:eu-west-1:{here}:function:platform-response'],
  ])('%s cannot take its place: %s', async (as, action, resource) => {
    expect(await can(as, 'security', action, resource)).toBe(false);
  });
});
