import { DbInstance } from '@cdktf/provider-aws/lib/db-instance';
import { DbParameterGroup } from '@cdktf/provider-aws/lib/db-parameter-group';
import { Construct } from 'constructs';
import { refuse } from '../../lib/mistakes';
import { workloadName } from '../../lib/naming';
import { INSTANCE_ENGINES, majorVersion, parameterList } from './database-engines';
import { DatabaseNetwork } from './database-network';
import { MaskedLogGroup } from './masked-log-group';
import { MasterPassword } from './master-password';
import { type DataProps, refuseName, workloadTags } from './workload';

export interface DatabaseInstanceProps extends DataProps {
  readonly engine: keyof typeof INSTANCE_ENGINES;
  /** Family of the parameter group, such as postgres17: its number is the engine's major version. */
  readonly family: string;
  readonly databaseName: string;
  /** Such as db.t4g.micro. */
  readonly instanceClass: string;
  readonly storageGb: number;
  /** What connects: name of the flow -> id of its security group. */
  readonly clients: Readonly<Record<string, string>>;
  /** A standby in another zone; doubles the price. @default false */
  readonly multiAz?: boolean;
}

/** The same as an Aurora cluster for what needs a plain engine: named clients, TLS, a master password that nobody knows. */
export class DatabaseInstance extends Construct {
  readonly arn: string;
  readonly masterSecretArn: string;

  constructor(scope: Construct, id: string, props: DatabaseInstanceProps) {
    super(scope, id);
    const { workload, dataClass, engine, storageGb } = props;
    const { region, keyArns } = workload;
    const name = workloadName(workload.environment, props.name);
    const { port, logs } = INSTANCE_ENGINES[engine];
    refuseName(this, props, name, 63);
    refuse(this, [
      !(Number.isInteger(storageGb) && storageGb >= 20 && storageGb <= 65_536) &&
        `storageGb must be a whole number from 20 to 65536 (gp3), got ${storageGb}; correct it`,
      !majorVersion(engine, props.family) && `family must belong to ${engine}, got ${props.family}; write ${engine} and its major version`,
      !/^db\.[a-z0-9-]+\.[a-z0-9]+$/.test(props.instanceClass) && `instanceClass must be a class such as db.t4g.micro, got ${props.instanceClass}; correct it`,
    ]);
    const network = new DatabaseNetwork(this, 'network', { ...props, physicalName: name, port });
    const parameters = new DbParameterGroup(this, 'parameters', {
      region,
      name,
      family: props.family,
      description: 'TLS required',
      parameter: parameterList(INSTANCE_ENGINES[engine]),
      tags: workloadTags(props),
    });
    const groups = logs.map((log) => new MaskedLogGroup(this, `log-${log}`, { ...props, logGroupName: `/aws/rds/instance/${name}/${log}` }).logGroup);
    const database = new DbInstance(this, 'instance', {
      region,
      identifier: name,
      engine,
      engineVersion: majorVersion(engine, props.family),
      instanceClass: props.instanceClass,
      allocatedStorage: storageGb,
      storageType: 'gp3',
      multiAz: props.multiAz ?? false,
      dbName: props.databaseName,
      username: 'master',
      manageMasterUserPassword: true,
      masterUserSecretKmsKeyId: keyArns.secrets,
      iamDatabaseAuthenticationEnabled: true,
      storageEncrypted: true,
      kmsKeyId: keyArns[dataClass],
      parameterGroupName: parameters.name,
      dbSubnetGroupName: network.subnetGroupName,
      vpcSecurityGroupIds: [network.securityGroupId],
      publiclyAccessible: false,
      autoMinorVersionUpgrade: true,
      caCertIdentifier: 'rds-ca-rsa2048-g1',
      backupRetentionPeriod: 35,
      deleteAutomatedBackups: false,
      copyTagsToSnapshot: true,
      deletionProtection: true,
      skipFinalSnapshot: false,
      finalSnapshotIdentifier: `${name}-final`,
      enabledCloudwatchLogsExports: [...logs],
      performanceInsightsEnabled: true,
      performanceInsightsKmsKeyId: keyArns[dataClass],
      tags: workloadTags(props),
      dependsOn: groups,
    });
    this.arn = database.arn;
    this.masterSecretArn = new MasterPassword(this, 'master-password', { workload, database }).secretArn;
  }
}
