import { accountNamed } from '../../../config/blueprint';
import { administrator, principalNamed } from '../../../tools/can/corpus';
import { decide } from '../../../tools/can/decide';
import type { Principal } from '../../../tools/can/principals';
import { huntingInput, huntingOrganization } from '../../support/hunting-organization';
import { resources, synth } from '../../support/synth';

const organization = huntingOrganization();
const ARCHIVE = '222222222222';
const HOME = 'eu-west-1';
const hunter = principalNamed(organization, '/platform/service/hunting', 'log-archive');
const RESULTS = `arn:aws:s3:::example-corp-hunting-results-${ARCHIVE}`;
const INDICATORS = `arn:aws:s3:::example-corp-indicators-${HOME}-${ARCHIVE}`;
const LOGS = ['cloudtrail', 'network', 'resolver']
  .map((source) => `arn:aws:s3:::example-corp-logs-${source}-${ARCHIVE}`)
  .concat(`arn:aws:s3:::aws-waf-logs-example-corp-${ARCHIVE}`);
const KEY = `arn:aws:kms:${HOME}:${ARCHIVE}:alias/platform/logs`;
const athena = (name: string) => `arn:aws:athena:${HOME}:${ARCHIVE}:${name}`;
const glue = (name: string) => `arn:aws:glue:${HOME}:${ARCHIVE}:${name}`;
const viaS3 = { 'kms:ViaService': `s3.${HOME}.amazonaws.com`, 'kms:CallerAccount': ARCHIVE };

async function can(principal: Principal, action: string, resource: string, context = {}): Promise<boolean> {
  const request = { principal, action, resource, context, region: HOME, ...(resource.startsWith('arn:aws:s3') ? { resourceAccount: ARCHIVE } : {}) };
  return (await decide(organization, request, ['scp', 'rcp', 'identity', 'resource'])).result === 'Allowed';
}

type Row = [what: string, action: string, resource: string, context?: Readonly<Record<string, string>>];

describe('the hunting role', () => {
  it.each([
    ['starts a query in its workgroup', 'athena:StartQueryExecution', athena('workgroup/hunting')],
    ['reads results', 'athena:GetQueryResults', athena('workgroup/hunting')],
    ['reads saved queries', 'athena:GetNamedQuery', athena('workgroup/hunting')],
    ['reads a table', 'glue:GetTable', glue('table/hunting/cloudtrail')],
    ['reads the database', 'glue:GetDatabase', glue('database/hunting')],
    ...LOGS.map((bucket) => [`reads ${bucket}`, 's3:GetObject', `${bucket}/AWSLogs/x`] as Row),
    ...LOGS.map((bucket) => [`lists ${bucket}`, 's3:ListBucket', bucket] as Row),
    ['reads the indicators', 's3:GetObject', `${INDICATORS}/list/indicators.json`],
    ['writes results', 's3:PutObject', `${RESULTS}/results/x.csv`],
    ['reads result files', 's3:GetObject', `${RESULTS}/results/x.csv`],
    ['decrypts logs through S3', 'kms:Decrypt', KEY, viaS3],
    ['encrypts results through S3', 'kms:GenerateDataKey', KEY, viaS3],
  ] as Row[])('%s', async (...[, action, resource, context = {}]: Row) => expect(await can(hunter, action, resource, context)).toBe(true));

  it.each([
    ...LOGS.map((bucket) => [`writes into ${bucket}`, 's3:PutObject', `${bucket}/results/x.csv`] as Row),
    ...LOGS.map((bucket) => [`deletes from ${bucket}`, 's3:DeleteObject', `${bucket}/AWSLogs/x`] as Row),
    ['deletes a version of a log', 's3:DeleteObjectVersion', `${LOGS[0]}/AWSLogs/x`],
    ['shortens the lock of a log', 's3:PutObjectRetention', `${LOGS[0]}/AWSLogs/x`],
    ['deletes a result', 's3:DeleteObject', `${RESULTS}/results/x.csv`],
    ['writes indicators', 's3:PutObject', `${INDICATORS}/list/indicators.json`],
    ['deletes indicators', 's3:DeleteObject', `${INDICATORS}/list/indicators.json`],
    ['changes the bucket of results', 's3:PutBucketPolicy', RESULTS],
    ['starts a query in another workgroup', 'athena:StartQueryExecution', athena('workgroup/primary')],
    ['changes its workgroup', 'athena:UpdateWorkGroup', athena('workgroup/hunting')],
    ['makes a workgroup', 'athena:CreateWorkGroup', athena('workgroup/mine')],
    ['changes a table', 'glue:UpdateTable', glue('table/hunting/cloudtrail')],
    ['makes a table', 'glue:CreateTable', glue('table/hunting/mine')],
    ['reads another database', 'glue:GetTable', glue('table/other/x')],
    ['decrypts without S3', 'kms:Decrypt', KEY, { 'kms:CallerAccount': ARCHIVE }],
    ['reads states', 's3:GetObject', `arn:aws:s3:::example-corp-log-archive-state-${ARCHIVE}/x`],
    ['goes on to another role', 'sts:AssumeRole', `arn:aws:iam::${ARCHIVE}:role/platform/apply`],
  ] as Row[])('never %s', async (...[, action, resource, context = {}]: Row) => expect(await can(hunter, action, resource, context)).toBe(false));
});

