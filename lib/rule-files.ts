import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The bundle lies elsewhere, so tools/run.cjs says where the project is. */
const folder = (): string => join((globalThis as { blueprintRoot?: string }).blueprintRoot ?? process.cwd(), 'rules');

/** Reads a file that security people edit. */
export function ruleFile(path: string): string {
  return readFileSync(join(folder(), path), 'utf8');
}

/** Names of the files of a folder with an ending, sorted, so that every machine reads them in the same order. */
export function ruleFileNames(under: string, ending: string): string[] {
  return readdirSync(join(folder(), under))
    .filter((name) => name.endsWith(ending))
    .sort();
}
