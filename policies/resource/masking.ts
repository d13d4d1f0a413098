/** Kinds of data that CloudWatch Logs finds by itself, without those of single countries (CloudWatch Logs user guide, "Types of data", read 2026-11). */
const IDENTIFIERS = [
  'AwsSecretKey',
  'CreditCardNumber',
  'CreditCardSecurityCode',
  'EmailAddress',
  'OpenSshPrivateKey',
  'PgpPrivateKey',
  'PkcsPrivateKey',
  'PuttyPrivateKey',
];

/** Whoever reads a log sees asterisks; a trace of credentials is counted (metric LogEventsWithFindings). Only logs:Unmask shows the text. */
export function maskingPolicy(description: string): object {
  const DataIdentifier = IDENTIFIERS.map((name) => `arn:aws:dataprotection::aws:data-identifier/${name}`);
  return {
    Name: 'masking',
    Description: description,
    Version: '2021-06-01',
    Statement: [
      { Sid: 'audit', DataIdentifier, Operation: { Audit: { FindingsDestination: {} } } },
      { Sid: 'mask', DataIdentifier, Operation: { Deidentify: { MaskConfig: {} } } },
    ],
  };
}
