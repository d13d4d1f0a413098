import type { PolicyStatement } from '../policy-document';
import type { KeyContext } from './key-context';

/** CloudWatch Logs keeps what a log anomaly detector has learned under our key (user guide, "Encrypt an anomaly detector and its results with AWS KMS"). */
export function allowAnomalyDetectors({ account, region }: KeyContext): PolicyStatement[] {
  const detectors = `arn:aws:logs:${region}:${account}:anomaly-detector:*`;
  const principal = { Service: `logs.${region}.amazonaws.com` };
  const crypt = ['kms:Encrypt', 'kms:Decrypt', 'kms:GenerateDataKey*'];
  const ours = { StringEquals: { 'aws:SourceAccount': account } };
  return [
    {
      Sid: 'AllowAnomalyDetectors',
      Effect: 'Allow',
      Principal: principal,
      Action: crypt,
      Resource: '*',
      Condition: { ...ours, ArnLike: { 'aws:SourceArn': detectors, 'kms:EncryptionContext:aws:logs:arn': detectors } },
    },
    {
      Sid: 'AllowAnomalyDetectorsReEncryption',
      Effect: 'Allow',
      Principal: principal,
      Action: [...crypt, 'kms:ReEncrypt*'],
      Resource: '*',
      Condition: { ...ours, ArnLike: { 'aws:SourceArn': detectors, 'kms:EncryptionContext:aws-crypto-ec:aws:logs:arn': detectors } },
    },
    { Sid: 'AllowAnomalyDetectorsDescribing', Effect: 'Allow', Principal: principal, Action: 'kms:DescribeKey', Resource: '*', Condition: ours },
  ];
}
