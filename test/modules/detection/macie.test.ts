import { loadBlueprint } from '../../../config/load';
import { MANAGED_IDENTIFIERS, maskingPolicy, SECRETS_FOUND } from '../../../policies/logs/masking';
import { administrator } from '../../../tools/can/corpus';
import { decide } from '../../../tools/can/decide';
import { Synthesized } from '../../../tools/can/synthesized';
import { matchesMetricFilter } from '../../../tools/detections/metric-filter';
import everythingOn from '../../fixtures/everything-on';
import { exampleIds, exampleInput } from '../../fixtures/example';
import { resources, synth } from '../../support/synth';

const REGIONS = ['eu-central-1', 'eu-south-1', 'eu-west-1', 'us-east-1'];
const everything = synth(everythingOn());
const example = synth(exampleInput());
const regionsOf = (type: string) =>
  resources(everything, type)
    .filter(({ stack }) => stack === 'security')
    .map(({ attributes }) => attributes.region);

it('is off below step correlated, and costs nothing there', () => {
  expect(resources(example).filter(({ type }) => type.startsWith('aws_macie2'))).toEqual([]);
});

it('is adopted in every region, never made: the delegation made it', () => {
  const imports = everything.documents.get('security').import;
  for (const region of REGIONS)
    expect(imports).toContainEqual({ to: `aws_macie2_account.macie_account-${region}`, id: expect.stringMatching(new RegExp(`^\\d{12}@${region}$`)) });
  expect(regionsOf('aws_macie2_account')).toEqual(REGIONS);
  expect(regionsOf('aws_macie2_organization_configuration')).toEqual(REGIONS);
  expect(new Set(resources(everything, 'aws_macie2_account').map(({ stack }) => stack))).toEqual(new Set(['security']));
});

it('searches the classes without personal data by their tag, with our own identifiers, and no other class', () => {
  const jobs = resources(everything, 'aws_macie2_classification_job');
  const clean = Object.entries(everythingOn().dataClasses)
    .filter(([, { pii }]) => !pii)
    .map(([name]) => name);
  expect(clean.length).toBeGreaterThan(0);
  expect(jobs).toHaveLength(clean.length * REGIONS.length);
  for (const { attributes } of jobs) {
    const [term] = attributes.s3_job_definition.bucket_criteria.includes.and;
    expect(clean.map((name) => [{ key: 'DataClass', value: name }])).toContainEqual(term.tag_criterion.tag_values);
    expect(attributes.custom_data_identifier_ids).toEqual([`\${aws_macie2_custom_data_identifier.macie_identifier-contract-${attributes.region}.id}`]);
  }
});

it('search off leaves Macie on for buckets that open up', () => {
  const input = everythingOn();
  input.dataProtection = { search: 'off' };
  const synthesis = synth(input);
  expect(resources(synthesis, 'aws_macie2_classification_job')).toEqual([]);
  expect(resources(synthesis, 'aws_macie2_account')).toHaveLength(REGIONS.length);
});

