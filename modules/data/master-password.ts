import type { DbInstance } from '@cdktf/provider-aws/lib/db-instance';
import type { RdsCluster } from '@cdktf/provider-aws/lib/rds-cluster';

/** RDS makes and rotates it by itself (managed rotation, no function); people and applications sign in by IAM. */
export const MASTER_PASSWORD_DAYS = 7;

export const masterSecretArn = (database: RdsCluster | DbInstance): string => database.masterUserSecret.get(0).secretArn;
