import { lossesBetween } from '../tools/synthesis/stateful-inventory';
import type { Synthesis, TerraformJson } from '../tools/synthesis/synthesize';
import { exampleIds, exampleInput } from './fixtures/example';
import { synth } from './support/synth';

const STATUSES = ['onboarding', 'active', 'suspended', 'retired'] as const;
const ids = exampleIds();
ids.accounts.staging = '777777777777';
ids.organizationalUnits['workloads/staging'] = 'ou-a1b2-22222222';

/** The example with an environment `staging` at a point of its life, and a budget and a group of its own. */
function at(status: (typeof STATUSES)[number], change: (input: ReturnType<typeof exampleInput>) => void = () => {}): Synthesis {
  const input = exampleInput();
  input.environments.staging = { email: 'aws+staging@example.com', status, profile: 'economy', network: { cidr: '10.64.0.0/16' }, budgetUsd: 100 };
  input.access.assignments.push({ group: 'developers', permissionSet: 'Developer', accounts: ['staging'] });
  input.organization.backupPolicy = { environments: ['staging'] };
  change(input);
  return synth(input, ids);
}
const life = Object.fromEntries(STATUSES.map((status) => [status, at(status)])) as Record<(typeof STATUSES)[number], Synthesis>;

/** Paths at which two synthesized organizations differ: `stack: path`. */
function differences(before: Synthesis, after: Synthesis): string[] {
  const walk = (a: TerraformJson, b: TerraformJson, path: string): string[] => {
    if (JSON.stringify(a) === JSON.stringify(b)) return [];
    if (a === null || b === null || typeof a !== 'object' || typeof b !== 'object' || Array.isArray(a) || Array.isArray(b)) return [path];
    return [...new Set([...Object.keys(a), ...Object.keys(b)])].flatMap((key) => (key === '//' ? [] : walk(a[key], b[key], `${path}/${key}`)));
  };
  return [...new Set([...before.documents.keys(), ...after.documents.keys()])].flatMap((stack) =>
    walk(before.documents.get(stack) ?? {}, after.documents.get(stack) ?? {}, `${stack}:`),
  );
}
/** Nobody signs in to a suspended account. */
const SIGN_IN = 'org-access:/resource/aws_ssoadmin_account_assignment/access_developers-Developer-staging';
const FORGOTTEN = [
  'aws_organizations_account.account_staging',
  ...['billing', 'operations', 'security'].map((topic) => `aws_account_alternate_contact.account_staging-${topic}-contact`),
];
const parentOf = ({ documents }: Synthesis) => documents.get('org').resource.aws_organizations_account.account_staging?.parent_id;
const unit = (name: string) => `\${aws_organizations_organizational_unit.unit_${name}.id}`;
const losses = (before: Synthesis, after: Synthesis) => lossesBetween(before.inventory, after.inventory, after.documents, []);

describe('the life of an account', () => {
  it.each([
    ['onboarding', 'active', 'workloads-staging', []],
    ['active', 'suspended', 'suspended', [SIGN_IN]],
    ['suspended', 'active', 'workloads-staging', [SIGN_IN]],
    ['active', 'onboarding', 'onboarding', []],
  ] as const)('%s -> %s moves the account, and besides it at most who may sign in', (from, to, where, besides) => {
    expect(differences(life[from], life[to])).toEqual(['org:/resource/aws_organizations_account/account_staging/parent_id', ...besides]);
    expect(parentOf(life[to])).toBe(unit(where));
    expect(losses(life[from], life[to])).toEqual([]);
  });

  describe('suspended -> retired', () => {
    const changed = differences(life.suspended, life.retired);

    it('lets go of the account and of who is written to, by removed blocks that destroy nothing', () => {
      const { removed, resource } = life.retired.documents.get('org');
      expect(removed).toEqual(FORGOTTEN.map((from) => ({ from, lifecycle: { destroy: false } })));
      for (const address of FORGOTTEN) {
        const [type = '', name = ''] = address.split('.');
        expect(resource[type][name]).toBeUndefined();
      }
      expect(losses(life.suspended, life.retired)).toEqual([]);
    });

    it('touches nothing else in org but what is told to accounts.json', () => {
      expect(changed.filter((path) => path.startsWith('org:')).sort()).toEqual(
        ['org:/output/accounts/value/staging', 'org:/removed', ...FORGOTTEN.map((address) => `org:/resource/${address.replace('.', '/')}`)].sort(),
      );
    });

    it('keeps every guardrail, log permission and unit of the others as it was', () => {
      const stacks = [...new Set(changed.map((path) => path.split(':')[0]))];
      expect(stacks.sort()).toEqual(['org', 'staging', 'staging-state']);
      expect(life.retired.documents.get('org').resource.aws_organizations_organizational_unit['unit_workloads-staging']).toBeDefined();
    });

    it('leaves tombstones in its own stacks, one for each stateful address, and nothing that could be destroyed', () => {
      for (const stack of ['staging', 'staging-state']) {
        const stateful = Object.keys(life.suspended.inventory[stack] ?? {});
        const { removed, resource } = life.retired.documents.get(stack);
        expect(resource).toBeUndefined();
        expect((removed as { from: string }[]).map(({ from }) => from).sort()).toEqual(stateful.sort());
      }
    });
  });

  it('deleted instead of retired: refused, at every point of its life', () => {
    const gone = synth(exampleInput(), ids);
    for (const status of STATUSES) {
      const lost = losses(life[status], gone).map(({ stack, address }) => `${stack}/${address}`);
      expect(lost).toContain('org/aws_organizations_account.account_staging');
      expect(lost).toContain('staging/aws_vpc.network_vpc');
    }
  });
});
