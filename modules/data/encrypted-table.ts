import { DynamodbResourcePolicy } from '@cdktf/provider-aws/lib/dynamodb-resource-policy';
import { DynamodbTable } from '@cdktf/provider-aws/lib/dynamodb-table';
import { Construct } from 'constructs';
import { tableArn } from '../../lib/arn';
import { workloadName } from '../../lib/naming';
import { minify } from '../../policies/policy-document';
import { tablePolicy } from '../../policies/resource/table';
import { type NamedRole, refuseRoles, roleArns } from './named-roles';
import { type DataProps, refuseName, workloadTags } from './workload';

/** Name of a key attribute and its type: string, number or binary. */
export interface KeyAttribute {
  readonly name: string;
  readonly type: 'S' | 'N' | 'B';
}

export interface EncryptedTableProps extends DataProps {
  readonly readers: readonly NamedRole[];
  readonly writers: readonly NamedRole[];
  readonly partitionKey: KeyAttribute;
  /** @default none */
  readonly sortKey?: KeyAttribute;
}

/** Items that only named roles read and write, under the key of their class, restorable to any second of the last 35 days. */
export class EncryptedTable extends Construct {
  readonly arn: string;

  constructor(scope: Construct, id: string, props: EncryptedTableProps) {
    super(scope, id);
    const { workload, dataClass, partitionKey, sortKey, readers, writers } = props;
    const { region, account, organization, environment } = workload;
    const name = workloadName(environment, props.name);
    refuseName(this, props, name, 255);
    refuseRoles(this, { readers, writers });
    const table = new DynamodbTable(this, 'table', {
      region,
      name,
      billingMode: 'PAY_PER_REQUEST',
      hashKey: partitionKey.name,
      ...(sortKey ? { rangeKey: sortKey.name } : {}),
      attribute: [partitionKey, ...(sortKey ? [sortKey] : [])].map((attribute) => ({ ...attribute })),
      serverSideEncryption: { enabled: true, kmsKeyArn: workload.keyArns[dataClass] },
      pointInTimeRecovery: { enabled: true, recoveryPeriodInDays: 35 },
      deletionProtectionEnabled: true,
      tags: workloadTags(props),
    });
    const policy = tablePolicy({
      arn: tableArn(region, account, name),
      account,
      organizationId: organization.id,
      readers: roleArns(workload, readers),
      writers: roleArns(workload, writers),
    });
    new DynamodbResourcePolicy(this, 'policy', { region, resourceArn: table.arn, policy: minify(policy) });
    this.arn = table.arn;
  }
}
