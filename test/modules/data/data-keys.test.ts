import { matchesMetricFilter } from '../../../tools/detections/metric-filter';
import everythingOn from '../../fixtures/everything-on';
import { exampleInput } from '../../fixtures/example';
import { type FoundResource, resources, synth } from '../../support/synth';

const synthesis = synth(everythingOn());
const keys = resources(synthesis).filter(({ type }) => /^aws_kms_(replica_)?key$/.test(type));
const keyOf = (stack: string, type: string, name: string): FoundResource['attributes'] => synthesis.documents.get(stack).resource[type][name];
const WORKLOADS = ['prod', 'dev', 'test'];

it('every key waits 30 days before it goes, rotates, and says its class', () => {
  expect(keys.length).toBeGreaterThan(30);
  for (const { stack, name, type, attributes } of keys) {
    expect([stack, name, attributes.deletion_window_in_days]).toEqual([stack, name, 30]);
    expect([stack, name, attributes.enable_key_rotation]).toEqual([stack, name, type === 'aws_kms_key' ? true : undefined]);
    expect([stack, name, attributes.tags.DataClass]).toEqual([stack, name, expect.stringMatching(/^(customer|application|operational|infrastructure)$/)]);
  }
});

it('a class without replicas has a key of its own in each region', () => {
  for (const stack of WORKLOADS) {
    expect(keyOf(stack, 'aws_kms_key', 'key_customer_key').multi_region).toBeUndefined();
    expect(keyOf(stack, 'aws_kms_key', 'key_customer-eu-central-1_key')).toMatchObject({
      region: 'eu-central-1',
      tags: { DataClass: 'customer', Pii: 'true' },
    });
  }
});

it('a multi-Region class has one key, and replicas with the same policy and alias', () => {
  for (const stack of WORKLOADS) {
    const primary = keyOf(stack, 'aws_kms_key', 'key_application_key');
    const replica = keyOf(stack, 'aws_kms_replica_key', 'key_application-eu-central-1_key');
    expect(primary.multi_region).toBe(true);
    expect(replica).toMatchObject({ region: 'eu-central-1', primary_key_arn: '${aws_kms_key.key_application_key.arn}', tags: primary.tags });
    // Services are those of the replica's own region: nothing else may differ.
    // Backups lie at home, and so do their copies.
    const { Statement, ...rest } = JSON.parse(primary.policy);
    const policy = JSON.stringify({ ...rest, Statement: Statement.filter(({ Sid }: { Sid: string }) => !Sid.endsWith('BackupCopies')) });
    expect(Statement.filter(({ Sid }: { Sid: string }) => Sid.endsWith('BackupCopies'))).toHaveLength(2);
    expect(replica.policy).toBe(policy.replaceAll('eu-west-1', 'eu-central-1').replaceAll(/sso\.amazonaws\.com\/eu-central-1/g, 'sso.amazonaws.com/eu-west-1'));
    const alias = keyOf(stack, 'aws_kms_alias', 'key_application-eu-central-1_alias');
    expect(alias).toMatchObject({
      region: 'eu-central-1',
      name: 'alias/data/application',
      target_key_id: '${aws_kms_replica_key.key_application-eu-central-1_key.key_id}',
    });
  }
});

it('new volumes take the application key in each region that has one', () => {
  const defaults = resources(synthesis, 'aws_ebs_default_kms_key').map(({ stack, attributes }) => [stack, attributes.region, attributes.key_arn]);
  expect(defaults).toEqual(
    WORKLOADS.flatMap((stack) => [
      [stack, 'eu-central-1', '${aws_kms_replica_key.key_application-eu-central-1_key.arn}'],
      [stack, 'eu-west-1', '${aws_kms_key.key_application_key.arn}'],
    ]),
  );
});

it('a replica that is given up becomes a tombstone, and new volumes leave it alone', () => {
  const input = exampleInput();
  input.dataClasses.application = { ...input.dataClasses.application, multiRegion: true, additionalRegions: [{ region: 'eu-central-1', status: 'retired' }] };
  const { removed, resource } = synth(input).documents.get('dev');
  expect(removed).toContainEqual({ from: 'aws_kms_replica_key.key_application-eu-central-1_key', lifecycle: { destroy: false } });
  expect(resource.aws_kms_replica_key).toBeUndefined();
  expect(Object.values<FoundResource['attributes']>(resource.aws_ebs_default_kms_key).map(({ region }) => region)).toEqual(['eu-west-1']);
});

it('losing a key alarms in every account: the organization trail sees disabling and deletion', () => {
  const { pattern } = synthesis.documents.get('org-management').resource.aws_cloudwatch_log_metric_filter['trail_alarms_key-change-filter'];
  const event = (eventName: string, eventSource = 'kms.amazonaws.com') => ({ eventSource, eventName, recipientAccountId: '555555555555' });
  for (const name of ['DisableKey', 'ScheduleKeyDeletion']) expect([name, matchesMetricFilter(pattern, event(name))]).toEqual([name, true]);
  for (const name of ['Decrypt', 'EnableKey', 'CancelKeyDeletion']) expect([name, matchesMetricFilter(pattern, event(name))]).toEqual([name, false]);
  expect(matchesMetricFilter(pattern, event('DisableKey', 'iam.amazonaws.com'))).toBe(false);
  expect(Object.keys(synthesis.documents.get('org-management').resource.aws_cloudwatch_metric_alarm)).toContain('trail_alarms_key-change');
});
