import type { BlueprintInput } from '../../config/blueprint-schema';
import { exampleIds, exampleInput } from '../fixtures/example';

/** The example with economy environments beside its own, until there are so many. */
export function manyEnvironments(count: number, more: { readonly handsOn?: boolean } = {}): { input: BlueprintInput; ids: ReturnType<typeof exampleIds> } {
  const input = exampleInput();
  const ids = exampleIds();
  for (let index = 0; Object.keys(input.environments).length < count; index++) {
    const name = `stage-${index}`;
    input.environments[name] = { email: `aws+${index}@example.com`, profile: 'economy', network: { cidr: `10.${100 + index}.0.0/16` }, ...more };
    ids.accounts[name] = `7777777777${String(index).padStart(2, '0')}`;
  }
  return { input, ids };
}
