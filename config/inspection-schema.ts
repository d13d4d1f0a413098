import { z } from 'zod';
import { cidrBlock } from './fields';

const certificateId = z
  .string()
  .regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, 'must be the id of a certificate, the end of its ARN, such as 11111111-2222-3333-4444-555555555555');

export const tlsInspection = z.strictObject({
  /** Certificate authority, imported into ACM of the firewall's account (the environment's, or `network`) in the home region, that signs what workloads see. Workloads must trust it. */
  certificateAuthorityId: certificateId,
  /** Destinations that are never decrypted: payment, health, whatever pins its certificates. IPv4 networks, at most 5. Default none. */
  excludedNetworks: z.array(cidrBlock).max(5, 'must list at most 5 networks').default([]),
  /** Destination ports that are decrypted. Default 443. */
  ports: z
    .array(z.number().int('must be a whole number').min(1, 'must be at least 1').max(65_535, 'must be at most 65535'))
    .min(1, 'must list at least one port')
    .default([443]),
  /** Must be true: TLS inspection is billed by the hour for each zone, on top of the firewall (AWS Network Firewall pricing). */
  acknowledgeCost: z.boolean().default(false),
});

export type TlsInspectionSettings = z.output<typeof tlsInspection>;

/** Fields of an environment's network that say what is inspected and what is blocked at its edge. */
export const inspectionShape = {
  /** Decrypts what leaves. Default: off; the firewall then sees names (SNI), not contents. */
  tlsInspection: tlsInspection.optional(),
  /**
   * Load balancers in the public tier serve the internet. Preset: production true; economy false. Where it is false, VPC Block
   * Public Access lets no connection in; NAT still lets connections out.
   */
  publicIngress: z.boolean().optional(),
  /** VPC encryption control: monitor reports clear text between resources, enforce refuses it; 110 USD a month. Monitor first. Preset: production monitor; economy off. */
  encryptionControl: z.enum(['off', 'monitor', 'enforce']).optional(),
  /** Route 53 Resolver DNS Firewall: look-ups of the domains in rules/ioc and of AWS's lists are reported or refused. Default alert. */
  dnsFirewall: z.enum(['off', 'alert', 'block']).default('alert'),
  /** true: names resolve while DNS Firewall is out of order, unchecked. Default false: nothing resolves then. */
  dnsFailOpen: z.boolean().default(false),
};

export const dnsFirewall = z.strictObject({
  /**
   * Lists that AWS maintains, free of charge: name -> id in the home region. Terraform cannot look them up (provider 6.25.0: its data source takes the id):
   * `aws route53resolver list-firewall-domain-lists --query "FirewallDomainLists[?ManagedOwnerName].[Name,Id]"`. Default none.
   */
  managedDomainLists: z
    .record(
      z.string().regex(/^AWSManagedDomains[A-Za-z]+$/, 'must be the name of a list such as AWSManagedDomainsAggregateThreatList'),
      z.string().regex(/^rslvr-fdl-[0-9a-f]+$/, 'must be the id of a domain list such as rslvr-fdl-0123456789abcdef'),
    )
    .default({}),
});
