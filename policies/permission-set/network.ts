import type { PolicyStatement } from '../policy-document';

/** Firewalls, routes, names and links besides the managed policy's VPC. */
export const allowNetworkServices = (regions: readonly string[]): PolicyStatement => ({
  Sid: 'AllowNetworkServices',
  Effect: 'Allow',
  Action: [
    'acm:AddTagsToCertificate',
    'acm:DeleteCertificate',
    'acm:RenewCertificate',
    'acm:RequestCertificate',
    'arc-zonal-shift:*',
    'ec2:*Flow*',
    'ec2:*InternetGateway*',
    'ec2:*Ipam*',
    'ec2:*NatGateway*',
    'ec2:*NetworkAcl*',
    'ec2:*NetworkInsights*',
    'ec2:*PrefixList*',
    'ec2:*Route*',
    'ec2:*SecurityGroup*',
    'ec2:*Subnet*',
    'ec2:*TransitGateway*',
    'ec2:*Vpc*',
    'ec2:*Vpn*',
    'ec2:CreateTags',
    'ec2:DeleteTags',
    'elasticloadbalancing:*',
    'internetmonitor:*',
    'network-firewall:*',
    'networkflowmonitor:*',
    'networkmonitor:*',
    'route53profiles:*',
    'route53resolver:*',
    'vpc-lattice:*',
    'wafv2:*',
  ],
  Resource: '*',
  Condition: { StringEquals: { 'aws:RequestedRegion': regions } },
});

/** Without a region of their own. */
export const allowGlobalNetworks: PolicyStatement = {
  Sid: 'AllowGlobalNetworks',
  Effect: 'Allow',
  Action: [
    'cloudfront:Get*',
    'cloudfront:List*',
    'directconnect:*',
    'fms:Get*',
    'fms:List*',
    'globalaccelerator:*',
    'networkmanager:*',
    'route53-recovery-control-config:*',
    'route53-recovery-readiness:*',
    'route53:*',
    'route53domains:*',
    'shield:Describe*',
    'shield:Get*',
    'shield:List*',
  ],
  Resource: '*',
};

/** The first firewall or gateway of an account needs the role of its service, which only AWS can use. */
export const allowServiceRoles: PolicyStatement = {
  Sid: 'AllowServiceLinkedRoles',
  Effect: 'Allow',
  Action: 'iam:CreateServiceLinkedRole',
  Resource: 'arn:aws:iam::*:role/aws-service-role/*',
};

/** Transit gateways, subnets and prefix lists are shared within the organization. */
export const allowSharing: PolicyStatement = {
  Sid: 'AllowSharing',
  Effect: 'Allow',
  Action: [
    'ram:Associate*',
    'ram:CreateResourceShare',
    'ram:DeleteResourceShare',
    'ram:Disassociate*',
    'ram:Get*',
    'ram:List*',
    'ram:TagResource',
    'ram:UpdateResourceShare',
  ],
  Resource: '*',
};
