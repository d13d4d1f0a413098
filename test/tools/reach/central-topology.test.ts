import { readFileSync } from 'node:fs';
import { loadBlueprint } from '../../../config/load';
import { PRESET_FLOWS } from '../../../config/presets';
import { reachabilityMistakes } from '../../../tools/reach/invariants';
import { readNetwork } from '../../../tools/reach/read-network';
import { renderReachability } from '../../../tools/reach/render-reachability';
import type { Synthesis } from '../../../tools/synthesis/synthesize';
import central, { centralIds } from '../../fixtures/central';
import { type NetworkMutant, networkMutants } from '../../support/network-mutants';
import { synth } from '../../support/synth';
import { transitMutants } from '../../support/transit-mutants';

type Input = ReturnType<typeof central>;
const changed = (change: (input: Input) => void): Input => {
  const input = central();
  change(input);
  return input;
};
const settings = (input: Input) => input.network?.central as NonNullable<NonNullable<Input['network']>['central']>;
const blueprintOf = (input: unknown) => loadBlueprint(input, centralIds()).blueprint;
const render = (documents: Synthesis['documents']) => renderReachability(documents, () => true, new Map());

it.each<[string, Input]>([
  ['the example in the central topology', central()],
  ['no route between environments', changed((input) => Object.assign(settings(input), { routes: [] }))],
  ['the firewall off', changed((input) => Object.assign(settings(input), { firewall: 'off', routes: [] }))],
  ['no way to the internet', changed((input) => Object.assign(settings(input), { natGateways: 'none' }))],
  [
    'routes both ways, by port range and by UDP',
    changed((input) =>
      Object.assign(settings(input), {
        routes: [
          { from: 'dev', to: 'test', port: '8000-8010' },
          { from: 'test', to: 'dev', port: 53, protocol: 'udp' },
          { from: 'prod', to: 'test', port: 443 },
        ],
      }),
    ),
  ],
  [
    'an environment that serves the internet without a firewall of its own',
    changed((input) => Object.assign(input.environments.prod?.network as object, { firewall: 'off' })),
  ],
  ['one environment suspended', changed((input) => Object.assign(input.environments.dev as object, { status: 'suspended' }))],
  ['one environment new', changed((input) => Object.assign(input.environments.test as object, { status: 'onboarding' }))],
  ['more zones than anybody uses', changed((input) => Object.assign(settings(input), { zones: ['a', 'b', 'c', 'd'] }))],
  ['prepared, not used yet', changed((input) => Object.assign(input.network as object, { topology: 'own' }))],
  [
    'a database and flows of its own',
    changed((input) => {
      for (const environment of Object.values(input.environments))
        environment.network.flows = [...PRESET_FLOWS.filter(({ to }) => to !== 'internet'), { from: 'app', to: 'data', port: 5432 }];
    }),
  ],
])('%s: who reaches whom is what the configuration says', (_name, input) => {
  expect(reachabilityMistakes(readNetwork(synth(input, centralIds()).documents), blueprintOf(input))).toEqual([]);
});

it('the table of the example in the central topology is the one that reviewers have read (test/tools/reach/central-topology.md)', () => {
  expect(render(synth(central(), centralIds()).documents)).toBe(readFileSync('test/tools/reach/central-topology.md', 'utf8'));
});

/** An environment without firewall and internet gateway keeps their subnets and tables for the day that it serves the internet. */
const RESERVED = /^dev: association network_routing_(firewall|public)-[ab]-association /;
/** Members are alike: what is many is done to the routes of one. */
const MEMBERS_ALIKE = /-to-(prod|test) redirected/;
/** Tables of the data tier hold routes of gateway endpoints only, which nobody in these subnets could use: the same as none. */
const COVERED: readonly RegExp[] = [/^dev: association network_transit_association-a moved to network_routing_data-[ab]$/];

describe('every mistake is noticed, and its path named', () => {
  const input = central();
  const { documents: whole } = synth(input, centralIds());
  const documents = new Map(['network', 'prod', 'dev', 'test', 'network-routes'].map((id) => [id, whole.get(id)]));
  const blueprint = { ...blueprintOf(input) };
  const table = render(documents);
  /** Lists and groups of environments are broken in reachability.test.ts. */
  const routing = (mutants: NetworkMutant[]) => mutants.filter(({ name }) => / (route|association) /.test(name) || name.includes('_nat_'));

  it.each<[string, () => NetworkMutant[], number]>([
    ['the transit gateway', () => transitMutants({ documents }), 200],
    ['the inspection VPC', () => routing(networkMutants({ documents }, 'network')).filter(({ name }) => !MEMBERS_ALIKE.test(name)), 100],
    ['an environment', () => routing(networkMutants({ documents }, 'dev')), 50],
  ])('%s', (_name, mutants, atLeast) => {
    expect(reachabilityMistakes(readNetwork(documents), blueprint)).toEqual([]);
    const count = { rules: 0, table: 0, unknown: 0 };
    const survivors: string[] = [];
    for (const { name, documents: broken } of mutants()) {
      try {
        const [first] = reachabilityMistakes(readNetwork(broken), blueprint);
        if (first !== undefined) {
          expect(first).toMatch(/^[^:]+(->|aws_)[^:]+: .+, got .+; .+/);
          count.rules++;
        } else if (render(broken) !== table) count.table++;
        else survivors.push(name);
      } catch (error) {
        if (!/^[\w-]+\/aws_\w+\.[\w-]+.*: .+, got .+; /.test((error as Error).message)) throw error;
        count.unknown++;
      }
    }
    const left = survivors.filter((name) => !RESERVED.test(name) && !COVERED.some((pattern) => pattern.test(name)));
    console.info(
      `${count.rules + count.table + count.unknown} noticed (${count.rules} break a rule, ${count.table} change the table, ${count.unknown} are unknown), ${survivors.length} not`,
    );
    expect(left).toEqual([]);
    expect(count.rules).toBeGreaterThan(atLeast);
  });
});
