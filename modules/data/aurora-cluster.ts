import { RdsCluster } from '@cdktf/provider-aws/lib/rds-cluster';
import { RdsClusterInstance } from '@cdktf/provider-aws/lib/rds-cluster-instance';
import { RdsClusterParameterGroup } from '@cdktf/provider-aws/lib/rds-cluster-parameter-group';
import { Construct } from 'constructs';
import { refuse } from '../../lib/mistakes';
import { workloadName } from '../../lib/naming';
import { CLUSTER_ENGINES, majorVersion, parameterList } from './database-engines';
import { DatabaseNetwork } from './database-network';
import { MaskedLogGroup } from './masked-log-group';
import { MasterPassword } from './master-password';
import { type DataProps, refuseName, workloadTags } from './workload';

export interface AuroraClusterProps extends DataProps {
  readonly engine: keyof typeof CLUSTER_ENGINES;
  /** Family of the parameter group, such as aurora-postgresql16: its number is the engine's major version. */
  readonly family: string;
  readonly databaseName: string;
  /** What connects: name of the flow -> id of its security group. */
  readonly clients: Readonly<Record<string, string>>;
  /** Aurora capacity units; a minimum of 0 pauses when idle. @default 0 to 4 */
  readonly capacity?: { readonly minimum: number; readonly maximum: number };
  /** 2 or more survive the loss of a zone. @default 1 */
  readonly instances?: number;
}

/** A relational database that nobody reaches but named clients, by TLS; its master password is known to nobody. */
export class AuroraCluster extends Construct {
  readonly arn: string;
  readonly masterSecretArn: string;

  constructor(scope: Construct, id: string, props: AuroraClusterProps) {
    super(scope, id);
    const { workload, dataClass, engine, instances = 1, capacity = { minimum: 0, maximum: 4 } } = props;
    const { region, keyArns } = workload;
    const name = workloadName(workload.environment, props.name);
    const { port, logs } = CLUSTER_ENGINES[engine];
    refuseName(this, props, name, 63);
    refuse(this, [
      !(Number.isInteger(instances) && instances >= 1 && instances <= 16) && `instances must be a whole number from 1 to 16, got ${instances}; correct it`,
      !majorVersion(engine, props.family) && `family must belong to ${engine}, got ${props.family}; write ${engine} and its major version`,
      capacity.maximum < Math.max(1, capacity.minimum) && `capacity.maximum must be at least 1 and the minimum, got ${capacity.maximum}; correct it`,
    ]);
    const network = new DatabaseNetwork(this, 'network', { ...props, physicalName: name, port });
    const parameters = new RdsClusterParameterGroup(this, 'parameters', {
      region,
      name,
      family: props.family,
      description: 'TLS required',
      parameter: parameterList(CLUSTER_ENGINES[engine]),
      tags: workloadTags(props),
    });
    const groups = logs.map((log) => new MaskedLogGroup(this, `log-${log}`, { ...props, logGroupName: `/aws/rds/cluster/${name}/${log}` }).logGroup);
    const cluster = new RdsCluster(this, 'cluster', {
      region,
      clusterIdentifier: name,
      engine,
      engineVersion: majorVersion(engine, props.family),
      databaseName: props.databaseName,
      masterUsername: 'master',
      manageMasterUserPassword: true,
      masterUserSecretKmsKeyId: keyArns.secrets,
      iamDatabaseAuthenticationEnabled: true,
      storageEncrypted: true,
      kmsKeyId: keyArns[dataClass],
      dbClusterParameterGroupName: parameters.name,
      dbSubnetGroupName: network.subnetGroupName,
      vpcSecurityGroupIds: [network.securityGroupId],
      backupRetentionPeriod: 35, // the longest; AWS Backup keeps what the class wants longer
      copyTagsToSnapshot: true,
      deletionProtection: true,
      skipFinalSnapshot: false,
      finalSnapshotIdentifier: `${name}-final`,
      enabledCloudwatchLogsExports: [...logs],
      serverlessv2ScalingConfiguration: { minCapacity: capacity.minimum, maxCapacity: capacity.maximum },
      tags: workloadTags(props),
      dependsOn: groups, // or RDS makes them without key and retention
    });
    for (let index = 1; index <= instances; index++) {
      new RdsClusterInstance(this, `instance-${index}`, {
        region,
        identifier: `${name}-${index}`,
        clusterIdentifier: cluster.id,
        engine,
        instanceClass: 'db.serverless',
        publiclyAccessible: false,
        autoMinorVersionUpgrade: true,
        caCertIdentifier: 'rds-ca-rsa2048-g1',
        copyTagsToSnapshot: true,
        performanceInsightsEnabled: true,
        performanceInsightsKmsKeyId: keyArns[dataClass],
        tags: workloadTags(props),
      });
    }
    this.arn = cluster.arn;
    this.masterSecretArn = new MasterPassword(this, 'master-password', { workload, database: cluster }).secretArn;
  }
}
