import { bucketArn, platformRoleArn } from '../../lib/arn';
import type { PolicyStatement } from '../policy-document';

/** A role of one environment cannot read another's state: only this account's platform roles touch the objects. */
export const denyStateToOthers = (bucket: string, account: string, bootstrapRoles: readonly string[]): PolicyStatement => ({
  Sid: 'DenyStateToOthers',
  Effect: 'Deny',
  Principal: '*',
  // A replication role writes versions without s3:PutObject: a forged state runs code at the next apply.
  Action: ['s3:GetObject*', 's3:PutObject*', 's3:DeleteObject*', 's3:RestoreObject', 's3:Replicate*', 's3:UpdateObjectEncryption'],
  Resource: `${bucketArn(bucket)}/*`,
  Condition: {
    ArnNotLike: {
      'aws:PrincipalArn': [platformRoleArn(account, 'plan'), platformRoleArn(account, 'apply'), platformRoleArn(account, 'break-glass'), ...bootstrapRoles],
    },
  },
});

/** The plan role takes and gives back the lock; it can neither write nor delete a state. */
export const denyStateChangeByPlan = (bucket: string, account: string): PolicyStatement => ({
  Sid: 'DenyStateChangeByPlan',
  Effect: 'Deny',
  Principal: '*',
  Action: ['s3:PutObject*', 's3:DeleteObject*'],
  Resource: `${bucketArn(bucket)}/*.tfstate`,
  Condition: { ArnLike: { 'aws:PrincipalArn': platformRoleArn(account, 'plan') } },
});

/** Who breaks into the apply role must not unlock, expose or purge the states. */
export const denyStateBucketChange = (bucket: string, account: string, bootstrapRoles: readonly string[]): PolicyStatement => ({
  Sid: 'DenyStateBucketChange',
  Effect: 'Deny',
  Principal: '*',
  Action: [
    's3:DeleteBucket*',
    's3:PutBucketPolicy',
    's3:PutBucketPublicAccessBlock',
    's3:PutBucketVersioning',
    's3:PutEncryptionConfiguration',
    's3:PutLifecycleConfiguration',
    's3:PutReplicationConfiguration',
    's3:PutBucketOwnershipControls',
    's3:PutBucketAcl',
    's3:DeleteObjectVersion',
  ],
  Resource: [bucketArn(bucket), `${bucketArn(bucket)}/*`],
  Condition: { ArnNotLike: { 'aws:PrincipalArn': [platformRoleArn(account, 'break-glass'), ...bootstrapRoles] } },
});
