import { DataAwsEc2TransitGateway } from '@cdktf/provider-aws/lib/data-aws-ec2-transit-gateway';
import type { Construct } from 'constructs';

/** The transit gateway of an account: by its owner, because another account's tags cannot be seen; accounts of ours share one. Made in the scope of its module. */
export const sharedTransitGateway = (scope: Construct, region: string, owner: string): DataAwsEc2TransitGateway =>
  new DataAwsEc2TransitGateway(scope, 'gateway', {
    region,
    filter: [
      { name: 'owner-id', values: [owner] },
      { name: 'state', values: ['available'] },
    ],
  });
