import type { ChangeGroup } from './grouped-changes';
import type { ValueChange } from './value-changes';

/** A setting that protects, and how to see that a change weakens it. */
interface Protection {
  /** End of the path, behind a dot. */
  readonly setting: RegExp;
  readonly weaker: (change: ValueChange) => boolean;
  readonly says: string;
}

const one = (texts: readonly string[]): string => texts[0] ?? '';
const from =
  (...words: string[]) =>
  ({ removed }: ValueChange) =>
    removed.some((text) => words.includes(text));
const to =
  (...words: string[]) =>
  ({ added }: ValueChange) =>
    added.some((text) => words.includes(text));
const shorter = ({ removed, added }: ValueChange): boolean => Number(one(removed)) > 0 && (added.length === 0 || Number(one(added)) < Number(one(removed)));
/** PT8H, PT30M */
const minutes = (text: string): number => {
  const [, hours = 0, rest = 0] = /^PT(?:(\d+)H)?(?:(\d+)M)?$/.exec(text) ?? [];
  return Number(hours) * 60 + Number(rest);
};

/** Terraform's names for what protects, over all types; and blocks whose presence is the protection, such as that of a WAF rule which blocks. */
const PROTECTIONS: readonly Protection[] = [
  {
    setting:
      /^(prevent_destroy|deletion_protection(_enabled)?|delete_protection|firewall_policy_change_protection|subnet_change_protection|enable_deletion_protection)$/,
    weaker: from('true'),
    says: 'can be deleted or replaced',
  },
  {
    setting: /^(block_public_\w+|ignore_public_acls|restrict_public_buckets|block_public_policy|internet_gateway_block_mode)$/,
    weaker: (change) => from('true', 'block-bidirectional')(change) && !to('block-bidirectional')(change),
    says: 'may become public',
  },
  { setting: /^(publicly_accessible|map_public_ip_on_launch|associate_public_ip_address)$/, weaker: to('true'), says: 'is reachable from the internet' },
  { setting: /^(force_destroy|skip_final_snapshot|force_delete)$/, weaker: to('true'), says: 'goes with all that it holds' },
  {
    setting: /^(encrypted|encrypt|storage_encrypted|encryption_at_rest|enable_key_rotation|bucket_key_enabled|transit_encryption_enabled)$/,
    weaker: from('true'),
    says: 'is no longer encrypted, or its key no longer rotated',
  },
  { setting: /^(kms_key_id|kms_key_arn|kms_master_key_id|kms_key|key_id|key_arn)$/, weaker: ({ added }) => added.length === 0, says: 'has no key of its own' },
  {
    setting:
      /^(enable_logging|enable_log_file_validation|is_multi_region_trail|is_organization_trail|include_global_service_events|is_enabled|enabled|enable|actions_enabled|recording_enabled|all_supported|auto_enable)$/,
    weaker: from('true'),
    says: 'is switched off',
  },
  {
    setting: /^(status|state|auto_enable_organization_members|verification_status)$/,
    weaker: (change) => from('Enabled', 'ENABLED', 'enabled', 'ALL')(change) && !to('Enabled', 'ENABLED', 'enabled', 'ALL')(change),
    says: 'is switched off',
  },
  {
    setting:
      /^(retention_in_days|retention_period|backup_retention_period|deletion_window_in_days|recovery_window_in_days|min_retention_days|days|years|delete_after)$/,
    weaker: shorter,
    says: 'is kept for a shorter time',
  },
  { setting: /^session_duration$/, weaker: ({ removed, added }) => minutes(one(added)) > minutes(one(removed)), says: 'lasts longer' },
  { setting: /^max_session_duration$/, weaker: ({ removed, added }) => Number(one(added)) > Number(one(removed)), says: 'lasts longer' },
  { setting: /^mode$/, weaker: from('COMPLIANCE', 'enforce'), says: 'is no longer enforced' },
  { setting: /^http_tokens$/, weaker: from('required'), says: 'takes requests without a token (IMDSv1)' },
  { setting: /^tag_policy_compliance$/, weaker: from('error'), says: 'no longer refuses missing tags' },
  { setting: /^(ssl_policy|minimum_protocol_version|security_policy)$/, weaker: () => true, says: 'takes other versions of TLS: compare them' },
  { setting: /^(actions|alarm_actions|cidr_blocks|cidr_ipv4|cidr_ipv6|cidr_block)$/, weaker: to('0.0.0.0/0', '::/0'), says: 'is open to everybody' },
  { setting: /^alarm_actions$/, weaker: ({ added }) => added.length === 0, says: 'tells nobody' },
  {
    setting: /^(stateful_default_actions|default_actions)$/,
    weaker: ({ removed }) => removed.some((text) => /drop/.test(text)),
    says: 'lets through what it dropped',
  },
  { setting: /^firewall_fail_open$/, weaker: from('DISABLED'), says: 'lets queries through when it fails' },
  { setting: /^action\.block$/, weaker: ({ added, removed }) => removed.length > 0 && added.length === 0, says: 'no longer blocks' },
  { setting: /^override_action\.count$/, weaker: ({ added }) => added.length > 0, says: 'only counts' },
  {
    setting: /^lifecycle$/,
    weaker: ({ added, removed }) => one(removed).includes('"prevent_destroy":true') && !one(added).includes('"prevent_destroy":true'),
    says: 'can be deleted or replaced',
  },
];

/** Why a change of a group weakens a protection, a line each: `path: says`. */
export function looserValues({ changes }: ChangeGroup): string[] {
  return changes.flatMap((change) => {
    const ends = endsOf(change.path);
    const found = PROTECTIONS.find(({ setting, weaker }) => ends.some((end) => setting.test(end)) && weaker(change));
    return found ? [`${change.path} ${found.says}`] : [];
  });
}

/** `deletion_protection` of `a.b[c].deletion_protection[0]`, and the two last names together. */
function endsOf(path: string): string[] {
  const names = path.replace(/(\[[^\]]*\]|\s\(order\))+$/, '').split('.');
  return [names.slice(-1), names.slice(-2)].map((last) => last.join('.'));
}
