/** Families of findings that have a response; the configuration gives each a mode (config/response-schema.ts). */
export const FAMILIES = [
  'exposed-key',
  'anomalous-identity',
  'compromised-instance',
  'malware',
  'public-bucket',
  'public-access-block',
  'open-security-group',
  'disabled-recording',
  'disabled-detection',
  'root-use',
] as const;
export type Family = (typeof FAMILIES)[number];

/** off: nothing is looked at. dry-run: says what it would do. approve: waits for a person. automatic: acts at once. */
export const MODES = ['off', 'dry-run', 'approve', 'automatic'] as const;
export type Mode = (typeof MODES)[number];

/** What a response acts on. */
export type Target =
  | { readonly kind: 'access-key'; readonly accessKeyId: string }
  | { readonly kind: 'role'; readonly roleName: string }
  | { readonly kind: 'instance'; readonly instanceId: string }
  | { readonly kind: 'object'; readonly bucket: string; readonly key: string; readonly versionId?: string }
  | { readonly kind: 'bucket'; readonly bucket: string }
  | { readonly kind: 'security-group'; readonly groupId: string }
  | { readonly kind: 'prefix-list'; readonly prefixListId: string }
  | { readonly kind: 'trail'; readonly name: string }
  | { readonly kind: 'recorder'; readonly name: string }
  | { readonly kind: 'detector' }
  | { readonly kind: 'hub' }
  | { readonly kind: 'account' }
  /** Something that no response can put right; people are told. */
  | { readonly kind: 'nothing'; readonly what: string };

/** Something happened that has a response. */
export interface Incident {
  /** The same for each delivery of the same event. */
  readonly id: string;
  readonly family: Family;
  readonly account: string;
  readonly region: string;
  readonly target: Target;
  /** When it happened or was reported: ISO 8601. The time to respond counts from here. */
  readonly at: string;
  /** Who reported it, and as what: a finding type, an event name. */
  readonly reason: string;
}
