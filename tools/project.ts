import { existsSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { ConfigError } from '../config/config-error';
import { type LoadedBlueprint, loadBlueprint, readAccountIds } from '../config/load';

// CommonJS without types, shared with run.cjs
const { bundle }: { bundle: (root: string, entry: string) => string } = require('./bundle.cjs');

/** The project's folder. tools/run.cjs sets it; under jest it is the working directory. */
export function projectRoot(): string {
  return (globalThis as { blueprintRoot?: string }).blueprintRoot ?? process.cwd();
}

/** The configuration that a tool works with: `--config`, else BLUEPRINT_CONFIG, else blueprint.config.ts. */
export function configFile(option?: string): string {
  return resolve(option ?? process.env.BLUEPRINT_CONFIG ?? join(projectRoot(), 'blueprint.config.ts'));
}

export function isDefaultConfig(file: string): boolean {
  return file === join(projectRoot(), 'blueprint.config.ts');
}

/**
 * Loads a configuration file (TypeScript) and accounts.json beside it.
 * @throws ConfigError with every mistake; Error when the file does not compile, or fails when it runs
 */
export function loadConfigFile(file: string): LoadedBlueprint {
  if (!existsSync(file)) throw new ConfigError(file, [{ path: '(file)', message: 'does not exist; check --config or BLUEPRINT_CONFIG' }]);
  const given = defaultExport(file);
  if (typeof given !== 'object' || given === null || given instanceof Promise) {
    const message = given === undefined ? 'has no default export' : 'must export the configuration itself by default';
    throw new ConfigError(basename(file), [{ path: '(file)', message: `${message}; write \`export default defineBlueprint({...})\``, value: given }]);
  }
  return loadBlueprint(given, readAccountIds(file), basename(file));
}

/** @throws Error with line, column and reason of each mistake */
function compiled(file: string): string {
  try {
    return bundle(projectRoot(), file);
  } catch (error) {
    const { errors } = error as { errors?: readonly { text: string; location: { file: string; line: number; column: number; lineText: string } | null }[] };
    if (!errors) throw error;
    const lines = errors.map(({ text, location }) => {
      if (!location) return `  ${text}`;
      const own = basename(location.file) === basename(file) ? '' : `${location.file}:`; // a file that it imports
      const conflict = /^(<{7}|={7}|>{7}|\|{7})/.test(location.lineText) ? ' (marks of a merge conflict: resolve it)' : '';
      return `  ${own}${location.line}:${location.column} ${text}${conflict}`;
    });
    throw new Error(`${basename(file)}: does not compile; correct it, nothing was written\n${lines.join('\n')}`);
  }
}

/** Runs the file. @throws Error that says which file it was when it fails */
function defaultExport(file: string): unknown {
  const code = compiled(file);
  try {
    return (require(code) as { default?: unknown } | null | undefined)?.default;
  } catch (error) {
    const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    throw new Error(`${basename(file)}: fails when it runs (${reason}); correct it, nothing was written`);
  }
}

/** A source of the checkout that is no part of the tools, such as corpora of tests, loaded as a configuration file is; undefined where it is not. */
export function loadSource<T>(path: string): T | undefined {
  const file = join(projectRoot(), path);
  return existsSync(file) ? (require(bundle(projectRoot(), file)) as T) : undefined;
}
