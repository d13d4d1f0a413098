import type { RuleMistake } from './rule';

/** Where rules came from: nobody dares to delete a rule that nobody knows. */
export interface RuleFileHeader {
  readonly source: string;
  readonly licence: string;
  readonly owner: string;
  /** YYYY-MM or YYYY-MM-DD. */
  readonly reviewed: string;
  /** The same, or never. */
  readonly expires: string;
}

const FIELDS = { source: 'Source', licence: 'Licence', owner: 'Owner', reviewed: 'Reviewed', expires: 'Expires' } as const;
const DATE = /^\d{4}-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?$/;

/** Reads `# Source: ... Licence: ... Owner: ... Reviewed: ... Expires: ...` from the comments before the first entry. */
export function headerOf(text: string): { readonly header: RuleFileHeader; readonly mistakes: readonly RuleMistake[] } {
  const comments: string[] = [];
  for (const line of text.split('\n', 40)) {
    if (line.trim() !== '' && !line.startsWith('#')) break;
    comments.push(line.replace(/^#+\s?/, ''));
  }
  const values = new Map<string, string>();
  for (const line of comments) {
    const parts = line.split(/\b(Source|Licence|License|Owner|Reviewed|Date|Expires):\s*/);
    for (let index = 1; index < parts.length; index += 2) {
      const name = ({ License: 'Licence', Date: 'Reviewed' } as Record<string, string>)[parts[index] as string] ?? (parts[index] as string);
      if (!values.has(name)) values.set(name, (parts[index + 1] ?? '').trim().replace(/\.$/, ''));
    }
  }
  const header = Object.fromEntries(Object.entries(FIELDS).map(([field, name]) => [field, values.get(name) ?? ''])) as unknown as RuleFileHeader;
  const mistakes: RuleMistake[] = Object.entries(FIELDS)
    .filter(([field]) => header[field as keyof RuleFileHeader] === '')
    .map(([, name]) => ({ message: `must have the line "# ${name}: ..." before its first entry; add it` }));
  if (header.reviewed && !DATE.test(header.reviewed))
    mistakes.push({ message: 'must have Reviewed as YYYY-MM or YYYY-MM-DD; correct it', value: header.reviewed });
  if (header.expires && header.expires !== 'never' && !DATE.test(header.expires))
    mistakes.push({ message: 'must have Expires as YYYY-MM, YYYY-MM-DD or never; correct it', value: header.expires });
  return { header, mistakes };
}

/** Is it over on a day (YYYY-MM-DD)? A month counts to its end. */
export const expired = ({ expires }: RuleFileHeader, today: string): boolean => DATE.test(expires) && expires < today.slice(0, expires.length);

/** Entries without comments and empty lines, with the number of the line that each begins on. A backslash continues a line. */
export function* entriesOf(text: string): Generator<{ readonly text: string; readonly line: number }> {
  let pending = '';
  let begun = 0;
  let number = 0;
  for (const raw of text.split('\n')) {
    number++;
    const line = raw.trim();
    if (pending === '' && (line === '' || line.startsWith('#'))) continue;
    if (pending === '') begun = number;
    if (line.endsWith('\\')) {
      pending += `${line.slice(0, -1).trimEnd()} `;
      continue;
    }
    yield { text: (pending + line).trim(), line: begun };
    pending = '';
  }
  if (pending !== '') yield { text: pending.trim(), line: begun };
}

/** Rules that are commented out: not imported, so they are counted. */
export const switchedOff = (text: string): number => text.match(/^\s*#+\s*(alert|drop|reject|pass)\s.+(->|<>).+\(/gm)?.length ?? 0;
