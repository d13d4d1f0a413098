import { type LogSource, lockedCopyName, logBucketName } from '../../../lib/naming';
import { LOG_DELIVERIES } from '../../../policies/bucket/log-delivery';
import { administrator, evaluateCall, principalNamed } from '../../../tools/can/corpus';
import type { Synthesized } from '../../../tools/can/synthesized';
import { archivePolicies, centralizedOrganization, weakened, withPolicy } from '../../support/log-archive';

const organization = centralizedOrganization();
const { accounts } = organization.synthesized.blueprint;
const id = (name: string) => accounts[name]?.id as string;
const ARCHIVE = id('log-archive');
const KEY = `arn:aws:kms:eu-west-1:${ARCHIVE}:alias/platform/logs`;
const TRAIL = `arn:aws:cloudtrail:eu-west-1:${id('management')}:trail/organization`;
const STRANGER = '210987654321';
const SOURCES = Object.keys(LOG_DELIVERIES) as LogSource[];
const bucketOf = (source: LogSource) => logBucketName('example-corp', source, ARCHIVE);
const COPY = lockedCopyName('example-corp', 'config', ARCHIVE);
const OURS = 'o-a1b2c3d4e5';

/** What a service says of itself (documentation of each service, read 2026-11), and where it writes. */
interface Delivery {
  readonly what: string;
  readonly service: string;
  readonly action: string;
  readonly resource: string;
  readonly context: Readonly<Record<string, string>>;
}
const FOLDERS: Readonly<Record<LogSource, (account: string) => string[]>> = {
  cloudtrail: (account) => [
    `AWSLogs/${OURS}/${account}/CloudTrail/eu-west-1/2026/11/25/x.json.gz`,
    `AWSLogs/${OURS}/${account}/CloudTrail-Digest/eu-west-1/x.json.gz`,
  ],
  config: (account) => [`AWSLogs/${account}/Config/eu-west-1/2026/11/25/ConfigHistory/x.json.gz`, `AWSLogs/${account}/Config/ConfigWritabilityCheckFile`],
  network: (account) => [
    `flow-logs/AWSLogs/aws-account-id=${account}/aws-service=vpcflowlogs/aws-region=eu-west-1/year=2026/x.parquet`,
    `network-firewall/prod/AWSLogs/${account}/network-firewall/alert/eu-west-1/x.log.gz`,
  ],
  resolver: (account) => [`AWSLogs/${account}/vpcdnsquerylogs/vpc-1/2026/11/25/x.log.gz`],
  waf: (account) => [`AWSLogs/${account}/WAFLogs/eu-west-1/prod/x.log.gz`],
};
const saysFor = (source: LogSource, account: string, org = OURS): Readonly<Record<string, string>> => {
  if (source === 'cloudtrail') return { 'aws:SourceArn': TRAIL, 'aws:SourceAccount': id('management'), 'aws:SourceOrgID': org };
  const arn: Record<string, string> = source === 'config' ? {} : { 'aws:SourceArn': `arn:aws:logs:eu-west-1:${account}:*` };
  return { 'aws:SourceAccount': account, 'aws:SourceOrgID': org, ...arn };
};
const put = (what: string, source: LogSource, key: string, context: Readonly<Record<string, string>>): Delivery => ({
  what,
  service: LOG_DELIVERIES[source].principal,
  action: 's3:PutObject',
  resource: `arn:aws:s3:::${bucketOf(source)}/${key}`,
  context,
});

const MUST: readonly Delivery[] = SOURCES.flatMap((source) =>
  Object.keys(accounts).flatMap((name) => {
    const context = saysFor(source, id(name));
    const { principal: service, bucketActions } = LOG_DELIVERIES[source];
    return [
      ...FOLDERS[source](id(name)).map((key) => put(`${source} of ${name}`, source, key, context)),
      ...bucketActions.map((action) => ({
        what: `${source} of ${name} looks at the bucket`,
        service,
        action,
        resource: `arn:aws:s3:::${bucketOf(source)}`,
        context,
      })),
      {
        what: `${source} of ${name} encrypts`,
        service,
        action: 'kms:GenerateDataKey',
        resource: KEY,
        context: source === 'cloudtrail' ? { 'kms:EncryptionContext:aws:cloudtrail:arn': TRAIL } : context,
      },
    ];
  }),
);

