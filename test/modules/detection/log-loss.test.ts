import { accessLogCopiesName, type LogSource, lockedCopyName, logBucketName } from '../../../lib/naming';
import { LOG_DELIVERIES } from '../../../policies/bucket/log-delivery';
import { administrator, evaluateCall, principalNamed } from '../../../tools/can/corpus';
import { type Principal, permissionSet, permissionSetNames, roleNames } from '../../../tools/can/principals';
import { exampleInput } from '../../fixtures/example';
import { centralizedOrganization } from '../../support/log-archive';
import { resources, synth } from '../../support/synth';

const organization = centralizedOrganization();
const { accounts } = organization.synthesized.blueprint;
const ARCHIVE = accounts['log-archive']?.id as string;
const SOURCES = Object.keys(LOG_DELIVERIES) as LogSource[];
const bucketOf = (source: LogSource) => logBucketName('example-corp', source, ARCHIVE);
const COPY = lockedCopyName('example-corp', 'config', ARCHIVE);
const ACCESS = accessLogCopiesName('example-corp', ARCHIVE);

it('nobody who produces logs can delete them: every role, set and root of every account, with every right that IAM could give', async () => {
  const { synthesized } = organization;
  const everybody: Principal[] = Object.values(accounts).flatMap(({ name, id: account }) => [
    ...roleNames(synthesized, name).map((role) => administrator(`arn:aws:iam::${account}:role${role}`)),
    ...permissionSetNames(synthesized).flatMap((set) =>
      permissionSet(synthesized, set, name) ? [administrator(permissionSet(synthesized, set, name)?.arn as string)] : [],
    ),
    administrator(`arn:aws:iam::${account}:role/Admin`),
    administrator(`arn:aws:iam::${account}:role/OrganizationAccountAccessRole`),
    administrator(`arn:aws:iam::${account}:root`),
  ]);
  expect(everybody.length).toBeGreaterThan(80);
  const loss: string[] = [];
  for (const principal of everybody)
    for (const bucket of [...SOURCES.map(bucketOf), COPY, ACCESS])
      for (const action of ['s3:DeleteObject', 's3:DeleteObjectVersion', 's3:BypassGovernanceRetention', 's3:PutObjectRetention']) {
        const call = { action, resources: [`arn:aws:s3:::${bucket}/AWSLogs/x`], region: 'eu-west-1', resourceAccount: ARCHIVE };
        if ((await evaluateCall(synthesized, principal, call, ['scp', 'rcp', 'resource'])).allowed) loss.push(`${principal.arn} ${action} ${bucket}`);
      }
  const breakGlass = `arn:aws:iam::${ARCHIVE}:role/platform/break-glass`;
  expect(loss.filter((line) => !line.startsWith(breakGlass))).toEqual([]);
  expect(loss.length).toBeGreaterThan(0); // break-glass of the archive: the emergency that a governance lock leaves open
}, 120_000);

describe('the archive at each step', () => {
  const bucketsAt = (detection: 'native' | 'centralized') =>
    resources(synth({ ...exampleInput(), detection }), 'aws_s3_bucket')
      .filter(({ stack, attributes }) => stack === 'log-archive' && !attributes.bucket.includes('-state-'))
      .map(({ attributes }) => attributes.bucket)
      .sort();

  it('names the buckets as their services want them', () => {
    for (const source of SOURCES) expect(bucketOf(source).startsWith(LOG_DELIVERIES[source].namePrefix ?? 'example-corp-logs-')).toBe(true);
  });

  it('centralized adds a locked copy of what cannot be locked, and takes nothing away', () => {
    expect(bucketsAt('native')).toEqual(SOURCES.map(bucketOf).sort());
    expect(bucketsAt('centralized')).toEqual([...SOURCES.map(bucketOf), COPY, ACCESS].sort());
    const locked = resources({ documents: organization.documents } as never, 'aws_s3_bucket_object_lock_configuration').filter(
      ({ stack }) => stack === 'log-archive',
    );
    const unlocked = SOURCES.filter((source) => !LOG_DELIVERIES[source].objectLock);
    expect(locked).toHaveLength(SOURCES.length + 1); // the copies stand in for those that cannot be; access logs have theirs
    const replication = organization.documents.get('log-archive').resource.aws_s3_bucket_replication_configuration;
    expect(Object.keys(replication)).toEqual(unlocked.map((source) => `logs_${source}-copy_replication`));
    const [{ rule }] = Object.values<{ rule: Record<string, unknown>[] }>(replication) as [{ rule: Record<string, unknown>[] }];
    expect(rule[0]).toMatchObject({
      status: 'Enabled',
      delete_marker_replication: { status: 'Disabled' },
      source_selection_criteria: { sse_kms_encrypted_objects: { status: 'Enabled' } },
    });
  });

  it('the role that copies reads one bucket, writes the other, and deletes nowhere', async () => {
    const { synthesized } = organization;
    const copier = principalNamed(synthesized, '/platform/service/log-copy', 'log-archive');
    const key = resources({ documents: organization.documents } as never, 'aws_kms_key').find(
      ({ stack, name }) => stack === 'log-archive' && name === 'logs_key',
    );
    expect(key).toBeDefined();
    const may = async (action: string, bucket: string) =>
      (
        await evaluateCall(synthesized, copier, { action, resources: [`arn:aws:s3:::${bucket}/AWSLogs/x`], region: 'eu-west-1' }, [
          'scp',
          'rcp',
          'identity',
          'resource',
        ])
      ).allowed;
    expect(await may('s3:GetObjectVersionForReplication', bucketOf('config'))).toBe(true);
    expect(await may('s3:ReplicateObject', COPY)).toBe(true);
    expect(await may('s3:ReplicateObject', bucketOf('config'))).toBe(false);
    expect(await may('s3:ReplicateDelete', COPY)).toBe(false);
    expect(await may('s3:GetObjectVersionForReplication', bucketOf('cloudtrail'))).toBe(false);
    expect(await may('s3:DeleteObject', COPY)).toBe(false);
  });
});
