import { readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { type AccountIds, accountIds, EMPTY_ACCOUNT_IDS } from './account-ids';
import type { Blueprint } from './blueprint';
import { blueprintSchema, type ParsedBlueprint } from './blueprint-schema';
import { ConfigError, type Mistake } from './config-error';
import { crossFieldMistakes } from './cross-field-checks';
import { resolve } from './resolve';
import { schemaMistakes } from './schema-mistakes';

/** What loading gives: the effective configuration and the parts it was made of (for the origin of each value). */
export interface LoadedBlueprint {
  readonly blueprint: Blueprint;
  readonly input: unknown;
  readonly ids: AccountIds;
}

/**
 * Checks a configuration and its ids, and resolves it.
 * @param input the default export of the configuration file
 * @param ids the parsed accounts.json beside it; `{}` when there is none
 * @param file how to call the file in errors
 * @throws ConfigError with every mistake
 */
export function loadBlueprint(input: unknown, ids: unknown = EMPTY_ACCOUNT_IDS, file = 'blueprint.config.ts'): LoadedBlueprint {
  const config = blueprintSchema.safeParse(input);
  const known = accountIds.safeParse(ids);
  const single: Mistake[] = [
    ...schemaMistakes(config.error?.issues ?? [], input, blueprintSchema),
    ...schemaMistakes(known.error?.issues ?? [], ids, accountIds).map((mistake) => ({ ...mistake, path: `accounts.json: ${mistake.path}` })),
  ];
  const told = (part: string) => single.some(({ path }) => path === part || path.startsWith(`${part}.`));
  const mistakes: Mistake[] = [
    ...single,
    // Checks across fields see what is there, so that a misspelt field hides no overlapping network; a field is told once.
    ...crossFieldMistakes(input as ParsedBlueprint, known.success ? known.data : EMPTY_ACCOUNT_IDS).filter(
      ({ path, against }) => !single.some((other) => other.path === path) && !(against && told(against)),
    ),
  ];
  if (!config.success || !known.success || mistakes.length > 0) throw new ConfigError(file, mistakes);
  return { blueprint: resolve(config.data, known.data), input, ids: known.data };
}

/** Reads accounts.json beside a configuration file. @throws ConfigError when it is not JSON */
export function readAccountIds(configFile: string): unknown {
  const path = accountsFileOf(configFile);
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return EMPTY_ACCOUNT_IDS;
    throw new ConfigError(basename(path), [{ path: basename(path), message: `is not JSON (${(error as Error).message}); restore it from git` }]);
  }
}

/** Where the ids of a configuration stand: `accounts.json` in the same folder. */
export function accountsFileOf(configFile: string): string {
  return join(dirname(configFile), 'accounts.json');
}
