import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface FunctionCode {
  /** The zip; the same bytes for the same sources, on every machine. */
  readonly file: string;
  /** SHA-256 of the zip in base64, as AWS Lambda counts it. */
  readonly hash: string;
}

/**
 * The zip of a function below functions/, made by esbuild once for each change of its sources and kept beside the bundles of the tools.
 * @param name folder below functions/, whose main.ts exports `handler`
 * @throws Error with esbuild's messages when a source does not compile
 */
export function functionCode(name: string): FunctionCode {
  const root = (globalThis as { blueprintRoot?: string }).blueprintRoot ?? process.cwd(); // a bundle lies elsewhere: tools/run.cjs says where the project is
  const folder = join(root, 'functions', name);
  const bundler = join(root, 'lib', 'bundle-function.cjs');
  const sources = [bundler, join(root, 'package-lock.json'), ...below(folder)];
  const digest = createHash('sha256');
  for (const source of sources) digest.update(source.slice(root.length)).update('\0').update(readFileSync(source)).update('\0');
  const file = join(root, 'node_modules', '.cache', 'aws-security-blueprint', 'functions', `${name}-${digest.digest('hex').slice(0, 16)}.zip`);
  if (!existsSync(file)) execFileSync(process.execPath, [bundler, root, join(folder, 'main.ts'), file], { stdio: ['ignore', 'inherit', 'inherit'] });
  return { file, hash: createHash('sha256').update(readFileSync(file)).digest('base64') };
}

/** Every source, in code-point order. */
const below = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
