import type { BlueprintInput } from './blueprint-schema';

/**
 * Marks the configuration for the editor and the loader; checks nothing itself.
 * @param blueprint the whole configuration; fields are documented in config/*-schema.ts and listed by `npm run config`
 */
export function defineBlueprint(blueprint: BlueprintInput): BlueprintInput {
  return blueprint;
}
