import { NetworkfirewallTlsInspectionConfiguration } from '@cdktf/provider-aws/lib/networkfirewall-tls-inspection-configuration';
import { Construct } from 'constructs';
import { certificateArn } from '../../lib/arn';
import { ANYWHERE, overlap, PRIVATE_RANGES, without } from '../../lib/ipv4';

export interface TlsInspectionProps {
  readonly region: string;
  readonly name: string;
  readonly account: string;
  /** Certificate authority that signs what workloads see, in ACM of the same account and region. */
  readonly certificateAuthorityId: string;
  /** Our own networks behind the firewall: what they send is decrypted, what comes to them is not. */
  readonly home: readonly string[];
  /** Destinations that are never decrypted. */
  readonly excludedNetworks: readonly string[];
  /** Destination ports that are decrypted. */
  readonly ports: readonly number[];
  readonly encryptionConfiguration: { readonly type: string; readonly keyId: string };
  readonly tags: Record<string, string>;
}

/** Malware hides in TLS: the firewall decrypts what leaves, but for the destinations that nobody may read. */
export class TlsInspection extends Construct {
  readonly arn: string;

  constructor(scope: Construct, id: string, props: TlsInspectionProps) {
    super(scope, id);
    const addresses = (all: readonly string[]) => all.map((addressDefinition) => ({ addressDefinition }));
    // Whole private ranges: few lines, and no visitor or other environment is shown a certificate that it does not trust.
    const inside = props.home.map((cidr) => PRIVATE_RANGES.find((range) => overlap(range, cidr)) ?? cidr);
    this.arn = new NetworkfirewallTlsInspectionConfiguration(this, 'configuration', {
      region: props.region,
      name: `${props.name}-egress`,
      encryptionConfiguration: [props.encryptionConfiguration],
      tlsInspectionConfiguration: [
        {
          serverCertificateConfiguration: [
            {
              certificateAuthorityArn: certificateArn(props.region, props.account, props.certificateAuthorityId),
              // Unknown passes: a revocation service that is down must not cut every connection.
              checkCertificateRevocationStatus: [{ revokedStatusAction: 'REJECT', unknownStatusAction: 'PASS' }],
              scope: [
                {
                  protocols: [6], // TCP
                  source: addresses(props.home),
                  sourcePorts: [{ fromPort: 0, toPort: 65_535 }],
                  // A scope cannot exclude: what is left of the internet is listed.
                  destination: addresses(without(ANYWHERE, [...inside, ...props.excludedNetworks])),
                  destinationPorts: props.ports.map((port) => ({ fromPort: port, toPort: port })),
                },
              ],
            },
          ],
        },
      ],
      tags: props.tags,
    }).arn;
  }
}
