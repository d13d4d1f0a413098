import { Lb } from '@cdktf/provider-aws/lib/lb';
import { LbListener } from '@cdktf/provider-aws/lib/lb-listener';
import { LbTargetGroup } from '@cdktf/provider-aws/lib/lb-target-group';
import { SecurityGroup } from '@cdktf/provider-aws/lib/security-group';
import { VpcSecurityGroupEgressRule } from '@cdktf/provider-aws/lib/vpc-security-group-egress-rule';
import { VpcSecurityGroupIngressRule } from '@cdktf/provider-aws/lib/vpc-security-group-ingress-rule';
import { Wafv2WebAclAssociation } from '@cdktf/provider-aws/lib/wafv2-web-acl-association';
import { Construct } from 'constructs';
import { ANYWHERE } from '../../lib/ipv4';
import { refuse } from '../../lib/mistakes';
import { workloadName } from '../../lib/naming';
import type { AccessLogBucket } from '../data/access-log-bucket';
import { type DataProps, refuseName, workloadTags } from '../data/workload';

export interface LoadBalancerProps extends DataProps {
  /** Who connects: the internet, or this VPC only. */
  readonly scheme: 'internet-facing' | 'internal';
  /** Certificate of AWS Certificate Manager in the same region. */
  readonly certificateArn: string;
  /** Port on which targets answer HTTPS. @default 443 */
  readonly targetPort?: number;
  /** @default /health */
  readonly healthPath?: string;
  readonly accessLogs: AccessLogBucket;
}

/** TLS 1.3 and 1.2 with forward secrecy and authenticated ciphers only (Elastic Load Balancing user guide, "Security policies", read 2026-11). */
const SSL_POLICY = 'ELBSecurityPolicy-TLS13-1-2-Res-2021-06';

/** The front door of a web application: HTTPS only, behind the web ACL, every request on record, targets reached by TLS. */
export class LoadBalancer extends Construct {
  readonly arn: string;
  readonly dnsName: string;
  readonly targetGroupArn: string;
  /** Targets admit this group on their port. */
  readonly securityGroupId: string;

  constructor(
    scope: Construct,
    id: string,
    private readonly props: LoadBalancerProps,
  ) {
    super(scope, id);
    const { workload, scheme, certificateArn, accessLogs, targetPort = 443 } = props;
    const { region, vpc } = workload;
    const name = workloadName(workload.environment, props.name);
    refuseName(this, props, name, 32);
    refuse(this, [
      !/^\$\{|^arn:aws:acm:/.test(certificateArn) &&
        `certificateArn must be a certificate of AWS Certificate Manager, got ${JSON.stringify(certificateArn)}; correct it`,
      !(Number.isInteger(targetPort) && targetPort > 0 && targetPort < 65_536) && `targetPort must be a port, got ${targetPort}; correct it`,
      targetPort === 80 && 'targetPort must answer HTTPS, got 80; give the targets a certificate of their own, self-signed is enough',
    ]);
    this.securityGroupId = this.securityGroup(name, targetPort);
    // Their files say which load balancer; without its name in the path one table reads all (modules/detection/hunting-sources.ts).
    const logs = (kind: string) => ({ enabled: true, bucket: accessLogs.bucketName, prefix: `load-balancer/${kind}` });
    const balancer = new Lb(this, 'load-balancer', {
      region,
      name,
      loadBalancerType: 'application',
      internal: scheme === 'internal',
      subnets: [...(scheme === 'internal' ? vpc.appSubnetIds : vpc.publicSubnetIds)],
      securityGroups: [this.securityGroupId],
      // Requests that front and back read differently are how one visitor's request is smuggled into another's.
      dropInvalidHeaderFields: true,
      desyncMitigationMode: 'strictest',
      // While AWS WAF cannot be reached nothing passes.
      enableWafFailOpen: false,
      enableDeletionProtection: true,
      accessLogs: logs('access'),
      connectionLogs: logs('connection'),
      tags: workloadTags(props),
      dependsOn: [accessLogs.delivery],
    });
    new Wafv2WebAclAssociation(this, 'web-acl', { region, resourceArn: balancer.arn, webAclArn: workload.webAclArn });
    const targets = new LbTargetGroup(this, 'targets', {
      region,
      name,
      vpcId: vpc.id,
      targetType: 'ip',
      protocol: 'HTTPS',
      port: targetPort,
      healthCheck: { protocol: 'HTTPS', path: props.healthPath ?? '/health', matcher: '200' },
      tags: workloadTags(props),
    });
    this.listeners(balancer.arn, targets.arn);
    this.arn = balancer.arn;
    this.dnsName = balancer.dnsName;
    this.targetGroupArn = targets.arn;
  }

  private listeners(loadBalancerArn: string, targetGroupArn: string): void {
    const { region } = this.props.workload;
    new LbListener(this, 'http', {
      region,
      loadBalancerArn,
      port: 80,
      protocol: 'HTTP',
      defaultAction: [{ type: 'redirect', redirect: { protocol: 'HTTPS', port: '443', statusCode: 'HTTP_301' } }],
      tags: workloadTags(this.props),
    });
    new LbListener(this, 'https', {
      region,
      loadBalancerArn,
      port: 443,
      protocol: 'HTTPS',
      sslPolicy: SSL_POLICY,
      certificateArn: this.props.certificateArn,
      // Browsers that came once never try plain HTTP again.
      routingHttpResponseStrictTransportSecurityHeaderValue: 'max-age=31536000; includeSubDomains',
      routingHttpResponseXContentTypeOptionsHeaderValue: 'nosniff',
      routingHttpResponseServerEnabled: false,
      defaultAction: [{ type: 'forward', targetGroupArn }],
      tags: workloadTags(this.props),
    });
  }

  private securityGroup(name: string, targetPort: number): string {
    const { workload, scheme } = this.props;
    const { region, vpc } = workload;
    const group = new SecurityGroup(this, 'security-group', {
      region,
      name: `${name}-load-balancer`,
      description: `Visitors of ${name}`,
      vpcId: vpc.id,
      tags: workloadTags(this.props),
    });
    const tcp = (port: number) => ({ region, securityGroupId: group.id, ipProtocol: 'tcp', fromPort: port, toPort: port });
    const cidrIpv4 = scheme === 'internal' ? vpc.cidr : ANYWHERE;
    new VpcSecurityGroupIngressRule(this, 'visitors', { ...tcp(443), cidrIpv4, description: 'HTTPS' });
    new VpcSecurityGroupIngressRule(this, 'redirected', { ...tcp(80), cidrIpv4, description: 'HTTP, answered by a redirect only' });
    new VpcSecurityGroupEgressRule(this, 'to-targets', { ...tcp(targetPort), cidrIpv4: vpc.cidr, description: 'HTTPS to targets in the VPC' });
    return group.id;
  }
}
