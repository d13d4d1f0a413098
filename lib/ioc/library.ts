import { ruleFile, ruleFileNames } from '../rule-files';
import { mistakeLine, type RefusedEntry, RuleImportError } from '../suricata/rule';
import type { RuleFileHeader } from '../suricata/rule-file';
import { type Indicator, type IndicatorKind, isExpired, placeOf } from './indicator';
import { type ReadFile, readCsv } from './read-csv';
import { headerFileOf, readStix } from './read-stix';
import { Repeated } from './repeated';

/** Every indicator of rules/ioc: the one list that all of AWS's lists are made from. */
export interface IndicatorLibrary {
  readonly files: readonly { readonly path: string; readonly header: RuleFileHeader; readonly entries: number; readonly switchedOff: number }[];
  /** In the order of their files. */
  readonly indicators: readonly Indicator[];
}

const FOLDER = 'ioc';
const libraries = new Map<string, IndicatorLibrary>();

/** Reads rules/ioc; anew each time, checked once for the same content. @throws RuleImportError with every mistake */
export function indicatorLibrary(): IndicatorLibrary {
  const texts = new Map(ruleFileNames(FOLDER, '').map((path) => [`rules/${path}`, ruleFile(path)]));
  const key = JSON.stringify([...texts]);
  const known = libraries.get(key);
  if (known) return known;
  const library = importIndicators(texts);
  libraries.clear();
  libraries.set(key, library);
  return library;
}

/** @param texts path in the project -> text, in order */
export function importIndicators(texts: ReadonlyMap<string, string>): IndicatorLibrary {
  const read = [...texts].flatMap(([path, text]): ReadFile[] => {
    if (path.endsWith('.csv')) return [readCsv(path, text)];
    if (path.endsWith('.stix.json')) return [readStix(path, text, texts.get(headerFileOf(path)) ?? '')];
    return path.endsWith('.stix.header') ? [] : [{ ...readCsv(path, ''), lines: [mistakeLine({ file: path, line: 1 }, UNKNOWN_FILE)] }];
  });
  const indicators = read.flatMap((file) => file.indicators);
  const repeated = new Repeated(indicators);
  /** Of bundles, which are not ours to edit: a repetition there changes nothing. */
  const again = new Set<Indicator>();
  const lines = read.flatMap((file) => file.lines);
  const refused: RefusedEntry[] = read.flatMap((file) => file.refused);
  for (const indicator of indicators) {
    const mistake = repeated.mistake(indicator);
    if (!mistake) continue;
    if (indicator.file.endsWith('.stix.json')) {
      again.add(indicator);
      continue;
    }
    lines.push(mistakeLine(indicator, mistake));
    refused.push({ file: indicator.file, line: indicator.line, reason: mistake.message });
  }
  if (lines.length > 0) throw new RuleImportError(lines, refused);
  const kept = indicators.filter((indicator) => !again.has(indicator));
  return {
    files: read.map(({ path, header, indicators: own, switchedOff }) => {
      const entries = own.filter((indicator) => !again.has(indicator)).length;
      return { path, header, entries, switchedOff: switchedOff + own.length - entries };
    }),
    indicators: kept,
  };
}

const UNKNOWN_FILE = { message: 'must be NAME.csv, NAME.stix.json or NAME.stix.header; convert or remove it (docs/hunting.md)' };

/** Values of some kinds, sorted, so that a list does not change with the order of files. */
export const valuesOf = ({ indicators }: IndicatorLibrary, ...kinds: readonly IndicatorKind[]): string[] =>
  indicators
    .filter(({ kind }) => kinds.includes(kind))
    .map(({ value }) => value)
    .sort();

/** Indicators that are past their day, as entries to comment out. */
export const expiredEntries = ({ indicators }: IndicatorLibrary, today: string): RefusedEntry[] =>
  indicators
    .filter((indicator) => isExpired(indicator, today))
    .map(({ file, line, id, expires }) => ({ file, line, ...(id ? { id } : {}), reason: `expired ${expires}` }));

/** Lines for indicators that are past their day; they still act, since the output must not depend on the day. */
export const expiredIndicators = ({ indicators }: IndicatorLibrary, today: string): string[] =>
  indicators
    .filter((indicator) => isExpired(indicator, today))
    .map(
      (indicator) =>
        `${placeOf(indicator)}: ${indicator.kind} ${indicator.value} expired ${indicator.expires}, still acts; look again and choose a later day, or let it go by npm run rules -- --drop-expired`,
    );
