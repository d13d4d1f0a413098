import { loadBlueprint } from '../../../config/load';
import { administrator, evaluateCall, principalNamed } from '../../../tools/can/corpus';
import { roleNames } from '../../../tools/can/principals';
import { Synthesized } from '../../../tools/can/synthesized';
import everythingOn from '../../fixtures/everything-on';
import { exampleIds } from '../../fixtures/example';
import { type FoundResource, resources, synth } from '../../support/synth';

const input = everythingOn();
const synthesis = synth(input);
const { blueprint } = loadBlueprint(input, exampleIds());
const organization = new Synthesized(blueprint, synthesis.documents);
const accountOf = (stack: string): string => synthesis.documents.get(stack).provider.aws[0].allowed_account_ids[0];
const buckets = resources(synthesis, 'aws_s3_bucket');
const logs = buckets.filter(({ attributes }) => attributes.bucket.includes('-access-logs-'));
const named = (account: string, region = 'eu-west-1') => `arn:aws:s3:::example-corp-access-logs-${region}-${account}`;
const [PROD, DEV, ARCHIVE, SECURITY, STRANGER] = ['444444444444', '555555555555', '222222222222', '333333333333', '210987654321'] as const;

/** S3 delivers for a bucket: the folder is named after it. */
async function delivers(source: string, account: string, { into = account, region = 'eu-west-1', folder = account, says = account } = {}): Promise<boolean> {
  const call = {
    action: 's3:PutObject',
    resources: [`${named(into, region)}/s3/${folder}/${region}/${source}/2026/11/26/2026-11-26-00-00-00-ABCDEF0123456789`],
    region,
    context: { 'aws:SourceAccount': says, 'aws:SourceArn': `arn:aws:s3:::${source}`, 'aws:SourceOrgID': blueprint.organization.id },
  };
  const s3 = principalNamed(organization, 'logging.s3.amazonaws.com', 'prod');
  return (await evaluateCall(organization, s3, call, ['rcp', 'resource'])).allowed;
}

it('every account has one at home from its first state on; further regions have one where buckets are', () => {
  const at = logs.map(({ stack, attributes }) => `${stack} ${attributes.region}`);
  const states = Object.values(blueprint.accounts).map(({ environment }) => `${environment}-state eu-west-1`);
  expect(at.sort()).toEqual([...states, 'log-archive us-east-1', 'security eu-central-1', 'security eu-south-1', 'security us-east-1'].sort());
});

it('every other bucket is logged into the one of its account and region, and S3 may deliver there', async () => {
  const logging = resources(synthesis, 'aws_s3_bucket_logging');
  const others = buckets.filter((one) => !logs.includes(one) && !one.name.startsWith('examples_'));
  expect(others.length).toBeGreaterThan(20);
  for (const { stack, name, attributes } of others) {
    const account = accountOf(stack);
    const [own] = logging.filter((one) => one.stack === stack && one.attributes.bucket === `\${aws_s3_bucket.${name}.id}`) as [FoundResource];
    const { region, bucket } = attributes;
    expect([stack, name, own?.attributes]).toEqual([
      stack,
      name,
      expect.objectContaining({
        region,
        target_bucket: `example-corp-access-logs-${region}-${account}`,
        target_prefix: 's3/',
        target_object_key_format: { partitioned_prefix: { partition_date_source: 'EventTime' } },
      }),
    ]);
    expect([bucket, await delivers(bucket, account, { region })]).toEqual([bucket, true]);
  }
});

const STATE = `example-corp-prod-state-${PROD}`;
it.each<[string, boolean | Promise<boolean>]>([
  ['into the logs of another account', delivers(STATE, PROD, { into: DEV, folder: DEV })],
  ['for an account that is not ours', delivers(STATE, PROD, { says: STRANGER })],
  ['for another account of ours', delivers(STATE, PROD, { says: DEV })],
  ["into another account's folder", delivers(STATE, PROD, { folder: DEV })],
  ['for a bucket that a developer made to write between our logs', delivers('developers-own', PROD)],
  ['for a bucket whose name only begins like one of ours', delivers(`example-corp-prod-state-${PROD}-more`, PROD)],
])('S3 never delivers %s', async (_what, asked) => {
  expect(await asked).toBe(false);
});

it('nobody forges, deletes or shortens logs: every role and root of the account, with every right that IAM could give', async () => {
  const found: string[] = [];
  for (const [name, account] of [
    ['prod', PROD],
    ['log-archive', ARCHIVE],
    ['security', SECURITY],
  ] as const) {
    const roles = [...roleNames(organization, name), '/Admin', '/OrganizationAccountAccessRole'].map((role) => `arn:aws:iam::${account}:role${role}`);
    for (const arn of [...roles, `arn:aws:iam::${account}:root`])
      for (const action of [
        's3:PutObject',
        's3:ReplicateObject',
        's3:DeleteObject',
        's3:DeleteObjectVersion',
        's3:DeleteBucketPolicy',
        's3:PutLifecycleConfiguration',
        's3:PutBucketPolicy',
      ]) {
        const resource = `${named(account)}${/Object/.test(action) ? '/s3/x' : ''}`;
        const call = { action, resources: [resource], region: 'eu-west-1', resourceAccount: account };
        if ((await evaluateCall(organization, administrator(arn), call, ['scp', 'rcp', 'resource'])).allowed)
          found.push(`${arn.split(':role').pop()} ${action}`);
      }
  }
  const settings = ['s3:DeleteBucketPolicy', 's3:PutLifecycleConfiguration', 's3:PutBucketPolicy'];
  const breakGlass = ['s3:PutObject', 's3:ReplicateObject', 's3:DeleteObject', 's3:DeleteObjectVersion', ...settings].map(
    (action) => `/platform/break-glass ${action}`,
  );
  expect([...new Set(found)].sort()).toEqual([...breakGlass].sort());
});

it('keeps logs as long as the archive keeps its own, under SSE-S3, in versions, without default retention', () => {
  for (const { stack, name } of logs) {
    const own = (type: string) => resources(synthesis, type).filter((one) => one.stack === stack && one.attributes.bucket === `\${aws_s3_bucket.${name}.id}`);
    expect(own('aws_s3_bucket_lifecycle_configuration')[0]?.attributes.rule[0].expiration).toEqual([{ days: blueprint.logging.archive.keepDays }]);
    expect(own('aws_s3_bucket_server_side_encryption_configuration')[0]?.attributes.rule[0].apply_server_side_encryption_by_default).toEqual({
      sse_algorithm: 'AES256',
    });
    expect(own('aws_s3_bucket_object_lock_configuration')).toEqual([]);
    expect(own('aws_s3_bucket_logging')).toEqual([]); // a log of the log would never end
  }
});
