import { z } from 'zod';
import { resourceName, usd } from './fields';

/** What Shield Advanced can protect besides addresses; application-layer response works for both. */
const arn = z
  .string()
  .regex(
    /^arn:aws:(elasticloadbalancing:[a-z0-9-]+:\d{12}:loadbalancer\/app\/[\w-]+\/[0-9a-f]+|cloudfront::\d{12}:distribution\/[A-Z0-9]+)$/,
    'must be the ARN of an application load balancer or of a CloudFront distribution',
  );

const protectedResource = z.strictObject({
  /** Becomes the name of the protection. */
  name: resourceName(40),
  arn,
  /**
   * Shield writes rules of its own into the web ACL while it sees an attack: count first, then block. A load balancer is
   * associated with the environment's web ACL; a distribution names it itself. Default off.
   */
  automaticResponse: z.enum(['off', 'count', 'block']).default('off'),
  /** Id of a Route 53 health check: faster detection, and needed for proactive engagement. Default none. */
  healthCheckId: z.uuid('must be the id of a Route 53 health check').optional(),
});

export const shieldAdvanced = z.strictObject({
  /** Shield Advanced costs 3,000 USD a month with a commitment of one year, once for the whole organization. Default false. */
  enabled: z.boolean().default(false),
  /** Must be 3000 when enabled: says that you have seen the price. */
  acknowledgeMonthlyCostUsd: usd.optional(),
  /** Load balancers and distributions; the addresses of NAT gateways are always protected. Default none. */
  resources: z.array(protectedResource).default([]),
  /** Resources that are judged together, because an attack on one shows in all; one group of everything exists anyway. Default none. */
  groups: z
    .array(
      z.strictObject({
        name: resourceName(36),
        /** sum adds up traffic (a blue-green pair), mean averages it (behind one load balancer), max takes the largest (independent ones). */
        aggregation: z.enum(['sum', 'mean', 'max']).default('max'),
        /** Names of `resources`. */
        members: z.array(z.string()).min(1, 'must list at least one resource'),
      }),
    )
    .default([]),
  /** AWS's response team calls the security contact when a health check fails; needs Business or Enterprise Support. Default true. */
  proactiveEngagement: z.boolean().default(true),
  /** AWS's response team may read and change WAF and Shield in this account during an attack. Default false. */
  responseTeamAccess: z.boolean().default(false),
});
