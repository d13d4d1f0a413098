import { ConfigError, line } from '../../config/config-error';
import { loadBlueprint } from '../../config/load';
import { exampleIds, exampleInput } from '../fixtures/example';
import { MISTAKES } from './mistakes';

const messages = (input: unknown, ids: unknown = exampleIds()): string[] => {
  try {
    loadBlueprint(input, ids);
    return [];
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return error.mistakes.map((mistake) => line(mistake).trim());
  }
};

describe('mistakes in the configuration', () => {
  it.each(MISTAKES)('$name', ({ change, expected }) => {
    const input = exampleInput();
    const ids = exampleIds();
    change(input as never, ids as never);
    expect(messages(input, ids)).toEqual(expected);
  });

  it('covers at least 40 kinds, and every message names a path and a remedy', () => {
    expect(MISTAKES.length).toBeGreaterThanOrEqual(40);
    for (const text of MISTAKES.flatMap(({ expected }) => expected)) expect(text).toMatch(/^[^ ].*: .+, got .+; .+$/s);
  });

  it('reports all mistakes at once', () => {
    const input = exampleInput() as never;
    const ids = exampleIds() as never;
    const chosen = MISTAKES.filter(({ combines }) => combines);
    expect(chosen.length).toBeGreaterThanOrEqual(5);
    for (const { change } of chosen) change(input, ids);
    expect(messages(input, ids).sort()).toEqual(chosen.flatMap(({ expected }) => expected).sort());
  });

  it('accepts the example, with ids and without', () => {
    expect(messages(exampleInput())).toEqual([]);
    expect(messages(exampleInput(), {})).toEqual([]);
  });
});
