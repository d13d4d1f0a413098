import { z } from 'zod';
import { cidrBlock, domain, resourceName } from './fields';
import { flow } from './flow-schema';
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
  /** Connections that may be opened; nothing else passes. Preset: PRESET_FLOWS (config/presets.ts); to add: `[...PRESET_FLOWS, { from: 'app', to: 'data', port: 5432 }]`. */
  flows: z.array(flow).optional(),
  ...inspectionShape,
});

/** One of each secure-by-default module (docs/modules.md), to look at and to copy. About 50 USD a month while idle; not for production. */
export const examples = z.strictObject({
  /** Domain of the endpoints. */
  domain: z.string().regex(/^([a-z0-9-]+\.)+[a-z]{2,}$/, 'must be a domain such as dev.example.com'),
  /** Public hosted zone of the domain, in the environment's own account: certificates are proven in it. */
  hostedZoneId: z.string().regex(/^Z[A-Z0-9]{5,31}$/, 'must be the id of a hosted zone such as Z0123456789ABCDEFGHIJ'),
  /** Lambda function in the home region that makes and rotates the example secret; its role is /app/NAME. */
  rotationFunction: resourceName(64),
  /** PCR0 of the example's enclave image. */
  enclaveImageSha384: z.string().regex(/^[0-9a-f]{96}$/, 'must be the 96 hexadecimal digits that nitro-cli build-enclave prints as PCR0'),
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
  /** Default none. */
  examples: examples.optional(),
});

/** Names become stack ids `NAME` and `NAME-state`. */
export const environmentName = resourceName(20);
