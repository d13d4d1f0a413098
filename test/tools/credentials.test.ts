import { loadBlueprint } from '../../config/load';
import { applyOrder } from '../../lib/apply-order';
import { credentialsFor, selectAll } from '../../tools/applying/credentials';
import { exampleIds, exampleInput } from '../fixtures/example';

const order = (change: (input: ReturnType<typeof exampleInput>) => void = () => {}) => {
  const input = exampleInput();
  change(input);
  return applyOrder(loadBlueprint(input, exampleIds()).blueprint);
};
const profiles = Object.fromEntries(
  ['MANAGEMENT', 'LOG_ARCHIVE', 'SECURITY', 'PROD', 'DEV', 'TEST'].map((name) => [`AWS_PROFILE_${name}`, name.toLowerCase()]),
);

describe('apply --all', () => {
  it('follows the order and leaves the state stacks to bootstrap', () => {
    expect(selectAll(order(), false, profiles).entries.map(({ id }) => id)).toEqual([
      'org',
      'log-archive',
      'org-management',
      'security',
      'org-access',
      'prod',
      'dev',
      'test',
      'org-policies',
    ]);
    expect(selectAll(order(), true, profiles).entries).toHaveLength(15);
  });

  it('stops before the first account without credentials and says which variable to set', () => {
    const { entries, stop } = selectAll(order(), false, {});
    expect(entries.map(({ id }) => id)).toEqual(['org']);
    expect(stop).toBe(
      'log-archive: belongs to account log-archive, the credentials at hand are those of management; set AWS_PROFILE_LOG_ARCHIVE to a profile of that account',
    );
  });

  it('leaves suspended accounts alone and says so', () => {
    const { entries, skipped } = selectAll(
      order((input) => Object.assign(input.environments.test ?? {}, { status: 'suspended' })),
      false,
      profiles,
    );
    expect(entries.map(({ id }) => id)).not.toContain('test');
    expect(skipped).toEqual(['test: skipped, its account is suspended']);
  });

  it('a named profile wins over keys in the environment', () => {
    expect(credentialsFor('log-archive', { AWS_ACCESS_KEY_ID: 'x', AWS_PROFILE_LOG_ARCHIVE: 'archive' })).toEqual({
      AWS_PROFILE: 'archive',
      AWS_PROFILE_LOG_ARCHIVE: 'archive',
    });
  });
});