const MUST_NOT: readonly Delivery[] = SOURCES.flatMap((source) => {
  const [key = ''] = FOLDERS[source](id('prod'));
  const right = saysFor(source, id('prod'));
  const { principal: service } = LOG_DELIVERIES[source];
  const foreign = { 'aws:SourceAccount': STRANGER, 'aws:SourceOrgID': 'o-somebodyelse' };
  const stranger = source === 'cloudtrail' ? { ...foreign, 'aws:SourceArn': `arn:aws:cloudtrail:eu-west-1:${STRANGER}:trail/organization` } : foreign;
  const trail = source === 'cloudtrail';
  return [
    put(`${source} for a stranger`, source, key.replaceAll(id('prod'), STRANGER), stranger),
    put(`${source} for another trail or service of ours`, source, key, {
      ...right,
      'aws:SourceArn': trail ? `arn:aws:cloudtrail:eu-west-1:${id('prod')}:trail/own` : `arn:aws:logs:eu-west-1:${STRANGER}:*`,
    }),
    put(`${source} outside its folder`, source, trail ? 'AWSLogs/elsewhere/x' : `AWSLogs/${id('dev')}/x`, right),
    ...['s3:GetObject', 's3:DeleteObject', 's3:PutBucketPolicy', 's3:PutLifecycleConfiguration'].map((action) => ({
      ...put(`${source}: ${action}`, source, key, right),
      action,
      ...(action.includes('Object') ? {} : { resource: `arn:aws:s3:::${bucketOf(source)}` }),
    })),
    {
      what: `${source} looks at the bucket for a stranger`,
      service,
      action: 's3:GetBucketAcl',
      resource: `arn:aws:s3:::${bucketOf(source)}`,
      context: stranger,
    },
    {
      what: `${source} looks at the bucket for something else`,
      service,
      action: 's3:GetBucketAcl',
      resource: `arn:aws:s3:::${bucketOf(source)}`,
      context: { ...right, 'aws:SourceArn': `arn:aws:logs:eu-west-1:${STRANGER}:*` },
    },
    { ...put(`${source} by another service`, source, key, right), service: 'guardduty.amazonaws.com' },
    {
      what: `${source} encrypts for a stranger`,
      service,
      action: 'kms:GenerateDataKey',
      resource: KEY,
      context: trail ? { 'kms:EncryptionContext:aws:cloudtrail:arn': stranger['aws:SourceArn' as keyof typeof stranger] } : stranger,
    },
    ...(trail ? [{ what: 'a check for another trail', service, action: 'kms:DescribeKey', resource: KEY, context: stranger }] : []),
    ...(trail || source === 'config'
      ? []
      : [
          {
            what: `${source} encrypts for something else`,
            service,
            action: 'kms:Decrypt',
            resource: KEY,
            context: { ...right, 'aws:SourceArn': `arn:aws:logs:eu-west-1:${STRANGER}:*` },
          },
        ]),
  ];
}).filter(({ what }) => !/config (for another|looks at the bucket for something)/.test(what)); // AWS Config documents no ARN

const allowed = async (synthesized: Synthesized, { service, action, resource, context }: Delivery): Promise<boolean> => {
  const principal = principalNamed(synthesized, service, 'log-archive');
  return (await evaluateCall(synthesized, principal, { action, resources: [resource], region: 'eu-west-1', context }, ['rcp', 'resource'])).allowed;
};

it(`every service delivers for every account: ${MUST.length} requests`, async () => {
  for (const delivery of MUST)
    expect([delivery.what, delivery.action, await allowed(organization.synthesized, delivery)]).toEqual([delivery.what, delivery.action, true]);
});

it(`and for nobody else, nothing else, nowhere else: ${MUST_NOT.length} requests`, async () => {
  for (const delivery of MUST_NOT)
    expect([delivery.what, delivery.action, await allowed(organization.synthesized, delivery)]).toEqual([delivery.what, delivery.action, false]);
});

