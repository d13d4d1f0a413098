import fc from 'fast-check';
import { PERMISSION_SETS, type PermissionSetName } from '../../config/access-schema';
import { ConfigError } from '../../config/config-error';
import { loadBlueprint } from '../../config/load';
import { effectiveValues } from '../../config/origins';
import { exampleIds, exampleInput } from '../fixtures/example';

type Assignments = ReturnType<typeof exampleInput>['access']['assignments'];
const accepts = (assignments: Assignments): boolean => {
  const input = exampleInput();
  input.access.assignments = assignments;
  try {
    loadBlueprint(input, exampleIds());
    return true;
  } catch (error) {
    if (error instanceof ConfigError) return false;
    throw error;
  }
};

const ACCOUNTS = ['management', 'log-archive', 'security', 'prod', 'dev', 'test'];
/** Who may be what where, by default: one line for each set, one column for each account in the order above. */
const PLACES: Readonly<Record<PermissionSetName, string>> = {
  PlatformAdmin: '- - x - x x',
  Developer: '- - - - x x',
  DeveloperOperator: '- - - x x x',
  DeveloperReadOnly: '- - - x x x',
  SecurityAdmin: '- x x x x x',
  SecurityAuditor: '- x x x x x',
  NetworkAdmin: '- x x x x x',
  KeyAdmin: '- x x x x x',
  Billing: 'x x x x x x',
  OrganizationAdmin: 'x - - - - -',
  OrganizationAuditor: 'x - - - - -',
};

describe('where a permission set may be assigned', () => {
  it.each(PERMISSION_SETS)('%s', (permissionSet) => {
    const found = ACCOUNTS.map((account) => (accepts([{ group: 'billing', permissionSet, accounts: [account] }]) ? 'x' : '-')).join(' ');
    expect(found).toBe(PLACES[permissionSet]);
  });

  it('whatever is accepted keeps duties apart, over all accounts together', () => {
    const apart = (sets: ReadonlySet<string>) =>
      !(sets.has('KeyAdmin') && ['Developer', 'DeveloperOperator', 'PlatformAdmin', 'OrganizationAdmin'].some((set) => sets.has(set))) &&
      !(['SecurityAuditor', 'OrganizationAuditor'].some((set) => sets.has(set)) && ['SecurityAdmin', 'OrganizationAdmin'].some((set) => sets.has(set))) &&
      !(sets.has('OrganizationAdmin') && (sets.has('Developer') || sets.has('DeveloperOperator')));
    const assignment = fc.constantFrom(...PERMISSION_SETS).chain((permissionSet) =>
      fc.record({
        group: fc.constantFrom('developers', 'auditors'),
        permissionSet: fc.constant(permissionSet),
        accounts: fc.constantFrom(...ACCOUNTS.filter((_, index) => PLACES[permissionSet].split(' ')[index] === 'x')).map((account) => [account]),
      }),
    );
    const seen = { accepted: 0, refused: 0 };
    fc.assert(
      fc.property(
        fc.uniqueArray(assignment, { minLength: 1, maxLength: 4, selector: ({ group, permissionSet }) => `${group} ${permissionSet}` }),
        (assignments) => {
          const accepted = accepts(assignments);
          seen[accepted ? 'accepted' : 'refused'] += 1;
          const hats = ['developers', 'auditors'].map(
            (name) => new Set(assignments.filter(({ group }) => group === name).map(({ permissionSet }) => permissionSet)),
          );
          expect(accepted).toBe(hats.every(apart));
        },
      ),
      { numRuns: 300, seed: 7 },
    );
    expect(seen.accepted).toBeGreaterThan(20);
    expect(seen.refused).toBeGreaterThan(20);
  });
});

describe('origins of access values', () => {
  const origins = (change: (input: ReturnType<typeof exampleInput>) => void) => {
    const input = exampleInput();
    change(input);
    return new Map(effectiveValues(loadBlueprint(input, exampleIds())).map(({ path, value, origin }) => [path, `${origin} ${JSON.stringify(value)}`]));
  };

  it('of a configuration that says nothing', () => {
    const found = origins(() => {});
    expect(
      Object.fromEntries(
        [...found].filter(([path]) => /^access\.(groups\.(source|retired)|attributes|ack|existing|permissionSets\.(KeyAdmin|Developer)\.)/.test(path)),
      ),
    ).toEqual({
      'access.groups.source': 'default "managed"',
      'access.groups.retired': 'default []',
      'access.attributes.Team': 'default "${path:enterprise.department}"',
      'access.attributes.CostCenter': 'default "${path:enterprise.costCenter}"',
      'access.acknowledgeAdministratorIn': 'default []',
      'access.existing.attributes': 'default false',
      'access.permissionSets.KeyAdmin.sessionHours': 'preset 1',
      'access.permissionSets.KeyAdmin.regions': 'computed ["eu-west-1","eu-central-1","us-east-1"]',
      'access.permissionSets.Developer.sessionHours': 'preset 4',
      'access.permissionSets.Developer.regions': 'computed ["eu-west-1","eu-central-1","us-east-1"]',
    });
  });

  it('of one that sets limits', () => {
    const found = origins((input) => {
      input.access.permissionSets = { Developer: { sessionHours: 8, regions: ['eu-west-1'], services: ['s3'] }, KeyAdmin: {} };
      input.access.groups.source = 'scim';
      input.access.groups.names['build.people'] = 'Build';
    });
    expect(found.get('access.permissionSets.Developer.sessionHours')).toBe('config 8');
    expect(found.get('access.permissionSets.Developer.regions')).toBe('config ["eu-west-1"]');
    expect(found.get('access.permissionSets.Developer.services')).toBe('config ["s3"]');
    expect(found.get('access.permissionSets.KeyAdmin.sessionHours')).toBe('preset 1');
    expect(found.has('access.permissionSets.KeyAdmin.services')).toBe(false);
    expect(found.get('access.groups.source')).toBe('config "scim"');
    expect(found.get('access.groups.names.build.people')).toBe('config "Build"');
    expect(found.get('access.groups.names.developers')).toBe('config "Build and run workloads"');
  });
});