describe('results', () => {
  const security = '333333333333';
  const synthesized = new Synthesized(loadBlueprint(everythingOn(), exampleIds()).blueprint, everything.documents);
  const BUCKET = `example-corp-macie-results-${security}`;
  const key = `arn:aws:kms:eu-west-1:${security}:alias/data/macie-results`;
  const keyArn = (): string => {
    const [bucketKey] = resources(everything, 'aws_kms_key').filter(({ name }) => name === 'macie_results_key');
    return `arn:aws:kms:eu-west-1:${security}:key/${bucketKey?.name}`;
  };
  const from = (region: string, account = security, what = 'export-configuration:1') => ({
    'aws:SourceAccount': account,
    'aws:SourceArn': `arn:aws:macie2:${region}:${account}:${what}`,
  });
  const asks = async (who: string, action: string, resource: string, context: Record<string, string>) => {
    const principal = who.startsWith('arn:') ? administrator(who) : { arn: who, policies: [], at: security };
    return (await decide(synthesized, { principal, action, resource, context }, ['rcp', 'resource'])).result === 'Allowed';
  };
  const JOB = 'classification-job/3ce05dbb7ec5505def334104bf347a4d';

  it('go to one bucket from every region, under one key, after bucket and key stand', () => {
    const exports = resources(everything, 'aws_macie2_classification_export_configuration');
    expect(
      exports.map(({ stack, attributes }) => [stack, attributes.region, attributes.s3_destination.bucket_name, attributes.s3_destination.key_prefix]),
    ).toEqual(REGIONS.map((region) => ['security', region, BUCKET, `${region}/`]));
    for (const { attributes } of exports) {
      expect(attributes.s3_destination.kms_key_arn).toBe('${aws_kms_key.macie_results_key.arn}');
      expect(attributes.depends_on).toEqual([`aws_macie2_account.macie_account-${attributes.region}`, 'aws_s3_bucket_policy.macie_results_policy']);
    }
    // Macie does not write where a default retention stands.
    expect(resources(everything, 'aws_s3_bucket_object_lock_configuration').filter(({ stack }) => stack === 'security')).toEqual([]);
  });

  it.each<[string, string, Record<string, string>, boolean]>([
    ['automated discovery', 'macie.amazonaws.com', from('eu-west-1'), true],
    ['a job of another region', 'macie.amazonaws.com', from('us-east-1', security, JOB), true],
    ['a job of an opt-in region', 'macie.eu-south-1.amazonaws.com', from('eu-south-1', security, JOB), true],
    ['Macie of a region that is not enabled', 'macie.me-south-1.amazonaws.com', from('me-south-1'), false],
    ["somebody else's Macie", 'macie.amazonaws.com', from('eu-west-1', '999999999999'), false],
    ["a member's Macie", 'macie.amazonaws.com', from('eu-west-1', '444444444444'), false],
    ['Macie for something else', 'macie.amazonaws.com', from('eu-west-1', security, 'findings-filter/1'), false],
    ['Macie without a source', 'macie.amazonaws.com', {}, false],
    ['another service', 'guardduty.amazonaws.com', from('eu-west-1'), false],
  ])('%s: writes and encrypts, or neither', async (_what, who, context, expected) => {
    const put = { ...context, 's3:x-amz-server-side-encryption-aws-kms-key-id': keyArn() };
    expect(await asks(who, 's3:PutObject', `arn:aws:s3:::${BUCKET}/eu-west-1/x`, put)).toBe(expected);
    expect(await asks(who, 's3:GetBucketLocation', `arn:aws:s3:::${BUCKET}`, context)).toBe(expected);
    expect(await asks(who, 'kms:GenerateDataKey', key, context)).toBe(expected);
    expect(await asks(who, 'kms:Decrypt', key, context)).toBe(false);
  });

  it('lie under our key alone, and nobody deletes them or reads them with the wrong hat', async () => {
    const role = (name: string) => `arn:aws:iam::${security}:role/${name}`;
    const object = `arn:aws:s3:::${BUCKET}/eu-west-1/x`;
    expect(await asks('macie.amazonaws.com', 's3:PutObject', object, from('eu-west-1'))).toBe(false);
    const other = { ...from('eu-west-1'), 's3:x-amz-server-side-encryption-aws-kms-key-id': 'arn:aws:kms:eu-west-1:999999999999:key/1' };
    expect(await asks('macie.amazonaws.com', 's3:PutObject', object, other)).toBe(false);
    for (const name of ['Admin', 'platform/apply']) expect(await asks(role(name), 's3:DeleteObjectVersion', object, {})).toBe(false);
    expect(await asks(role('platform/break-glass'), 's3:DeleteObjectVersion', object, {})).toBe(true);
    const read = { 'kms:ViaService': 's3.eu-west-1.amazonaws.com', 'kms:CallerAccount': security };
    expect(await asks(role('platform/apply'), 'kms:Decrypt', key, read)).toBe(false);
    expect(await asks(role('Investigator'), 'kms:Decrypt', key, read)).toBe(true);
    expect(await asks(role('Investigator'), 'kms:Decrypt', key, { 'kms:CallerAccount': security })).toBe(false);
  });

  it('are read by the security team, whose set names the bucket', () => {
    const [set] = resources(everything, 'aws_ssoadmin_permission_set_inline_policy').filter(({ attributes }) =>
      attributes.inline_policy.includes('AllowSecurityServices'),
    );
    expect(set?.attributes.inline_policy).toContain(`arn:aws:s3:::${BUCKET}/*`);
    expect(JSON.stringify(resources(example, 'aws_ssoadmin_permission_set_inline_policy'))).not.toContain('macie-results');
  });
});

