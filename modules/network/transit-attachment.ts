import { Ec2TransitGatewayVpcAttachment } from '@cdktf/provider-aws/lib/ec2-transit-gateway-vpc-attachment';
import { Construct } from 'constructs';
import type { NetworkPartProps } from './network-part';
import { sharedTransitGateway } from './shared-transit-gateway';

export interface TransitAttachmentProps extends NetworkPartProps {
  /** Account that shares its transit gateway with this one. */
  readonly gatewayOwner: string;
  readonly subnetIds: readonly string[];
}

/**
 * Attaches an environment to the transit gateway of account `network`. By itself that opens nothing: the gateway joins no
 * attachment to a table, and its owner alone decides where packets go (stack `network-routes`).
 */
export class TransitAttachment extends Construct {
  /** Known once the VPC is attached: no route to the gateway can be made before. */
  readonly gatewayId: string;

  constructor(scope: Construct, id: string, { region, vpc, tags, gatewayOwner, subnetIds }: TransitAttachmentProps) {
    super(scope, id);
    const gateway = sharedTransitGateway(this, region, gatewayOwner);
    const attachment = new Ec2TransitGatewayVpcAttachment(this, 'attachment', {
      region,
      transitGatewayId: gateway.id,
      vpcId: vpc.id,
      subnetIds: [...subnetIds],
      dnsSupport: 'enable',
      ipv6Support: 'disable',
      applianceModeSupport: 'disable', // where the firewall stands decides on the zone, for both directions
      securityGroupReferencingSupport: 'disable', // groups of another environment are never a reason to let something in
      tags: tags('transit'),
    });
    this.gatewayId = attachment.transitGatewayId;
  }
}
