import { loadBlueprint } from '../../config/load';
import { Synthesized } from '../../tools/can/synthesized';
import { exampleIds, exampleInput } from '../fixtures/example';
import { synth } from './synth';

/** The example organization at step hunting. */
export const huntingInput = () => ({ ...exampleInput(), detection: 'hunting' as const });

export function huntingOrganization(): Synthesized {
  const input = huntingInput();
  return new Synthesized(loadBlueprint(input, exampleIds()).blueprint, synth(input).documents);
}
