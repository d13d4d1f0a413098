import type { Indicator, IndicatorKind } from '../../../lib/ioc/indicator';
import type { IndicatorLibrary } from '../../../lib/ioc/library';
import { SINK_LIMITS } from '../../../lib/ioc/sink-limits';

const one = (kind: IndicatorKind, value: string): Indicator => ({
  kind,
  value,
  seen: '2026-11-01',
  confidence: 'high',
  expires: '2027-05-01',
  source: 'x',
  file: 'rules/ioc/a.csv',
  line: 3,
});
const library = (...parts: readonly (readonly [kind: IndicatorKind, count: number, value: string])[]): IndicatorLibrary => ({
  files: [],
  indicators: parts.flatMap(([kind, count, value]) => Array.from({ length: count }, (_, index) => one(kind, value.replace('#', String(index))))),
});
const REMEDY = '; let old ones go (npm run rules -- --drop-expired), or remove a feed from rules/ioc';

it.each([
  [
    'threatList',
    library(['ip', 249_999, '#'], ['cidr', 1, '#']),
    library(['ip', 250_000, '#'], ['cidr', 1, '#']),
    'a threat list of GuardDuty holds at most 250000 addresses, got 250001',
  ],
  [
    'domainLists',
    library(['domain', 100_000, '#'], ['ip', 7, '#']),
    library(['domain', 100_001, '#']),
    'domain lists of an account hold at most 100000 domains, got 100001',
  ],
  [
    'ipSets',
    library(['ip', 990_000, '#'], ['ip', 10_000, '::#']),
    library(['ip', 990_000, '#'], ['ip', 10_001, '::#']),
    'an account has at most 100 IP sets of 10000 addresses, got 101',
  ],
] as const)('%s: what fits passes, one more is refused in words', (sink, fits, more, message) => {
  expect(SINK_LIMITS[sink](fits)).toBe(false);
  expect(SINK_LIMITS[sink](more)).toBe(message + REMEDY);
});
