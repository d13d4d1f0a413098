import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { IamRolePolicy } from '@cdktf/provider-aws/lib/iam-role-policy';
import { S3BucketReplicationConfigurationA } from '@cdktf/provider-aws/lib/s3-bucket-replication-configuration';
import type { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import { type Account, accountNamed, type Blueprint } from '../../config/blueprint';
import { bucketArn, kmsAliasArn } from '../../lib/arn';
import { ACCESS_LOG_COPY_ROLE, accessLogBucketName, accessLogCopiesName, LOG_KEY_ALIAS, SERVICE_ROLE_PATH, workloadBucketName } from '../../lib/naming';
import { minify } from '../../policies/policy-document';
import { copyAccessLogs } from '../../policies/role/copy-access-logs';
import { serviceTrust } from '../../policies/role/trust';

export interface AccessLogCopiesProps {
  readonly blueprint: Blueprint;
  readonly account: Account;
}

/** Access logs of an account are copied into the archive within minutes: whoever owns the account owns no record of it. Deletions are not copied. */
export class AccessLogCopies extends Construct {
  private readonly role: IamRole;
  private readonly rights: IamRolePolicy;
  private readonly archive: string;
  private readonly to: string;
  private readonly region: string;

  constructor(scope: Construct, id: string, { blueprint, account }: AccessLogCopiesProps) {
    super(scope, id);
    const { name } = blueprint.organization;
    this.region = blueprint.regions.home;
    this.archive = accountNamed(blueprint, 'log-archive').id;
    this.to = accessLogCopiesName(name, this.archive);
    const own = accessLogBucketName(name, this.region, account.id);
    const workloads = blueprint.environments.some((environment) => environment.name === account.name);
    const from = [own, ...(workloads ? [workloadBucketName(name, account.name, 'access', account.id)] : [])];
    this.role = new IamRole(this, 'role', {
      name: ACCESS_LOG_COPY_ROLE,
      path: SERVICE_ROLE_PATH,
      assumeRolePolicy: minify(serviceTrust('s3.amazonaws.com', account.id)),
    });
    this.rights = new IamRolePolicy(this, 'copy', {
      name: 'copy',
      role: this.role.name,
      policy: minify(copyAccessLogs({ from, to: this.to, archive: this.archive, region: this.region })),
    });
    this.of(this, { region: this.region, bucket: own });
  }

  /** Copies another bucket of access logs, in the scope of its module. */
  of(scope: Construct, at: { readonly region: string; readonly bucket: string }, ...dependsOn: readonly ITerraformDependable[]): void {
    new S3BucketReplicationConfigurationA(scope, 'replication', {
      ...at,
      role: this.role.arn,
      rule: [
        {
          id: 'archive',
          status: 'Enabled',
          filter: { prefix: '' },
          deleteMarkerReplication: { status: 'Disabled' },
          destination: {
            bucket: bucketArn(this.to),
            account: this.archive,
            accessControlTranslation: { owner: 'Destination' },
            encryptionConfiguration: { replicaKmsKeyId: kmsAliasArn(this.region, this.archive, LOG_KEY_ALIAS) },
          },
        },
      ],
      dependsOn: [this.rights, ...dependsOn],
    });
  }
}
