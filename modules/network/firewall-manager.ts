import { FmsPolicy } from '@cdktf/provider-aws/lib/fms-policy';
import { Construct } from 'constructs';
import { GLOBAL_REGION } from '../../config/aws-regions';
import type { Blueprint } from '../../config/blueprint';
import { dnsFirewall, type ManagedServiceData, networkFirewall, securityGroups, shield, webAcl } from '../../policies/firewall-manager/managed-service-data';
import { FirewallManagerDns } from './firewall-manager-dns';

export interface FirewallManagerProps {
  readonly home: string;
  readonly mode: 'audit' | 'enforce';
  readonly policies: Blueprint['firewallManager']['policies'];
  /** Ids of the organizational units whose accounts are in scope, those below them included. */
  readonly units: readonly string[];
}

interface Policy {
  readonly name: string;
  readonly description: string;
  readonly region: string;
  readonly types: readonly string[];
  readonly data: ManagedServiceData;
  /**
   * Does it give protection to what has none? Never where environments own the thing: groups of the tiers, protections and firewalls
   * are in their states, and two hands on one resource undo each other.
   * @default false
   */
  readonly remediates?: boolean;
  /**
   * Leave what carries a tag alone.
   * @default nothing
   */
  readonly except?: Readonly<Record<string, string>>;
}

const EDGE = ['AWS::ElasticLoadBalancingV2::LoadBalancer', 'AWS::ApiGateway::Stage'];
const EXPOSED = ['AWS::ElasticLoadBalancingV2::LoadBalancer', 'AWS::ElasticLoadBalancing::LoadBalancer', 'AWS::EC2::EIP'];
const DISTRIBUTION = ['AWS::CloudFront::Distribution'];
/** Carried by everything that the blueprint's states make. */
const OURS = { Blueprint: 'aws-security-blueprint' };

/** What stands in a workload account without web ACL, DNS rules, protection or firewall: made by hand, or by a state that forgot. */
export class FirewallManager extends Construct {
  constructor(
    scope: Construct,
    id: string,
    private readonly props: FirewallManagerProps,
  ) {
    super(scope, id);
    for (const policy of props.policies) for (const one of this.policiesOf(policy)) this.policy(one);
  }

  private policiesOf(policy: FirewallManagerProps['policies'][number]): Policy[] {
    const { home } = this.props;
    switch (policy) {
      case 'waf':
        return [
          { name: 'web-acl', description: 'Load balancers and APIs without a web ACL', region: home, types: EDGE, data: webAcl, remediates: true },
          {
            name: 'web-acl-cloudfront',
            description: 'Distributions without a web ACL',
            region: GLOBAL_REGION,
            types: DISTRIBUTION,
            data: webAcl,
            remediates: true,
          },
        ];
      case 'security-groups':
        return [
          { name: 'security-groups', description: 'Security groups that nothing uses', region: home, types: ['AWS::EC2::SecurityGroup'], data: securityGroups },
        ];
      case 'shield':
        return [
          { name: 'shield', description: 'Load balancers and addresses without Shield Advanced', region: home, types: EXPOSED, data: shield },
          { name: 'shield-cloudfront', description: 'Distributions without Shield Advanced', region: GLOBAL_REGION, types: DISTRIBUTION, data: shield },
        ];
      case 'network-firewall':
        return [
          // Our own VPCs have a firewall of their own, or none on purpose: a finding on each would bury the others.
          { name: 'network-firewall', description: 'VPCs without a firewall', region: home, types: ['AWS::EC2::VPC'], data: networkFirewall, except: OURS },
        ];
      case 'dns-firewall': {
        const { ruleGroupId } = new FirewallManagerDns(this, 'dns', { region: home });
        return [
          {
            name: 'dns-firewall',
            description: 'VPCs without DNS rules',
            region: home,
            types: ['AWS::EC2::VPC'],
            data: dnsFirewall(ruleGroupId),
            remediates: true,
          },
        ];
      }
    }
  }

  private policy({ name, description, region, types, data, remediates = false, except }: Policy): void {
    const [type, ...more] = types;
    new FmsPolicy(this, name, {
      region,
      name: `platform-${name}`,
      description,
      remediationEnabled: remediates && this.props.mode === 'enforce',
      // A list of one is refused by the API.
      ...(more.length > 0 ? { resourceTypeList: [...types] } : { resourceType: type as string }),
      excludeResourceTags: except !== undefined,
      ...(except ? { resourceTags: { ...except } } : {}),
      includeMap: { orgunit: [...this.props.units] },
      securityServicePolicyData: { type: data.type, managedServiceData: JSON.stringify(data) },
      // A policy that goes takes along what it made; what leaves its scope keeps its protection.
      deleteAllPolicyResources: true,
      deleteUnusedFmManagedResources: false,
    });
  }
}
