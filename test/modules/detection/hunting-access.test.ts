import { accountNamed } from '../../../config/blueprint';
import { loadBlueprint } from '../../../config/load';
import { HUNTING_TABLES } from '../../../modules/detection/hunting-sources';
import { administrator, principalNamed } from '../../../tools/can/corpus';
import { decide } from '../../../tools/can/decide';
import type { Principal } from '../../../tools/can/principals';
import { Synthesized } from '../../../tools/can/synthesized';
import { exampleIds } from '../../fixtures/example';
import { huntingInput, huntingOrganization } from '../../support/hunting-organization';
import { resources, synth } from '../../support/synth';

const organization = huntingOrganization();
const ARCHIVE = '222222222222';
const HOME = 'eu-west-1';
const hunter = principalNamed(organization, '/platform/service/hunting', 'log-archive');
const RESULTS = `arn:aws:s3:::example-corp-hunting-results-${ARCHIVE}`;
const INDICATORS = `arn:aws:s3:::example-corp-indicators-${HOME}-${ARCHIVE}`;
/** The locked copy of what AWS Config delivers among them. */
const LOGS = ['access', 'cloudtrail', 'config', 'config-copy', 'guardduty', 'network', 'resolver']
  .map((source) => `arn:aws:s3:::example-corp-logs-${source}-${ARCHIVE}`)
  .concat(`arn:aws:s3:::aws-waf-logs-example-corp-${ARCHIVE}`);
const FINDINGS_KEY = `arn:aws:kms:${HOME}:333333333333:alias/data/guardduty-findings`;
const KEY = `arn:aws:kms:${HOME}:${ARCHIVE}:alias/platform/logs`;
const athena = (name: string) => `arn:aws:athena:${HOME}:${ARCHIVE}:${name}`;
const glue = (name: string) => `arn:aws:glue:${HOME}:${ARCHIVE}:${name}`;
const viaS3 = { 'kms:ViaService': `s3.${HOME}.amazonaws.com`, 'kms:CallerAccount': ARCHIVE };

async function can(principal: Principal, action: string, resource: string, context = {}, of = organization, region = HOME): Promise<boolean> {
  const request = { principal, action, resource, context, region, ...(resource.startsWith('arn:aws:s3') ? { resourceAccount: ARCHIVE } : {}) };
  return (await decide(of, request, ['scp', 'rcp', 'identity', 'resource'])).result === 'Allowed';
}

type Row = [what: string, action: string, resource: string, context?: Readonly<Record<string, string>>];

describe('the hunting role', () => {
  it.each([
    ['starts a query in its workgroup', 'athena:StartQueryExecution', athena('workgroup/hunting')],
    ['reads results', 'athena:GetQueryResults', athena('workgroup/hunting')],
    ['reads saved queries', 'athena:GetNamedQuery', athena('workgroup/hunting')],
    ...HUNTING_TABLES.map((table) => [`reads the table ${table}`, 'glue:GetTable', glue(`table/hunting/${table}`)] as Row),
    ...HUNTING_TABLES.map((table) => [`reads partitions of ${table}`, 'glue:GetPartitions', glue(`table/hunting/${table}`)] as Row),
    ['reads the database', 'glue:GetDatabase', glue('database/hunting')],
    ...LOGS.map((bucket) => [`reads ${bucket}`, 's3:GetObject', `${bucket}/AWSLogs/x`] as Row),
    ...LOGS.map((bucket) => [`lists ${bucket}`, 's3:ListBucket', bucket] as Row),
    ['reads the indicators', 's3:GetObject', `${INDICATORS}/list/indicators.json`],
    ['writes results', 's3:PutObject', `${RESULTS}/results/x.csv`],
    ['reads result files', 's3:GetObject', `${RESULTS}/results/x.csv`],
    ['decrypts logs through S3', 'kms:Decrypt', KEY, viaS3],
    ['decrypts findings through S3', 'kms:Decrypt', FINDINGS_KEY, viaS3],
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
    ['decrypts findings without S3', 'kms:Decrypt', FINDINGS_KEY, { 'kms:CallerAccount': ARCHIVE }],
    ['encrypts findings', 'kms:GenerateDataKey', FINDINGS_KEY, viaS3],
    ['decrypts with another key of the security account', 'kms:Decrypt', `arn:aws:kms:${HOME}:333333333333:alias/platform/state`, viaS3],
    ['decrypts without S3', 'kms:Decrypt', KEY, { 'kms:CallerAccount': ARCHIVE }],
    ['reads states', 's3:GetObject', `arn:aws:s3:::example-corp-log-archive-state-${ARCHIVE}/x`],
    ['goes on to another role', 'sts:AssumeRole', `arn:aws:iam::${ARCHIVE}:role/platform/apply`],
  ] as Row[])('never %s', async (...[, action, resource, context = {}]: Row) => expect(await can(hunter, action, resource, context)).toBe(false));
});

