import type { RuleMistake } from '../suricata/rule';
import { addressNumber, addressRange } from './addresses';
import { type Indicator, placeOf } from './indicator';

/** Finds indicators that others already say: somebody would remove one of two, and think it gone. */
export class Repeated {
  private readonly seen = new Map<string, Indicator>();
  /** Prefix length -> first address -> network. */
  private readonly networks = new Map<number, Map<number, Indicator>>();

  constructor(all: readonly Indicator[]) {
    for (const indicator of all) {
      if (indicator.kind !== 'cidr') continue;
      const prefix = Number(indicator.value.split('/')[1]);
      const known = this.networks.get(prefix) ?? new Map<number, Indicator>();
      this.networks.set(prefix, known);
      const first = addressRange(indicator.value)?.[0] ?? 0;
      if (!known.has(first)) known.set(first, indicator);
    }
  }

  /** Asked for each indicator once, in order. */
  mistake(indicator: Indicator): RuleMistake | undefined {
    const key = `${indicator.kind} ${indicator.value}`;
    const before = this.seen.get(key);
    if (before) return { message: `is listed at ${placeOf(before)} already; remove it`, value: indicator.value };
    this.seen.set(key, indicator);
    const wider = this.networkAround(indicator);
    return wider ? { message: `lies in ${wider.value} at ${placeOf(wider)} already; remove it`, value: indicator.value } : undefined;
  }

  private networkAround({ kind, value }: Indicator): Indicator | undefined {
    const [address = '', length = '32'] = value.split('/');
    const number = kind === 'ip' || kind === 'cidr' ? addressNumber(address) : undefined;
    if (number === undefined) return undefined;
    for (const [prefix, known] of this.networks) {
      if (prefix >= Number(length)) continue;
      const found = known.get(number - (number % 2 ** (32 - prefix)));
      if (found) return found;
    }
    return undefined;
  }
}
