import { Ec2TransitGateway } from '@cdktf/provider-aws/lib/ec2-transit-gateway';
import { RamPrincipalAssociation } from '@cdktf/provider-aws/lib/ram-principal-association';
import { RamResourceAssociation } from '@cdktf/provider-aws/lib/ram-resource-association';
import { RamResourceShare } from '@cdktf/provider-aws/lib/ram-resource-share';
import { Construct } from 'constructs';
import type { Environment } from '../../config/blueprint';
import { TRANSIT_GATEWAY_SHARE } from '../../lib/naming';

export interface TransitGatewayProps {
  readonly region: string;
  /** Environments whose accounts may attach to it; nobody else in the organization may. */
  readonly members: readonly Environment[];
  readonly tags: (name: string) => Record<string, string>;
}

/**
 * Joins networks, and by itself none: an attachment is accepted and then carries nothing, because it belongs to no table and
 * tells no table its addresses. With AWS's defaults every attached VPC would reach every other one.
 */
export class TransitGateway extends Construct {
  readonly id: string;

  constructor(scope: Construct, id: string, { region, members, tags }: TransitGatewayProps) {
    super(scope, id);
    const gateway = new Ec2TransitGateway(this, 'gateway', {
      region,
      description: 'Central inspection',
      defaultRouteTableAssociation: 'disable',
      defaultRouteTablePropagation: 'disable',
      // Without it an environment's apply could not go on to its routes (docs/adr/0007).
      autoAcceptSharedAttachments: 'enable',
      dnsSupport: 'enable',
      multicastSupport: 'disable',
      vpnEcmpSupport: 'disable',
      securityGroupReferencingSupport: 'disable',
      tags: tags('transit-gateway'),
    });
    const share = new RamResourceShare(this, 'share', {
      region,
      name: TRANSIT_GATEWAY_SHARE,
      allowExternalPrincipals: false,
      tags: tags('transit-gateway-share'),
    });
    new RamResourceAssociation(this, 'shared', { region, resourceShareArn: share.arn, resourceArn: gateway.arn });
    for (const { name, account } of members) new RamPrincipalAssociation(this, `with-${name}`, { region, resourceShareArn: share.arn, principal: account.id });
    this.id = gateway.id;
  }
}
