export interface DataIdentifier {
  readonly name: string;
  readonly regex: string;
}

/** AWS's own identifiers, without those of single countries: credentials, and personal data that never has to stand in a log (CloudWatch Logs user guide, "Types of data", read 2026-11). */
export const MANAGED_IDENTIFIERS: readonly string[] = [
  'AwsSecretKey',
  'CreditCardNumber',
  'CreditCardSecurityCode',
  'EmailAddress',
  'OpenSshPrivateKey',
  'PgpPrivateKey',
  'PkcsPrivateKey',
  'PuttyPrivateKey',
];

export interface MaskingProps {
  readonly name: string;
  readonly description: string;
  /** Identifiers of our own. @default none */
  readonly identifiers?: readonly DataIdentifier[];
  /** Log group for what is found: which group and kind, never the value. @default a metric only */
  readonly findings?: string;
}

/** A metric filter over findings: keys and cards, whose mere presence in a log is an incident. */
export const SECRETS_FOUND = '{ ($.dataIdentifiers[*].name = "*Key") || ($.dataIdentifiers[*].name = "CreditCard*") }';

/** CloudWatch Logs data protection policy: counts what it finds (metric LogEventsWithFindings) and masks it for all who lack logs:Unmask. */
export function maskingPolicy({ name, description, identifiers = [], findings }: MaskingProps): object {
  const DataIdentifier = [
    ...MANAGED_IDENTIFIERS.map((name) => `arn:aws:dataprotection::aws:data-identifier/${name}`),
    ...identifiers.map((identifier) => identifier.name),
  ];
  return {
    Name: name,
    Description: description,
    Version: '2021-06-01',
    ...(identifiers.length > 0
      ? { Configuration: { CustomDataIdentifier: identifiers.map((identifier) => ({ Name: identifier.name, Regex: identifier.regex })) } }
      : {}),
    Statement: [
      { Sid: 'audit', DataIdentifier, Operation: { Audit: { FindingsDestination: findings ? { CloudWatchLogs: { LogGroup: findings } } : {} } } },
      { Sid: 'mask', DataIdentifier, Operation: { Deidentify: { MaskConfig: {} } } },
    ],
  };
}
