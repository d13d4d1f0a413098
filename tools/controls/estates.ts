import { tmpdir } from 'node:os';
import type { BlueprintInput } from '../../config/blueprint-schema';
import { type LoadedBlueprint, loadBlueprint } from '../../config/load';
import { synthesizeUnchecked } from '../synthesis/synthesize';
import { Estate } from './estate';
import type { Estates } from './evaluate';

/** What the example modules are asked for. The domain is IANA's for documentation; nothing of it is applied. */
const EXAMPLES: NonNullable<BlueprintInput['environments'][string]['examples']> = {
  domain: 'controls.example.com',
  hostedZoneId: 'Z0123456789ABCDEFGHIJ',
  rotationFunction: 'rotate',
  enclaveImageSha384: 'a1'.repeat(48),
};

/** Synthesizes a configuration three times; see Estates. */
export function estatesOf({ input, ids, blueprint }: LoadedBlueprint): Estates {
  const whole: BlueprintInput = { ...(input as BlueprintInput), detection: 'deception' };
  return {
    configured: estate(blueprint, true),
    full: estate(loadBlueprint(whole, ids).blueprint, false),
    showcase: estate(loadBlueprint(withExamples(whole), ids).blueprint, false),
  };
}

const estate = (blueprint: LoadedBlueprint['blueprint'], lenient: boolean) =>
  new Estate(blueprint, synthesizeUnchecked(blueprint, tmpdir()).documents, lenient);

/** One of each module in the first environment that may have them, and backups in all. */
function withExamples(input: BlueprintInput): BlueprintInput {
  const copy = structuredClone(input);
  const host = Object.values(copy.environments).find(({ profile }) => profile !== 'production');
  if (host) host.examples ??= EXAMPLES;
  copy.organization.backupPolicy = { environments: Object.keys(copy.environments) };
  return copy;
}
