import { looserValues } from '../../../tools/review/looser-values';
import { valueChanges } from '../../../tools/review/value-changes';

const said = (before: object, after: object) =>
  looserValues({ action: 'change', addresses: ['aws_x.y'], type: 'aws_x', places: new Map([['prod', []]]), changes: valueChanges(before, after) });

/** From the first to the second a protection is lost; the other way round none is. */
it.each<[string, object, object]>([
  ['deletion protection', { deletion_protection: true }, { deletion_protection: false }],
  ['prevent_destroy', { lifecycle: { prevent_destroy: true } }, {}],
  ['the public access block', { block_public_acls: true }, { block_public_acls: false }],
  ['a database that is reachable', { publicly_accessible: false }, { publicly_accessible: true }],
  ['encryption', { storage_encrypted: true }, {}],
  ['a key of its own', { kms_key_id: 'alias/data/customer' }, {}],
  ['a trail that logs', { enable_logging: true }, { enable_logging: false }],
  ['versions of objects', { versioning_configuration: { status: 'Enabled' } }, { versioning_configuration: { status: 'Suspended' } }],
  ['a backup that is kept', { backup_retention_period: 35 }, { backup_retention_period: 7 }],
  ['the window before a key is gone', { deletion_window_in_days: 30 }, { deletion_window_in_days: 7 }],
  ['a session', { session_duration: 'PT1H' }, { session_duration: 'PT12H' }],
  ['a lock', { rule: { default_retention: { mode: 'COMPLIANCE' } } }, { rule: { default_retention: { mode: 'GOVERNANCE' } } }],
  ['tokens of the metadata service', { metadata_options: { http_tokens: 'required' } }, { metadata_options: { http_tokens: 'optional' } }],
  ['an address range', { cidr_ipv4: '10.0.0.0/8' }, { cidr_ipv4: '0.0.0.0/0' }],
  ['an alarm that tells somebody', { alarm_actions: ['arn:aws:sns:eu-west-1:111111111111:alerts'] }, { alarm_actions: [] }],
  [
    'what a firewall drops',
    { firewall_policy: { stateful_default_actions: ['aws:drop_established'] } },
    { firewall_policy: { stateful_default_actions: ['aws:alert_established'] } },
  ],
  ['a rule that blocks', { rule: [{ name: 'a', action: { block: {} } }] }, { rule: [{ name: 'a', action: { count: {} } }] }],
  ['a managed group that blocks', { rule: [{ name: 'a', override_action: { none: {} } }] }, { rule: [{ name: 'a', override_action: { count: {} } }] }],
])('%s', (_what, safe, weak) => {
  expect(said(safe, weak)).toHaveLength(1);
  expect(said(weak, safe)).toEqual([]);
});

it.each<[string, object, object]>([
  ['a longer retention', { retention_in_days: 365 }, { retention_in_days: 3653 }],
  ['another alarm topic', { alarm_actions: ['a'] }, { alarm_actions: ['b'] }],
  ['another name', { name: 'a' }, { name: 'b' }],
  ['a key instead of another', { kms_key_id: 'alias/a' }, { kms_key_id: 'alias/b' }],
])('says nothing of %s', (_what, before, after) => {
  expect(said(before, after)).toEqual([]);
});
