import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createTwoFilesPatch } from 'diff';
import { projectRoot } from './project';

/** A committed page of docs/ as it is now. */
export const readPage = (path: string): string => readFileSync(join(projectRoot(), path), 'utf8');

/**
 * Writes a page of docs/ that a tool generates, or compares it with what is committed: every tool the same way.
 * @param command that writes it
 * @throws Error when it is stale; the diff is on standard output
 */
export function writeOrCompare(path: string, content: string, check: boolean, command: string): void {
  const committed = readPage(path);
  if (!check) writeFileSync(join(projectRoot(), path), content);
  else if (committed === content) console.error(`${path} is what \`${command}\` writes`);
  else stale(path, committed, content, command);
}

function stale(path: string, committed: string, content: string, command: string): never {
  console.log(createTwoFilesPatch(`${path} (committed)`, `${path} (generated)`, committed, content, '', '', { context: 0 }));
  throw new Error(`${path}: is stale (diff above); run \`${command}\` and commit the result`);
}
