import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The bundle lies elsewhere, so tools/run.cjs says where the project is. */
const inRules = (path: string): string => join((globalThis as { blueprintRoot?: string }).blueprintRoot ?? process.cwd(), 'rules', path);

/** Reads a file that security people edit, as if no editor of Windows had touched it: without byte order mark, with line feeds only. */
export function ruleFile(path: string): string {
  return readFileSync(inRules(path), 'utf8')
    .replace(/^\uFEFF/, '')
    .replaceAll('\r\n', '\n');
}

/** Names of the files of a folder of rules with an ending, in code-point order; none when there is no such folder. */
export function ruleFileNames(folder: string, ending: string): string[] {
  if (!existsSync(inRules(folder))) return [];
  return readdirSync(inRules(folder))
    .filter((name) => name.endsWith(ending))
    .sort()
    .map((name) => `${folder}/${name}`);
}
