import { IamAccountPasswordPolicy } from '@cdktf/provider-aws/lib/iam-account-password-policy';
import { IamServiceLinkedRole } from '@cdktf/provider-aws/lib/iam-service-linked-role';
import { S3AccountPublicAccessBlock } from '@cdktf/provider-aws/lib/s3-account-public-access-block';
import { Construct } from 'constructs';
import type { Account } from '../../config/blueprint';
import { importExisting } from '../../lib/import-existing';
import type { ConfigRole } from '../detection/config-recorder';

/** What every account gets once: no public bucket, no weak password, and the role that AWS Config records with. */
export class AccountBaseline extends Construct {
  readonly configRole: ConfigRole;

  constructor(scope: Construct, id: string, { account }: { readonly account: Account }) {
    super(scope, id);
    new S3AccountPublicAccessBlock(this, 's3-public-access-block', {
      blockPublicAcls: true,
      blockPublicPolicy: true,
      ignorePublicAcls: true,
      restrictPublicBuckets: true,
    });
    const passwords = new IamAccountPasswordPolicy(this, 'password-policy', {
      minimumPasswordLength: 20,
      passwordReusePrevention: 24,
      requireLowercaseCharacters: true,
      requireUppercaseCharacters: true,
      requireNumbers: true,
      requireSymbols: true,
      allowUsersToChangePassword: true,
    });
    if (account.existing.passwordPolicy) importExisting(passwords, 'iam-account-password-policy');
    const role = new IamServiceLinkedRole(this, 'config-role', { awsServiceName: 'config.amazonaws.com' });
    this.configRole = { role, arn: `arn:aws:iam::${account.id}:role/aws-service-role/config.amazonaws.com/AWSServiceRoleForConfig` };
    if (account.existing.configServiceLinkedRole) importExisting(role, this.configRole.arn);
  }
}