describe('who writes does not read, and who reads does not write', () => {
  const FOLDER = 'AWSLogs/444444444444';
  it.each([
    ['config.amazonaws.com', 'example-corp-logs-config', `${FOLDER}/Config/eu-west-1/2026/11/5/ConfigHistory/x.json.gz`],
    ['delivery.logs.amazonaws.com', 'example-corp-logs-resolver', `${FOLDER}/vpcdnsquerylogs/vpc-1/2026/11/25/x.log.gz`],
  ])('%s', async (service, name, key) => {
    const object = `arn:aws:s3:::${name}-${ARCHIVE}/${key}`;
    const says = { 'aws:SourceAccount': '444444444444', 'aws:SourceOrgID': 'o-a1b2c3d4e5' };
    const writer = principalNamed(organization, service, 'log-archive');
    const asked = async (principal: Principal) => {
      const actions = ['s3:PutObject', 's3:GetObject', 's3:GetObjectVersion', 's3:DeleteObject', 's3:DeleteObjectVersion'];
      const answers = [];
      for (const action of actions) if (await can(principal, action, object, principal === writer ? says : {})) answers.push(action);
      return answers;
    };
    expect(await asked(writer)).toEqual(['s3:PutObject']);
    expect(await asked(hunter)).toEqual(['s3:GetObject', 's3:GetObjectVersion']);
  });
});

describe('logs of web ACLs in front of CloudFront, which lie in us-east-1', () => {
  const input = huntingInput();
  input.environments.prod = { ...input.environments.prod, waf: { cloudFront: 'on' } } as never;
  const edge = new Synthesized(loadBlueprint(input, exampleIds()).blueprint, synth(input).documents);
  const reader = principalNamed(edge, '/platform/service/hunting', 'log-archive');
  const EDGE = `arn:aws:s3:::aws-waf-logs-example-corp-edge-${ARCHIVE}`;
  const EDGE_KEY = `arn:aws:kms:us-east-1:${ARCHIVE}:alias/platform/logs`;
  const via = (region: string) => ({ 'kms:ViaService': `s3.${region}.amazonaws.com`, 'kms:CallerAccount': ARCHIVE });

  it.each([
    ['are read', 's3:GetObject', `${EDGE}/AWSLogs/x`, {}, true],
    ['are listed', 's3:ListBucket', EDGE, {}, true],
    ['are found', 's3:GetBucketLocation', EDGE, {}, true],
    ['are decrypted there', 'kms:Decrypt', EDGE_KEY, via('us-east-1'), true],
    ['are not decrypted without S3', 'kms:Decrypt', EDGE_KEY, { 'kms:CallerAccount': ARCHIVE }, false],
    ['are not decrypted through S3 of another region', 'kms:Decrypt', EDGE_KEY, via(HOME), false],
    ['are not written', 's3:PutObject', `${EDGE}/AWSLogs/x`, {}, false],
    ['are not deleted', 's3:DeleteObject', `${EDGE}/AWSLogs/x`, {}, false],
    ['are not deleted version by version', 's3:DeleteObjectVersion', `${EDGE}/AWSLogs/x`, {}, false],
  ])('%s by the hunting role', async (_what, action, resource, context, expected) =>
    expect(await can(reader, action, resource, context, edge, 'us-east-1')).toBe(expected));

  it("the role's own policy opens the key to read, and to nothing else", async () => {
    const own = async (action: string, region: string) =>
      (await decide(edge, { principal: reader, action, resource: EDGE_KEY, context: via(region), region: 'us-east-1' }, ['identity'])).result;
    expect(await own('kms:Decrypt', 'us-east-1')).toBe('Allowed');
    expect(await own('kms:Decrypt', HOME)).not.toBe('Allowed');
    expect(await own('kms:GenerateDataKey', 'us-east-1')).not.toBe('Allowed');
  });

  it('without such a web ACL the role has no right there', async () => {
    expect(await can(hunter, 's3:GetObject', `${EDGE}/AWSLogs/x`, {}, organization, 'us-east-1')).toBe(false);
  });

  it('the service that writes them reads and deletes none', async () => {
    const writer = principalNamed(edge, 'delivery.logs.amazonaws.com', 'log-archive');
    const says = { 'aws:SourceAccount': '444444444444', 'aws:SourceOrgID': 'o-a1b2c3d4e5' };
    const object = `${EDGE}/AWSLogs/444444444444/WAFLogs/cloudfront/prod-cloudfront/2026/11/25/12/00/x.log.gz`;
    expect(await can(writer, 's3:PutObject', object, says, edge, 'us-east-1')).toBe(true);
    for (const action of ['s3:GetObject', 's3:DeleteObject']) expect(await can(writer, action, object, says, edge, 'us-east-1')).toBe(false);
  });
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
