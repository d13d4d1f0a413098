import { mistakeLine, type RefusedEntry } from '../suricata/rule';
import { headerOf, type RuleFileHeader } from '../suricata/rule-file';
import { checkEntry, type Entry } from './check-entry';
import { csvFields } from './csv-fields';
import type { Indicator } from './indicator';

/** What a file of indicators gives. */
export interface ReadFile {
  readonly path: string;
  readonly header: RuleFileHeader;
  readonly indicators: readonly Indicator[];
  /** Entries that are left out on purpose. */
  readonly switchedOff: number;
  readonly lines: readonly string[];
  readonly refused: readonly RefusedEntry[];
}

/** First line of every file after its header, so that spreadsheets and people know the columns. */
export const COLUMNS = 'kind,value,seen,confidence,expires,source';
const FIELDS = COLUMNS.split(',');

/** Reads `rules/ioc/NAME.csv`: one indicator a line. */
export function readCsv(path: string, text: string): ReadFile {
  const { header, mistakes } = headerOf(text);
  const lines = mistakes.map((mistake) => mistakeLine({ file: path, line: 1 }, mistake));
  const refused: RefusedEntry[] = [];
  const indicators: Indicator[] = [];
  let begun = false;
  for (const [index, raw] of text.split('\n').entries()) {
    const entry = raw.trim();
    if (entry === '' || entry.startsWith('#')) continue;
    const place = { file: path, line: index + 1 };
    if (!begun) {
      begun = true;
      if (entry === COLUMNS) continue;
      lines.push(mistakeLine(place, { message: `must begin with the line ${COLUMNS}; add it`, value: entry }));
    }
    const fields = csvFields(entry);
    const found =
      fields?.length === FIELDS.length
        ? checkEntry(withSource(fields, header.source), place)
        : [{ message: `must have ${FIELDS.length} fields (${COLUMNS}), in quotes where one has a comma; correct it`, value: entry }];
    if ('kind' in found) indicators.push(found);
    else {
      lines.push(...found.map((mistake) => mistakeLine(place, mistake)));
      refused.push({ ...place, reason: found[0]?.message ?? '' });
    }
  }
  return { path, header, indicators, switchedOff: text.match(/^#\s*(ip|cidr|domain|hash|user-agent|arn),/gm)?.length ?? 0, lines, refused };
}

/** An entry without a source of its own has that of its file. */
const withSource = (fields: readonly string[], source: string): Entry => {
  const entry = Object.fromEntries(FIELDS.map((name, index) => [name, fields[index] ?? ''])) as Entry;
  return entry.source === '' ? { ...entry, source } : entry;
};
