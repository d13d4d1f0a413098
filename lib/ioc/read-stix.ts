import { mistakeLine, type RefusedEntry, type RuleMistake } from '../suricata/rule';
import { headerOf } from '../suricata/rule-file';
import { checkEntry, type Entry } from './check-entry';
import type { Confidence, Indicator } from './indicator';
import type { ReadFile } from './read-csv';
import { readStixPattern } from './stix-pattern';

/** Confidence of STIX 2.1, 0 to 100 ("STIX Confidence Scales", None/Low/Med/High); a source that gives none vouches for nothing. */
const confidence = (value: unknown): Confidence => (typeof value !== 'number' || value < 30 ? 'low' : value < 70 ? 'medium' : 'high');
const day = (value: unknown): string => (typeof value === 'string' ? value.slice(0, 10) : '');

/** The header of a file may say a month, which counts to its end. */
const lastDay = (expires: string): string => {
  const [year, month] = expires.split('-').map(Number);
  return /^\d{4}-\d\d$/.test(expires) ? new Date(Date.UTC(year ?? 0, month ?? 0, 0)).toJSON().slice(0, 10) : expires;
};

/** Observations and cyber observables of STIX 2.1. */
const OBSERVED =
  /^(?:observed-data|sighting|artifact|autonomous-system|directory|domain-name|email-addr|email-message|file|ipv4-addr|ipv6-addr|mac-addr|mutex|network-traffic|process|software|url|user-account|windows-registry-key|x509-certificate)$/;
/** TLP:RED of TLP 1 and 2, whose ids STIX fixes. */
const RED: ReadonlySet<string> = new Set([
  'marking-definition--5e57c739-391a-4eb3-b6be-7d15ca92d5ed',
  'marking-definition--e828b379-4e03-4974-9ac4-e53a884c97c1',
]);
const isRed = ({ definition, name }: StixObject): boolean => /^red$/i.test(definition?.tlp ?? '') || /^TLP:RED$/i.test(name ?? '');

// biome-ignore lint/suspicious/noExplicitAny: parsed JSON of others, every member checked before it is used
type StixObject = any;

/** The name of the file beside a bundle that holds its header and what is left out of it: the bundle itself is replaced by each download. */
export const headerFileOf = (path: string): string => path.replace(/\.json$/, '.header');

/**
 * Reads `rules/ioc/NAME.stix.json`, a STIX 2.1 bundle as its source publishes it.
 * @param headerText text of NAME.stix.header: the usual header, and a line `# Left out: indicator--ID. why` for what is not imported
 */
