import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Reads a file that security people edit. The bundle lies elsewhere, so tools/run.cjs says where the project is. */
export function ruleFile(path: string): string {
  return readFileSync(join((globalThis as { blueprintRoot?: string }).blueprintRoot ?? process.cwd(), 'rules', path), 'utf8');
}
