import type { DbInstance } from '@cdktf/provider-aws/lib/db-instance';
import type { RdsCluster } from '@cdktf/provider-aws/lib/rds-cluster';
import { SecretsmanagerSecretPolicy } from '@cdktf/provider-aws/lib/secretsmanager-secret-policy';
import { SecretsmanagerSecretRotation } from '@cdktf/provider-aws/lib/secretsmanager-secret-rotation';
import { Construct } from 'constructs';
import { minify } from '../../policies/policy-document';
import { masterSecretPolicy } from '../../policies/resource/secret';
import type { Workload } from './workload';

export interface MasterPasswordProps {
  readonly workload: Workload;
  /** Its password is made and changed by RDS (managed rotation, no function). */
  readonly database: RdsCluster | DbInstance;
}

/** The password that could do everything in a database: RDS makes it, changes it every week and shows it to nobody. */
export class MasterPassword extends Construct {
  readonly secretArn: string;

  constructor(scope: Construct, id: string, { workload, database }: MasterPasswordProps) {
    super(scope, id);
    const { region, account, organization } = workload;
    this.secretArn = database.masterUserSecret.get(0).secretArn;
    new SecretsmanagerSecretPolicy(this, 'policy', {
      region,
      secretArn: this.secretArn,
      blockPublicPolicy: true,
      policy: minify(masterSecretPolicy(account, organization.id)),
    });
    new SecretsmanagerSecretRotation(this, 'rotation', { region, secretId: this.secretArn, rotationRules: { automaticallyAfterDays: 7 } });
  }
}
