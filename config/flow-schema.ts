import { z } from 'zod';

/** Tiers that have a security group; `load-balancer` lives in the public subnets. */
export const FLOW_TIERS = ['load-balancer', 'app', 'data', 'endpoints'] as const;
const SOURCES = ['internet', 'load-balancer', 'app', 'data'] as const;
const DESTINATIONS = ['load-balancer', 'app', 'data', 'endpoints', 's3', 'dynamodb', 'internet'] as const;

const PORT = "must be a number from 1 to 65535, or a range such as '8000-8010'";

/** Who may open a connection to whom. Nothing else passes a security group of the blueprint. */
export const flow = z.strictObject({
  /** Who opens the connection: a tier, or internet. */
  from: z.enum(SOURCES),
  /** Who answers: a tier, the internet, or s3 and dynamodb through their gateway endpoints. */
  to: z.enum(DESTINATIONS),
  /** Port of the one who answers, or a range such as '8000-8010'. */
  port: z.union([z.number().int(PORT).min(1, PORT).max(65_535, PORT), z.string().regex(/^\d{1,5}-\d{1,5}$/, PORT)], PORT),
  /** Default tcp. */
  protocol: z.enum(['tcp', 'udp']).default('tcp'),
});

/** First and last port of a flow. */
export function portsOf(port: number | string): readonly [first: number, last: number] {
  const [first = 0, last = first] = String(port).split('-').map(Number);
  return [first, last];
}
