import { monthlyBasePrice } from '../costs/monthly-base-price';
import { resourcesIn } from '../synthesis/resources-in';
import type { TerraformJson } from '../synthesis/synthesize';

export interface PriceChange {
  readonly stack: string;
  /** US dollars a month while idle. */
  readonly before: number;
  readonly after: number;
  /** What makes the difference: type, and how much it adds; the largest first. */
  readonly by: readonly (readonly [type: string, dollars: number])[];
}

type Documents = ReadonlyMap<string, TerraformJson>;

/** Base price of each stack whose price differs by more than a cent; usage comes on top (docs/costs.md). */
export function priceChanges(before: Documents, after: Documents): PriceChange[] {
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((stack) => {
    const [old, now] = [pricesByType(stack, before.get(stack)), pricesByType(stack, after.get(stack))];
    const by = [...new Set([...old.keys(), ...now.keys()])]
      .map((type): [string, number] => [type, (now.get(type) ?? 0) - (old.get(type) ?? 0)])
      .filter(([, dollars]) => Math.abs(dollars) > 0.01)
      .sort(([, a], [, b]) => Math.abs(b) - Math.abs(a));
    const total = (prices: ReadonlyMap<string, number>) => [...prices.values()].reduce((sum, price) => sum + price, 0);
    return Math.abs(total(now) - total(old)) > 0.01 ? [{ stack, before: total(old), after: total(now), by }] : [];
  });
}

function pricesByType(stack: string, document: TerraformJson = {}): Map<string, number> {
  const prices = new Map<string, number>();
  for (const resource of resourcesIn(stack, document)) prices.set(resource.type, (prices.get(resource.type) ?? 0) + monthlyBasePrice([resource]).total);
  return prices;
}
