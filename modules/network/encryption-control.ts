import { VpcEncryptionControl } from '@cdktf/provider-aws/lib/vpc-encryption-control';
import { Construct } from 'constructs';
import type { NetworkPartProps } from './network-part';

export interface EncryptionControlProps extends NetworkPartProps {
  /** monitor reports clear text between resources, enforce refuses what sends it. */
  readonly mode: 'monitor' | 'enforce';
}

/** Clear text within a VPC can be read by whoever mirrors or hijacks it; this shows it, then refuses it. */
export class EncryptionControl extends Construct {
  constructor(scope: Construct, id: string, { region, vpc, mode, tags }: EncryptionControlProps) {
    super(scope, id);
    new VpcEncryptionControl(this, 'vpc', {
      region,
      vpcId: vpc.id,
      mode,
      // What leaves AWS cannot be encrypted by it: without these two, a VPC with a way out cannot be enforced.
      ...(mode === 'enforce' ? { internetGatewayExclusion: 'enable', natGatewayExclusion: 'enable' } : {}),
      tags: tags('encryption-control'),
    });
  }
}
