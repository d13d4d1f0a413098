import type { DataClassName } from './blueprint';

/** Storage that a key of ours does not encrypt, and why. One that matches nothing fails test/encryption.test.ts. */
export interface EncryptionException {
  /** Terraform type. */
  readonly type: string;
  /** Part of the address that it holds for; all of the type when left out. */
  readonly address?: RegExp;
  /** Holds only where the stack has no key of this class in the resource's region. */
  readonly withoutKeyOf?: DataClassName;
  /** Why we live with it. */
  readonly reason: string;
  /** AWS's rule that it follows from, with its source. */
  readonly rule: string;
  /** When the rule was read. */
  readonly read: string;
}

/** The list of exceptions to "a customer-managed key everywhere". */
export const ENCRYPTION_EXCEPTIONS: readonly EncryptionException[] = [
  {
    type: 'aws_ebs_encryption_by_default',
    withoutKeyOf: 'application',
    reason: 'Accounts without workloads start no instances, and regions that no class lists run none: a key there would cost 1 USD a month for nothing.',
    rule: 'Where no default key is chosen, EBS encryption by default takes the AWS managed key aws/ebs, whose volumes cannot be shared (Amazon EBS user guide, "Amazon EBS encryption").',
    read: '2026-11',
  },
  {
    type: 'aws_s3_bucket',
    address: /(threat-lists_[a-z0-9-]+|hunting_indicators)_bucket$/,
    reason:
      'Indicators stand in the repository for everybody to read; SSE-S3 encrypts them without 1 USD a month for a key in each region, and the plan role, which decrypts nothing, can compare them.',
    rule: 'GuardDuty reads lists with SSE-S3 or SSE-KMS (user guide, "Setting up prerequisites for entity lists and IP address lists"); a HEAD request for an object under AWS KMS needs kms:Decrypt (Amazon S3 API reference, "HeadObject").',
    read: '2026-11',
  },
  {
    type: 'aws_s3_bucket',
    address: /access-logs_bucket$/,
    reason: 'Load balancers and S3 itself cannot write where a customer-managed key encrypts; who asked for what holds no data of customers.',
    rule: 'Access logs of load balancers and server access logs of buckets are delivered to buckets with SSE-S3 only (Elastic Load Balancing user guide, "Enable access logs"; Amazon S3 user guide, "Enabling Amazon S3 server access logging").',
    read: '2026-11',
  },
  {
    type: 'aws_sqs_queue',
    address: /alerts_undelivered-[\w-]+_queue$/,
    withoutKeyOf: 'operational',
    reason:
      'A queue that is empty but in trouble, in a region where the security account has no key: one would cost 1 USD a month for nothing. SSE-SQS encrypts it.',
    rule: 'EventBridge sends to a dead-letter queue of the same region as the rule (EventBridge user guide, "Using dead-letter queues to process undelivered events").',
    read: '2026-11',
  },
];