/** What people and roles must not do to a bucket: each is stopped by the bucket's policy alone. */
const ADMINISTRATOR = administrator(`arn:aws:iam::${ARCHIVE}:role/Admin`);
const ABUSES: readonly (readonly [what: string, action: string, context: Readonly<Record<string, string>>])[] = [
  ['deletes', 's3:DeleteObject', {}],
  ['forges', 's3:PutObject', {}],
  ['reads by plain HTTP', 's3:GetObject', { 'aws:SecureTransport': 'false' }],
  ['reads by old TLS', 's3:GetObject', { 's3:TlsVersion': '1.1' }],
  ['reads from another organization', 's3:GetObject', { 'aws:PrincipalOrgID': 'o-somebodyelse' }],
];

async function abuses(synthesized: Synthesized, bucket: string): Promise<string[]> {
  const done: string[] = [];
  for (const [what, action, context] of ABUSES) {
    const call = { action, resources: [`arn:aws:s3:::${bucket}/AWSLogs/x`], region: 'eu-west-1', context };
    if ((await evaluateCall(synthesized, ADMINISTRATOR, call, ['resource'])).allowed) done.push(what);
  }
  return done;
}

const policies = [
  ...archivePolicies(organization.documents, 'aws_s3_bucket_policy', /^logs_/),
  ...archivePolicies(organization.documents, 'aws_kms_key', /^logs_key$/),
];

it('has a policy for each source, one for each kind of copies and one for the key', () => {
  expect(policies.map(({ address }) => address).sort()).toEqual(
    [...SOURCES.map((source) => `logs_${source}_policy`), 'logs_access_policy', 'logs_config-copy_policy', 'logs_key'].sort(),
  );
});

it.each(policies.filter(({ type }) => type === 'aws_s3_bucket_policy').map(({ address }) => address))('%s stops abuse by people by itself', async (address) => {
  const bucket = address === 'logs_config-copy_policy' ? COPY : bucketOf(address.split('_')[1] as LogSource);
  expect(await abuses(organization.synthesized, bucket)).toEqual([]);
});

/** The RCPs stop some of it, too; here the archive's own policies stand alone. */
const alone = async (synthesized: Synthesized, { service, action, resource, context }: Delivery) =>
  (
    await evaluateCall(synthesized, principalNamed(synthesized, service, 'log-archive'), { action, resources: [resource], region: 'eu-west-1', context }, [
      'resource',
    ])
  ).allowed;

/** Statements that every key of ours has; test/policies/key-policy.test.ts and test/modules/data/key-mutations.test.ts take them apart. The last one: access-log-copies.test.ts. */
const KNOWN_TO_OTHERS = /AllowKeyAdministration|AllowReadingKeySettings|AllowUseThroughServices|DenyUseByKeyAdministrators|AllowAccessLogCopies/;

const mutants = policies.flatMap((policy) => weakened(policy.statements).map((mutant) => ({ policy, ...mutant, name: `${policy.address}: ${mutant.what}` })));

it.each(mutants.filter(({ what }) => !KNOWN_TO_OTHERS.test(what)))('$name is noticed', async ({ policy, statements }) => {
  const changed = withPolicy(organization, policy, statements);
  const bucket =
    policy.address === 'logs_config-copy_policy' ? COPY : policy.type === 'aws_kms_key' ? undefined : bucketOf(policy.address.split('_')[1] as LogSource);
  const noticed: string[] = bucket ? await abuses(changed, bucket) : [];
  for (const delivery of MUST_NOT) {
    if (noticed.length > 0) break;
    const about = bucket ? delivery.resource.startsWith(`arn:aws:s3:::${bucket}`) : delivery.resource === KEY;
    if (about && (await alone(changed, delivery))) noticed.push(delivery.what);
  }
  if (noticed.length === 0 && policy.type === 'aws_kms_key') noticed.push(...(await keyAbuses(changed)));
  expect(noticed).not.toEqual([]);
});

async function keyAbuses(synthesized: Synthesized): Promise<string[]> {
  const done: string[] = [];
  for (const action of ['kms:ScheduleKeyDeletion', 'kms:DisableKey']) {
    const apply = administrator(`arn:aws:iam::${ARCHIVE}:role/platform/apply`);
    if ((await evaluateCall(synthesized, apply, { action, resources: [KEY], region: 'eu-west-1' }, ['resource'])).allowed) done.push(action);
  }
  return done;
}

it('the key outlives its administrators', async () => {
  expect(await keyAbuses(organization.synthesized)).toEqual([]);
});
