import { SecurityGroup } from '@cdktf/provider-aws/lib/security-group';
import { VpcEndpoint } from '@cdktf/provider-aws/lib/vpc-endpoint';
import { Construct } from 'constructs';
import { organizationBucketsOnly, organizationOnly } from '../../policies/endpoint/organization-only';
import { minify } from '../../policies/policy-document';
import type { NetworkPartProps } from './network-part';
import type { Zone } from './workload-network';

export interface VpcEndpointsProps extends NetworkPartProps {
  readonly zones: readonly Zone[];
  readonly organizationId: string;
  /** Tables that get the routes of gateway endpoints. */
  readonly routeTableIds: readonly string[];
}

/** Ways to AWS services that never touch the internet, each open to our organization's principals only. */
export class VpcEndpoints extends Construct {
  /** Gateway endpoint of S3; bucket policies name it. */
  readonly s3EndpointId: string;
  /** Group of the interface endpoints; absent where there are none. Its rules are the flows of the configuration. */
  readonly securityGroup?: SecurityGroup;
  /** Service of a gateway endpoint -> its addresses. */
  readonly prefixListIds: Readonly<Record<'s3' | 'dynamodb', string>>;

  constructor(
    scope: Construct,
    id: string,
    private readonly props: VpcEndpointsProps,
  ) {
    super(scope, id);
    const { region, vpc, organizationId, tags } = props;
    const gateway = (service: string, policy: string) =>
      new VpcEndpoint(this, service, {
        region,
        vpcId: vpc.id,
        vpcEndpointType: 'Gateway',
        serviceName: `com.amazonaws.${region}.${service}`,
        routeTableIds: [...props.routeTableIds],
        policy,
        tags: tags(service),
      });
    const s3 = gateway('s3', minify(organizationBucketsOnly(organizationId, region)));
    const dynamodb = gateway('dynamodb', minify(organizationOnly(organizationId)));
    this.s3EndpointId = s3.id;
    this.prefixListIds = { s3: s3.prefixListId, dynamodb: dynamodb.prefixListId };
    if (props.environment.network.interfaceEndpoints.length > 0) this.securityGroup = this.interfaceEndpoints();
  }

  private interfaceEndpoints(): SecurityGroup {
    const { region, vpc, environment, organizationId, tags, zones } = this.props;
    const group = new SecurityGroup(this, 'security-group', {
      region,
      name: `${environment.name}-endpoints`,
      description: 'HTTPS from the VPC to AWS services',
      vpcId: vpc.id,
      tags: tags('endpoints'),
    });
    for (const service of environment.network.interfaceEndpoints) {
      new VpcEndpoint(this, service.replaceAll('.', '-'), {
        region,
        vpcId: vpc.id,
        vpcEndpointType: 'Interface',
        serviceName: `com.amazonaws.${region}.${service}`,
        subnetIds: zones.map(({ subnets }) => subnets.endpoint.id),
        securityGroupIds: [group.id],
        privateDnsEnabled: true,
        policy: minify(organizationOnly(organizationId)),
        tags: tags(service),
      });
    }
    return group;
  }
}
