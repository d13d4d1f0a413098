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
 * @throws ConfigError with every mistake; Error when the file does not compile
 */
export function loadConfigFile(file: string): LoadedBlueprint {
  if (!existsSync(file)) throw new ConfigError(file, [{ path: '(file)', message: 'does not exist; check --config or BLUEPRINT_CONFIG' }]);
  const module = require(bundle(projectRoot(), file)) as { default?: unknown };
  if (module.default === undefined) {
    throw new ConfigError(basename(file), [{ path: '(file)', message: 'has no default export; write `export default defineBlueprint({...})`' }]);
  }
  return loadBlueprint(module.default, readAccountIds(file), basename(file));
}
