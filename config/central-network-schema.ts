import { z } from 'zod';
import { cidrBlock, resourceName } from './fields';
import { flow } from './flow-schema';
import { tlsInspection } from './inspection-schema';

/** A connection between the app tiers of two environments. Whatever has none stays apart. */
export const centralRoute = z.strictObject({
  /** Environment whose app tier opens the connection. */
  from: resourceName(20),
  /** Environment whose app tier answers. */
  to: resourceName(20),
  port: flow.shape.port,
  protocol: flow.shape.protocol,
});

export const central = z.strictObject({
  /** Address range of the inspection VPC in account `network`, /16 to /20; must overlap no environment. */
  cidr: cidrBlock,
  /** Letters of its availability zones; they must cover those of all environments. Default: exactly those. */
  zones: z
    .array(z.string().regex(/^[a-f]$/, 'must be a zone letter from a to f'))
    .min(2, 'must list at least 2 zones')
    .max(6, 'must list at most 6 zones')
    .optional(),
  /** Network Firewall before NAT and between environments: about 290 USD a month each zone. Default alert. */
  firewall: z.enum(['off', 'alert', 'block']).default('alert'),
  /** Decrypts what all environments send to the internet; the certificate authority lies in ACM of account `network`. Default off: the firewall sees names (SNI), not contents. */
  tlsInspection: tlsInspection.optional(),
  /** NAT gateways: 36 USD a month each. One for each zone, since a single one would answer through another zone's firewall. Default per-zone; none: no way to the internet. */
  natGateways: z.enum(['per-zone', 'none']).default('per-zone'),
  /** Connections between environments. Default none: prod, dev and test cannot reach each other. */
  routes: z.array(centralRoute).default([]),
  /** Must be true: attachments are 36.50 USD a month each (one for each environment and one for the inspection VPC), 0.02 USD a GB besides. */
  acknowledgeCost: z.boolean().default(false),
});

/** Where the way to the internet is inspected, and whether environments may meet. */
export const networkTopology = z.strictObject({
  /** own: each environment has its NAT and firewall. central: all share those of account `network` (docs/central-network.md). Default own. */
  topology: z.enum(['own', 'central']).default('own'),
  /** Required by topology central; with own it may stand already, or still. Needs accounts.network. */
  central: central.optional(),
});
