import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expiredEntries, indicatorLibrary } from '../../lib/ioc/library';
import { headerFileOf } from '../../lib/ioc/read-stix';
import { type RefusedEntry, RuleImportError } from '../../lib/suricata/rule';
import { importedFiles } from '../../modules/network/firewall-rules';

/**
 * Comments out the rules that AWS refuses, and indicators that are none, with the reason above each, so that a feed can be used
 * in part and the diff says what is missing. Our own mistakes (headers, sids used twice) come back as errors of the next import.
 * @returns a line for each file that was changed
 */
export function commentOutRefused(root: string): string[] {
  return commentOut(root, [importedFiles, indicatorLibrary].flatMap(refusedEntries));
}

/**
 * Comments out indicators that are past their day, so that they act nowhere any more: an address has another owner by then. A
 * day by itself changes nothing, since the output must not depend on it.
 * @param today YYYY-MM-DD
 */
export const dropExpired = (root: string, today: string): string[] => commentOut(root, expiredEntries(indicatorLibrary(), today));

function commentOut(root: string, refused: readonly RefusedEntry[]): string[] {
  return [...new Set(refused.map(({ file }) => file))].map((file) => {
    const entries = refused.filter((entry) => entry.file === file);
    const stix = file.endsWith('.stix.json');
    const path = join(root, stix ? headerFileOf(file) : file);
    writeFileSync(path, (stix ? withLeftOut : withComments)(existsSync(path) ? readFileSync(path, 'utf8') : '', entries));
    return `${file}: ${entries.length} commented out`;
  });
}

function refusedEntries(read: () => unknown): readonly RefusedEntry[] {
  try {
    read();
    return [];
  } catch (error) {
    if (error instanceof RuleImportError) return error.refused;
    throw error;
  }
}

/** The text of a file in which entries are comments. An entry goes on over lines that end with a backslash. */
export function withComments(text: string, entries: readonly RefusedEntry[]): string {
  const reasons = new Map(entries.map(({ line, reason }) => [line, reason]));
  let inside = false;
  return text
    .split('\n')
    .flatMap((line, index) => {
      const reason = reasons.get(index + 1);
      const refused = inside || reason !== undefined;
      inside = refused && line.trimEnd().endsWith('\\');
      return [...(reason ? [`# Left out: ${reason.split('; ')[0]}.`] : []), refused ? `#${line}` : line];
    })
    .join('\n');
}

/** The text of the header beside a bundle of STIX, which cannot hold comments, with the indicators that are left out of it. */
export function withLeftOut(header: string, entries: readonly RefusedEntry[]): string {
  const reasons = new Map(entries.map(({ id, reason }) => [id, reason.replace(`${id} `, '').split('; ')[0]]));
  return `${header.trimEnd()}\n${[...reasons].map(([id, reason]) => `# Left out: ${id}. It ${reason}.`).join('\n')}\n`;
}
