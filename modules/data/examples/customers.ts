import { Construct } from 'constructs';
import type { AccessLogBucket } from '../access-log-bucket';
import { AuroraCluster } from '../aurora-cluster';
import { DatabaseInstance } from '../database-instance';
import { EncryptedBucket } from '../encrypted-bucket';
import { RotatedSecret } from '../rotated-secret';
import type { Workload } from '../workload';

export interface CustomersProps {
  readonly workload: Workload;
  readonly accessLogs: AccessLogBucket;
  readonly rotationFunction: string;
  readonly shopSecurityGroupId: string;
}

/** What customers entrusted to us: documents, a database, and the key of the partner that checks addresses. */
export class Customers extends Construct {
  constructor(scope: Construct, id: string, { workload, accessLogs, rotationFunction, shopSecurityGroupId }: CustomersProps) {
    super(scope, id);
    const { region, account } = workload;
    const common = { workload, dataClass: 'customer', owner: 'customers' } as const;
    new EncryptedBucket(this, 'documents', { ...common, name: 'documents', readers: ['app/customers'], writers: ['app/customers'], accessLogs });
    new AuroraCluster(this, 'database', {
      ...common,
      name: 'customers',
      engine: 'aurora-postgresql',
      family: 'aurora-postgresql16',
      databaseName: 'customers',
      clients: { shop: shopSecurityGroupId },
    });
    new DatabaseInstance(this, 'settings', {
      ...common,
      dataClass: 'application',
      name: 'settings',
      engine: 'postgres',
      family: 'postgres17',
      databaseName: 'settings',
      instanceClass: 'db.t4g.micro',
      storageGb: 20,
      clients: { shop: shopSecurityGroupId },
    });
    new RotatedSecret(this, 'address-check', {
      ...common,
      dataClass: 'application',
      name: 'address-check',
      readers: ['app/customers'],
      rotation: { functionArn: `arn:aws:lambda:${region}:${account}:function:${rotationFunction}`, role: `app/${rotationFunction}` },
    });
  }
}
