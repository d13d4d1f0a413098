import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The bundle lies elsewhere, so tools/run.cjs says where the project is. */
const inRules = (path: string): string => join((globalThis as { blueprintRoot?: string }).blueprintRoot ?? process.cwd(), 'rules', path);

/** Reads a file that security people edit; editors of Windows put a byte order mark in front, which is no part of the text. */
export function ruleFile(path: string): string {
  return readFileSync(inRules(path), 'utf8').replace(/^\ufeff/, '');
}

/** Names of the files of a folder of rules with an ending, in code-point order; none when there is no such folder. */
export function ruleFileNames(folder: string, ending: string): string[] {
  if (!existsSync(inRules(folder))) return [];
  return readdirSync(inRules(folder))
    .filter((name) => name.endsWith(ending))
    .sort()
    .map((name) => `${folder}/${name}`);
}
