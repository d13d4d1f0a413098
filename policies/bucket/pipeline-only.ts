import { bucketArn } from '../../lib/arn';
import type { PolicyStatement } from '../policy-document';
import { custodians } from '../resource/custodians';
import { denyOthers } from '../resource/perimeter';

export const SETTINGS = [
  's3:DeleteBucket*',
  's3:PutBucket*',
  's3:PutEncryptionConfiguration',
  's3:PutLifecycleConfiguration',
  's3:PutReplicationConfiguration',
];

/** Settings of a bucket of the platform change by the pipeline: another policy, encryption or lifecycle is the way to its objects. */
export const denySettingsByOthers = (bucket: string, account: string): PolicyStatement =>
  denyOthers('DenySettingsByOthers', { arn: bucketArn(bucket), actions: SETTINGS }, custodians(account));
