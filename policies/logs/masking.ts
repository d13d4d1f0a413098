export interface DataIdentifier {
  readonly name: string;
  readonly regex: string;
}

/** AWS's own identifiers: credentials, and personal data that never has to stand in a log. */
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

/** CloudWatch Logs data protection policy of an account: counts what it finds (metric LogEventsWithFindings) and masks it for all who lack logs:Unmask. */
export function maskingPolicy(identifiers: readonly DataIdentifier[]): object {
  const DataIdentifier = [...MANAGED_IDENTIFIERS.map((name) => `arn:aws:dataprotection::aws:data-identifier/${name}`), ...identifiers.map(({ name }) => name)];
  return {
    Name: 'platform-masking',
    Description: 'Credentials and personal data in logs',
    Version: '2021-06-01',
    ...(identifiers.length > 0 ? { Configuration: { CustomDataIdentifier: identifiers.map(({ name, regex }) => ({ Name: name, Regex: regex })) } } : {}),
    Statement: [
      { Sid: 'audit', DataIdentifier, Operation: { Audit: { FindingsDestination: {} } } },
      { Sid: 'mask', DataIdentifier, Operation: { Deidentify: { MaskConfig: {} } } },
    ],
  };
}
