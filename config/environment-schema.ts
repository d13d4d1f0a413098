import { z } from 'zod';
import { cidrBlock, domain, region, resourceName } from './fields';
import { inspectionShape } from './inspection-schema';
import { accountShape } from './organization-schema';
import { shieldAdvanced } from './shield-schema';
import { waf } from './waf-schema';

export const network = z.strictObject({
  /** Address range of the VPC, /16 to /20; must overlap no other environment. */
  cidr: cidrBlock,
  /** Letters of the availability zones. Preset: production a, b, c; economy a, b. */
  zones: z
    .array(z.string().regex(/^[a-f]$/, 'must be a zone letter from a to f'))
    .min(2, 'must list at least 2 zones')
    .max(4, 'must list at most 4 zones')
    .optional(),
  /** NAT gateways: 36 USD a month each and 0.048 USD a GB in eu-west-1. Preset: production per-zone; economy none. */
  natGateways: z.enum(['per-zone', 'single', 'none']).optional(),
  /** Interface endpoints by service name: 8 USD a month each and zone in eu-west-1. Preset: production eleven; economy none. */
  interfaceEndpoints: z.array(resourceName(40).or(z.string().regex(/^[a-z0-9.-]+$/, 'must be a service such as kms or ecr.api'))).optional(),
  /** Network Firewall: about 290 USD a month each zone. Preset: production alert; economy off, subnets and routes reserved. */
  firewall: z.enum(['off', 'alert', 'block']).optional(),
  /** Domains that workloads may reach over HTTP and TLS while the firewall blocks; while it alerts, all others are reported. */
  allowedDomains: z.array(domain).default(['.amazonaws.com']),
  ...inspectionShape,
});

/** One workload environment: one account, one network, one state backend. */
export const environment = z.strictObject({
  ...accountShape,
  /** Preset of sizes and prices: production spends for availability, economy idles under 25 USD a month. */
  profile: z.enum(['production', 'economy']),
  /** Developers work here by hand: code, shells, security groups of their own. Elsewhere only pipelines change anything. Default false; true only outside production. */
  handsOn: z.boolean().default(false),
  network,
  waf: waf.prefault({}),
  shieldAdvanced: shieldAdvanced.prefault({}),
});

/** Names become stack ids `NAME` and `NAME-state`. */
export const environmentName = resourceName(20);

export const dataClass = z.strictObject({
  /** Holds data about people: narrower readers, and what Macie must not find elsewhere. */
  pii: z.boolean(),
  /** Days that backups and logs of this class are kept, 1 to 3653. */
  retentionDays: z.number().int('must be a whole number').min(1, 'must be at least 1').max(3653, 'must be at most 3653 (ten years)'),
  /** Regions besides home that get a key of this class: 1 USD a month each and environment. Default none. To give one up: `{ region, status: 'retired' }`. */
  additionalRegions: z
    .array(z.union([region, z.strictObject({ region, status: z.enum(['active', 'retired']) })], 'must be a region, or { region, status }'))
    .default([]),
});

export const dataClasses = z.strictObject({
  /** What customers entrusted to us. */
  customer: dataClass,
  /** What applications make and need themselves. */
  application: dataClass,
  /** Logs, metrics, deployment artefacts. */
  operational: dataClass,
  /** State, images, configuration of the platform. */
  infrastructure: dataClass,
});
