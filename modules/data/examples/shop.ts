import { SecurityGroup } from '@cdktf/provider-aws/lib/security-group';
import { VpcSecurityGroupIngressRule } from '@cdktf/provider-aws/lib/vpc-security-group-ingress-rule';
import { Construct } from 'constructs';
import { Certificate } from '../../network/certificate';
import { LoadBalancer } from '../../network/load-balancer';
import type { AccessLogBucket } from '../access-log-bucket';
import { type Workload, workloadTags } from '../workload';

export interface ShopProps {
  readonly workload: Workload;
  readonly domain: string;
  readonly hostedZoneId: string;
  readonly accessLogs: AccessLogBucket;
}

/** A web shop behind a load balancer; its tasks admit the load balancer and nobody else. */
export class Shop extends Construct {
  /** Group of the shop's tasks. */
  readonly securityGroupId: string;

  constructor(scope: Construct, id: string, { workload, domain, hostedZoneId, accessLogs }: ShopProps) {
    super(scope, id);
    const { region } = workload;
    const common = { workload, dataClass: 'application', owner: 'shop', name: 'shop' } as const;
    const certificate = new Certificate(this, 'certificate', { region, domain: `shop.${domain}`, hostedZoneId, tags: workloadTags(common) });
    const door = new LoadBalancer(this, 'door', { ...common, scheme: 'internet-facing', certificateArn: certificate.arn, targetPort: 443, accessLogs });
    const tasks = new SecurityGroup(this, 'tasks', {
      region,
      name: `${workload.environment}-shop-tasks`,
      description: 'Tasks of the shop',
      vpcId: workload.vpc.id,
      tags: workloadTags(common),
    });
    new VpcSecurityGroupIngressRule(this, 'from-door', {
      region,
      securityGroupId: tasks.id,
      description: 'HTTPS from the load balancer',
      ipProtocol: 'tcp',
      fromPort: 443,
      toPort: 443,
      referencedSecurityGroupId: door.securityGroupId,
    });
    this.securityGroupId = tasks.id;
  }
}
