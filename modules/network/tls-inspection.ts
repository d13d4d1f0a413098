import { NetworkfirewallTlsInspectionConfiguration } from '@cdktf/provider-aws/lib/networkfirewall-tls-inspection-configuration';
import { Construct } from 'constructs';
import { certificateArn } from '../../lib/arn';
import { ANYWHERE, without } from '../../lib/ipv4';

export interface TlsInspectionProps {
  readonly region: string;
  readonly name: string;
  readonly account: string;
  /** Certificate authority that signs what workloads see, in ACM of the same account and region. */
  readonly certificateAuthorityId: string;
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
                  source: addresses([ANYWHERE]),
                  sourcePorts: [{ fromPort: 0, toPort: 65_535 }],
                  // A scope cannot exclude: what is left of the internet is listed.
                  destination: addresses(without(ANYWHERE, props.excludedNetworks)),
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
