import { addressRange } from '../../lib/ioc/addresses';
import type { IndicatorLibrary } from '../../lib/ioc/library';
import { INDICATORS } from './hunting-columns';
import type { HuntingSource } from './hunting-source';

/** Indicators as a table beside the logs, so that a query finds a new one without a change of its own. */
export const indicatorSource = (bucket: string): HuntingSource => ({
  description: 'Indicators of rules/ioc',
  columns: INDICATORS,
  format: 'json',
  bucket,
  path: 'list/',
  partitions: {},
});

/** One JSON object a line. Numbers make networks comparable: Athena has no type for them that other engines know, too. */
export function indicatorRows({ indicators }: IndicatorLibrary): string {
  const rows = indicators.map(({ kind, value, seen, confidence, expires, source }) => {
    const range = kind === 'ip' || kind === 'cidr' ? addressRange(value) : undefined;
    return {
      kind,
      value,
      seen,
      confidence,
      expires,
      source,
      ...(kind === 'domain' && value.startsWith('*.') ? { suffix: value.slice(1) } : {}),
      ...(range ? { first_address: range[0], last_address: range[1] } : {}),
    };
  });
  return rows.map((row) => `${JSON.stringify(row)}\n`).join('');
}