export function readStix(path: string, text: string, headerText: string): ReadFile {
  const { header, mistakes } = headerOf(headerText);
  const lines = mistakes.map((mistake) => mistakeLine({ file: headerFileOf(path), line: 1 }, mistake));
  const refused: RefusedEntry[] = [];
  const indicators: Indicator[] = [];
  const skipped = new Set([...headerText.matchAll(/^# Left out: (indicator--[0-9a-f-]{36})/gim)].map((match) => match[1]));
  let switchedOff = 0;
  const refuse = (line: number, mistake: RuleMistake, id?: string) => {
    lines.push(mistakeLine({ file: path, line }, mistake));
    if (id) refused.push({ file: path, line, id, reason: mistake.message });
  };
  const lineOf = lineNumbers(text);
  const objects = objectsOf(text, (mistake) => refuse(1, mistake));
  const observables = objects.filter((object) => OBSERVED.test(object?.type));
  // Observables say what was seen, not that it is bad: they are counted, and a bundle of nothing else is refused.
  switchedOff += observables.length;
  if (observables.length > 0 && !objects.some((object) => object?.type === 'indicator'))
    refuse(1, { message: 'holds no indicator; what was only seen may be honest: ask its source for indicators', value: namesOf(observables) });
  for (const object of latestVersions(objects)) {
    const id = String(object.id);
    if (skipped.has(id)) {
      switchedOff++;
      continue;
    }
    const line = lineOf(id);
    const entries = untrusted(object, objects) ?? entriesOf(object, { expires: header.expires, source: header.source });
    if ('message' in entries) {
      refuse(line, entries, id);
      continue;
    }
    for (const entry of entries) {
      const found = checkEntry(entry, { file: path, line, id });
      if ('kind' in found) indicators.push(found);
      else for (const mistake of found) refuse(line, { ...mistake, message: `${id} ${mistake.message}` }, id);
    }
  }
  return { path, header, indicators, switchedOff, lines, refused };
}

function objectsOf(text: string, refuse: (mistake: RuleMistake) => void): StixObject[] {
  try {
    const bundle: StixObject = JSON.parse(text);
    // A server of TAXII 2.1 answers with an envelope, which has no type.
    if (bundle?.more === true) refuse({ message: 'is one page of several; download the rest into the same bundle', value: 'more: true' });
    if ((bundle?.type === 'bundle' || bundle?.type === undefined) && Array.isArray(bundle?.objects)) return bundle.objects;
    refuse({ message: 'must be a STIX 2.1 bundle with objects; download it again', value: String(bundle?.type) });
  } catch (error) {
    refuse({ message: `is not JSON (${(error as Error).message}); download it again` });
  }
  return [];
}

/** Why its own source would not have it in a list of what is bad, or not here. */
function untrusted(object: StixObject, objects: readonly StixObject[]): RuleMistake | undefined {
  const say = (message: string, value: string): RuleMistake => ({ message: `${String(object.id)} ${message}; leave it out`, value });
  if (object.revoked === true) return say('is revoked by its source', 'revoked: true');
  if ([object.indicator_types, object.labels].flat().includes('benign')) return say('is benign by its source', 'benign');
  const red = [object.object_marking_refs].flat().find((reference) => RED.has(reference) || objects.some((one) => one?.id === reference && isRed(one)));
  return red ? say('is for those alone whom its source told (TLP:RED), and many read this repository', red) : undefined;
}

function entriesOf(object: StixObject, file: { readonly expires: string; readonly source: string }): Entry[] | RuleMistake {
  const id = String(object.id);
  const wrong = (message: string, value?: unknown): RuleMistake => ({ message: `${id} ${message}`, ...(value === undefined ? {} : { value: String(value) }) });
  if (object.pattern_type !== undefined && object.pattern_type !== 'stix')
    return wrong('has a pattern that is not written in STIX; leave it out, or import it as what it is', object.pattern_type);
  const pattern = readStixPattern(String(object.pattern));
  if ('unsupported' in pattern) return wrong(`${pattern.unsupported}; leave it out`, object.pattern);
  const reference = (Array.isArray(object.external_references) ? object.external_references : []).find((one: StixObject) => typeof one?.url === 'string')?.url;
  return pattern.found.map((one) => ({
    ...one,
    seen: day(object.valid_from),
    confidence: confidence(object.confidence),
    expires: day(object.valid_until) || lastDay(file.expires),
    source: reference ?? file.source,
  }));
}

/** Indicators, each in its latest version: an earlier one may name what its source has taken back. */
function latestVersions(objects: readonly StixObject[]): StixObject[] {
  const latest = new Map<string, StixObject>();
  for (const object of objects) {
    if (object?.type !== 'indicator') continue;
    const before = latest.get(String(object.id));
    if (!before || String(object.modified ?? '') > String(before.modified ?? '')) latest.set(String(object.id), object);
  }
  return [...latest.values()];
}

const namesOf = (objects: readonly StixObject[]): string => [...new Set(objects.map(({ type }) => String(type)))].sort().join(', ');

/** Line of an object, by its id; counted once over the text. */
function lineNumbers(text: string): (id: string) => number {
  const lines = new Map<string, number>();
  for (const [index, line] of text.split('\n').entries())
    for (const [, id] of line.matchAll(/"id"\s*:\s*"(indicator--[0-9a-f-]{36})"/gi)) if (id && !lines.has(id)) lines.set(id, index + 1);
  return (id) => lines.get(id) ?? 1;
}
