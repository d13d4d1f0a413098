/** How much of a quota something uses. */
export interface QuotaUse {
  /** What is counted, for example "service control policy". */
  readonly quota: string;
  /** Where: `STACK/TYPE.NAME.ATTRIBUTE`, or what the quota belongs to. */
  readonly path: string;
  readonly used: number;
  readonly limit: number;
  readonly unit: string;
  /** What to do when it does not fit; a clause without full stop. */
  readonly remedy: string;
  /** The quota may have been raised for this organization, or only the price changes: reported, never refused. */
  readonly advisory?: true;
  /** Filled to the brim on purpose (policies/pack.ts, metric filters): what matters is the room of all that share a target or log group. */
  readonly packed?: true;
  /** Only the price changes above it: no reason to plan ahead. */
  readonly priceOnly?: true;
}

/** Share of the quota above which somebody should plan ahead. */
export const WARNING_SHARE = 0.8;

const count = (value: number): string => value.toLocaleString('en-US');
const line = ({ quota, path, used, limit, unit, remedy }: QuotaUse): string =>
  `${path}: ${quota} may have ${count(limit)} ${unit}, got ${count(used)}; ${remedy}`;

/** A line for everything that AWS would refuse. */
export function quotaViolations(uses: readonly QuotaUse[]): string[] {
  return uses.filter(({ used, limit, advisory }) => used > limit && !advisory).map(line);
}

/** A line for everything that still fits, but hardly. */
export function quotaWarnings(uses: readonly QuotaUse[]): string[] {
  return uses
    .filter(({ used, limit, advisory, packed, priceOnly }) => used > limit * (priceOnly ? 1 : WARNING_SHARE) && (advisory || used <= limit) && !packed)
    .map(line);
}

/** The fullest first; equal ones by path, so that the order is the same everywhere. */
export function byUse(uses: readonly QuotaUse[]): QuotaUse[] {
  return [...uses].sort((a, b) => b.used / b.limit - a.used / a.limit || (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}