describe('who may take it', () => {
  const role = `arn:aws:iam::${ARCHIVE}:role/platform/service/hunting`;
  it.each([
    ['the security team in its account', 'SecurityAdmin', 'security', true],
    ['auditors of the archive', 'SecurityAuditor', 'log-archive', false],
    ['developers', 'Developer', 'dev', false],
    ['platform administrators', 'PlatformAdmin', 'security', false],
  ])('%s', async (_who, set, account, expected) => {
    expect(await can(principalNamed(organization, set, account), 'sts:AssumeRole', role)).toBe(expected);
  });

  it.each([
    ['an administrator of the archive reads results', `${RESULTS}/results/x.csv`, 's3:GetObject'],
    ['an administrator of the archive writes results', `${RESULTS}/results/x.csv`, 's3:PutObject'],
    ['an administrator of the archive writes indicators', `${INDICATORS}/list/indicators.json`, 's3:PutObject'],
    ['an administrator of the archive deletes indicators', `${INDICATORS}/list/indicators.json`, 's3:DeleteObject'],
  ])('%s: no', async (_what, resource, action) => {
    expect(await can(administrator(`arn:aws:iam::${ARCHIVE}:role/Admin`), action, resource)).toBe(false);
  });

  it.each(['log-archive', 'security'])('the pipeline of %s looks at lists when it plans and writes them when it applies', async (account) => {
    const bucket = `arn:aws:s3:::example-corp-indicators-${HOME}-${accountNamed(organization.blueprint, account).id}/x`;
    const asks = async (name: 'plan' | 'apply', action: string) => {
      const request = {
        principal: principalNamed(organization, `/platform/${name}`, account),
        action,
        resource: bucket,
        resourceAccount: accountNamed(organization.blueprint, account).id,
      };
      return (await decide(organization, request, ['scp', 'rcp', 'identity', 'resource'])).result === 'Allowed';
    };
    expect([await asks('plan', 's3:GetObject'), await asks('apply', 's3:PutObject'), await asks('plan', 's3:PutObject')]).toEqual([true, true, false]);
  });
});

it('results are encrypted with the key of the logs, go after a while, and no query reads without limit', () => {
  const synthesis = synth({ ...huntingInput(), hunting: { queryLimitGigabytes: 7, resultDays: 3 } });
  const [workgroup] = resources(synthesis, 'aws_athena_workgroup').map(({ attributes }) => attributes);
  expect(workgroup.configuration).toMatchObject({
    enforce_workgroup_configuration: true,
    bytes_scanned_cutoff_per_query: 7 * 1024 ** 3,
    result_configuration: {
      output_location: `s3://${RESULTS.slice('arn:aws:s3:::'.length)}/results/`,
      expected_bucket_owner: ARCHIVE,
      encryption_configuration: { encryption_option: 'SSE_KMS', kms_key_arn: '${aws_kms_key.logs_key.arn}' },
    },
  });
  const lifecycle = resources(synthesis, 'aws_s3_bucket_lifecycle_configuration').find(({ name }) => name === 'hunting_results_lifecycle');
  expect(lifecycle?.attributes.rule[0].expiration).toEqual([{ days: 3 }]);
});

it('nothing of it is there below the step', () => {
  const below = synth({ ...huntingInput(), detection: 'respond' });
  expect(resources(below).filter(({ type }) => /athena|glue|guardduty_(ipset|threatintelset)|wafv2_ip_set|anomaly_detector/.test(type))).toEqual([]);
  expect(
    resources(below)
      .filter(({ name }) => /indicators|hunting|baselines/.test(name))
      .map(({ type }) => type)
      .sort(),
  ).toEqual(Array.from({ length: 6 }, (_, index) => (index < 3 ? 'aws_route53_resolver_firewall_domain_list' : 'aws_route53_resolver_firewall_rule')).sort());
});
