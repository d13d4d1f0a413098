import { VpcBlockPublicAccessExclusion } from '@cdktf/provider-aws/lib/vpc-block-public-access-exclusion';
import { VpcBlockPublicAccessOptions } from '@cdktf/provider-aws/lib/vpc-block-public-access-options';
import { Construct } from 'constructs';
import type { Environment } from '../../config/blueprint';
import type { Zone } from './workload-network';

export interface PublicAccessBlockProps {
  readonly environment: Environment;
  readonly home: string;
  /** Every enabled region; those besides home have no network of ours. */
  readonly regions: readonly string[];
  readonly zones: readonly Zone[];
  readonly tags: (name: string) => Record<string, string>;
}

/**
 * One wrong route or public address opens a private network: internet gateways let no connection in, whatever routes and
 * security groups say, but to the public tier where load balancers serve the internet. NAT still lets connections out.
 * The EC2 policy of `workloads` says nothing about this (docs/adr/0005), so the environment may.
 */
export class PublicAccessBlock extends Construct {
  constructor(scope: Construct, id: string, { environment, home, regions, zones, tags }: PublicAccessBlockProps) {
    super(scope, id);
    const exclusions = environment.network.publicIngress
      ? zones.flatMap(({ letter, subnets }) =>
          // The firewall's own subnet alone would not do: AWS judges by the subnets on both sides of an endpoint.
          (['public', 'firewall'] as const).map(
            (tier) =>
              new VpcBlockPublicAccessExclusion(this, `${tier}-${letter}`, {
                region: home,
                subnetId: subnets[tier].id,
                internetGatewayExclusionMode: 'allow-bidirectional',
                tags: tags(`${tier}-${letter}-ingress`),
              }),
          ),
        )
      : [];
    // An environment behind the central network that serves nobody has no internet gateway: nor may one come.
    const closed = environment.network.central !== undefined && !environment.network.publicIngress;
    for (const region of regions) {
      new VpcBlockPublicAccessOptions(this, region, {
        region,
        internetGatewayBlockMode: region === home && !closed ? 'block-ingress' : 'block-bidirectional',
        // Exclusions first: nobody is cut off in between.
        ...(region === home && exclusions.length > 0 ? { dependsOn: exclusions } : {}),
      });
    }
  }
}
