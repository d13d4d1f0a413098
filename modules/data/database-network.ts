import { DbSubnetGroup } from '@cdktf/provider-aws/lib/db-subnet-group';
import { SecurityGroup } from '@cdktf/provider-aws/lib/security-group';
import { VpcSecurityGroupIngressRule } from '@cdktf/provider-aws/lib/vpc-security-group-ingress-rule';
import { Construct } from 'constructs';
import { refuse } from '../../lib/mistakes';
import { type DataProps, workloadTags } from './workload';

export interface DatabaseNetworkProps extends DataProps {
  readonly physicalName: string;
  readonly port: number;
  /** What connects: name of the flow -> id of the security group that it comes from. */
  readonly clients: Readonly<Record<string, string>>;
}

/** Isolated subnets and a security group that admits named clients and opens no way out. */
export class DatabaseNetwork extends Construct {
  readonly subnetGroupName: string;
  readonly securityGroupId: string;

  constructor(scope: Construct, id: string, props: DatabaseNetworkProps) {
    super(scope, id);
    const { workload, physicalName, port, clients } = props;
    const { region, vpc } = workload;
    refuse(this, [
      Object.keys(clients).length === 0 && 'clients must name at least one flow, got {}; write NAME: the id of the security group that connects',
      ...Object.entries(clients).map(
        ([flow, group]) =>
          !/^sg-[0-9a-f]{8,17}$|^\$\{/.test(group) &&
          `clients.${flow} must be the id of a security group, got ${JSON.stringify(group)}; addresses are no clients`,
      ),
    ]);
    this.subnetGroupName = new DbSubnetGroup(this, 'subnet-group', {
      region,
      name: physicalName,
      description: 'Isolated subnets without a route to the internet',
      subnetIds: [...vpc.dataSubnetIds],
      tags: workloadTags(props),
    }).name;
    const group = new SecurityGroup(this, 'security-group', {
      region,
      name: `${physicalName}-database`,
      description: `Clients of database ${physicalName}`,
      vpcId: vpc.id,
      tags: workloadTags(props),
    });
    for (const [flow, client] of Object.entries(clients)) {
      new VpcSecurityGroupIngressRule(this, flow, {
        region,
        securityGroupId: group.id,
        description: `${flow} connects`,
        ipProtocol: 'tcp',
        fromPort: port,
        toPort: port,
        referencedSecurityGroupId: client,
      });
    }
    this.securityGroupId = group.id;
  }
}