describe('masking', () => {
  it('holds in every region of every environment, for all log groups', () => {
    const policies = resources(everything, 'aws_cloudwatch_log_account_policy');
    expect(policies.map(({ stack, attributes }) => `${stack} ${attributes.region}`)).toEqual(
      ['prod', 'dev', 'test'].flatMap((stack) => REGIONS.map((region) => `${stack} ${region}`)),
    );
    for (const { attributes } of policies) {
      expect(attributes).toMatchObject({ policy_type: 'DATA_PROTECTION_POLICY', scope: 'ALL' });
      expect(attributes.selection_criteria).toBeUndefined();
    }
  });

  it('audits and masks the same identifiers, AWS and ours', () => {
    const { Statement, Configuration } = JSON.parse(resources(everything, 'aws_cloudwatch_log_account_policy')[0]?.attributes.policy_document);
    expect(Statement.map(({ Operation }: { Operation: object }) => Object.keys(Operation))).toEqual([['Audit'], ['Deidentify']]);
    expect(Statement[0].DataIdentifier).toEqual(Statement[1].DataIdentifier);
    expect(Statement[0].DataIdentifier).toEqual(expect.arrayContaining(['contract', 'arn:aws:dataprotection::aws:data-identifier/AwsSecretKey']));
    expect(Configuration.CustomDataIdentifier).toEqual([{ Name: 'contract', Regex: 'C-[0-9]{8}' }]);
    expect(JSON.stringify(maskingPolicy({ name: 'platform-masking', description: 'Credentials and personal data in logs' })).includes('Configuration')).toBe(
      false,
    );
  });

  it('says what it found in a log group of the home region, where only its service writes', () => {
    const groups = resources(everything, 'aws_cloudwatch_log_group').filter(({ attributes }) => attributes.name === '/platform/masking-findings');
    expect(groups.map(({ stack, attributes }) => [stack, attributes.region, attributes.kms_key_id])).toEqual(
      ['prod', 'dev', 'test'].map((stack) => [stack, 'eu-west-1', '${aws_kms_key.key_logs_key.arn}']),
    );
    for (const { attributes } of resources(everything, 'aws_cloudwatch_log_account_policy')) {
      const [audit] = JSON.parse(attributes.policy_document).Statement;
      expect(audit.Operation.Audit.FindingsDestination).toEqual(
        attributes.region === 'eu-west-1' ? { CloudWatchLogs: { LogGroup: '/platform/masking-findings' } } : {},
      );
    }
    const [policy] = resources(everything, 'aws_cloudwatch_log_resource_policy').filter(({ stack }) => stack === 'prod');
    expect(JSON.parse(policy?.attributes.policy_document).Statement).toEqual([
      expect.objectContaining({
        Principal: { Service: 'delivery.logs.amazonaws.com' },
        Resource: 'arn:aws:logs:eu-west-1:444444444444:log-group:/platform/masking-findings:log-stream:*',
        Condition: { StringEquals: { 'aws:SourceAccount': '444444444444' }, ArnLike: { 'aws:SourceArn': 'arn:aws:logs:eu-west-1:444444444444:*' } },
      }),
    ]);
  });

  it('alarms for keys and cards, not for addresses', () => {
    const found = (...names: string[]) => ({
      auditTimestamp: '2026-11-25T21:11:20Z',
      resourceArn: 'arn:aws:logs:eu-west-1:444444444444:log-group:/app/shop:*',
      dataIdentifiers: names.map((name) => ({ name, count: 1, detections: [{ start: 13, end: 26 }] })),
    });
    const [filter] = resources(everything, 'aws_cloudwatch_log_metric_filter').filter(({ stack, name }) => stack === 'prod' && name.includes('masking'));
    expect(filter?.attributes).toMatchObject({ pattern: SECRETS_FOUND, log_group_name: '${aws_cloudwatch_log_group.log-masking_findings_log-group.name}' });
    expect(MANAGED_IDENTIFIERS.filter((name) => !matchesMetricFilter(SECRETS_FOUND, found(name)))).toEqual(['EmailAddress']);
    expect(matchesMetricFilter(SECRETS_FOUND, found('EmailAddress', 'PgpPrivateKey'))).toBe(true);
    expect(matchesMetricFilter(SECRETS_FOUND, found('EmailAddress', 'contract'))).toBe(false);
    const [alarm] = resources(everything, 'aws_cloudwatch_metric_alarm').filter(
      ({ stack, attributes }) => stack === 'prod' && attributes.alarm_name === 'platform-secrets-in-logs',
    );
    expect(alarm?.attributes).toMatchObject({ namespace: 'Platform/Masking', metric_name: 'secrets-in-logs', threshold: 1 });
    expect(filter?.attributes.metric_transformation).toMatchObject({ namespace: 'Platform/Masking', name: 'secrets-in-logs' });
  });

  it('can be switched off', () => {
    const input = exampleInput();
    input.dataProtection = { masking: 'off' };
    expect(resources(synth(input), 'aws_cloudwatch_log_account_policy')).toEqual([]);
  });
});
