import { loadBlueprint } from '../../../config/load';
import { PRESET_FLOWS } from '../../../config/presets';
import { reachabilityMistakes } from '../../../tools/reach/invariants';
import { readNetwork } from '../../../tools/reach/read-network';
import { renderReachability } from '../../../tools/reach/render-reachability';
import type { Synthesis } from '../../../tools/synthesis/synthesize';
import everythingOn from '../../fixtures/everything-on';
import { exampleIds, exampleInput } from '../../fixtures/example';
import minimal from '../../fixtures/minimal';
import showcase from '../../fixtures/showcase';
import { networkMutants } from '../../support/network-mutants';
import { synth } from '../../support/synth';

/** Rules that another one makes superfluous in these configurations, and what the model does not know. */
const ICMP = /network ACL network_network-acls_(app ((without|denies) ingress 120)|public ((without|denies) ingress 1[34]0))$/;
/** Only a flow to the internet on port 22 or 3389 would need it. */
const INSIDE_OF_FIREWALL = /network ACL network_network-acls_firewall without ingress 91$/;
const COVERED_BY_443_TO_ANYWHERE =
  /network ACL network_network-acls_public without ingress 100$|egress rule network_security-groups_app-to-(dynamodb|endpoints|s3)-tcp-443-out (removed|for everybody)$/;
const RESERVED_WHILE_OFF =
  /(association network_routing_(edge|firewall-[ab])-association|route network_routing_firewall-[ab]-out|network ACL network_network-acls_firewall) /;
/** No group lets members of the data tier talk to each other, so what the lists say between them changes nothing. */
const WITHIN_DATA = /network ACL network_network-acls_data (without|denies) (in|e)gress 1\d0$/;

/** Nothing but NAT meets these ports in the public tier, and 8443 is answered as high port. */
const UNUSED = /network ACL network_network-acls_public without ingress 100$/;

/** The example with a database, so that every tier has somebody to talk to. */
function withFlows(): ReturnType<typeof exampleInput> {
  const input = exampleInput();
  for (const environment of Object.values(input.environments))
    environment.network.flows = [
      ...PRESET_FLOWS.filter(({ to }) => to !== 'internet'),
      { from: 'app', to: 'internet', port: 8443 },
      { from: 'app', to: 'data', port: 5432 },
      { from: 'data', to: 'endpoints', port: 443 },
      { from: 'data', to: 'data', port: 7000, protocol: 'udp' },
      { from: 'load-balancer', to: 'app', port: '8000-8010' },
    ];
  return input;
}
const single = exampleInput();
Object.assign(single.environments.dev?.network as object, { natGateways: 'single', firewall: 'block', interfaceEndpoints: ['kms'] });

const blueprintOf = (input: unknown) => loadBlueprint(input, exampleIds()).blueprint;
const mistakesIn = (documents: Synthesis['documents'], input: unknown) => reachabilityMistakes(readNetwork(documents), blueprintOf(input));

it.each([
  ['the example', exampleInput()],
  ['everything on', everythingOn()],
  ['the smallest', minimal()],
  ['flows of its own', withFlows()],
  ['one of each module', showcase()],
  ['a single NAT gateway behind a firewall', single],
])('%s: who reaches whom is what the configuration says', (_name, input) => {
  expect(mistakesIn(synth(input).documents, input)).toEqual([]);
});

describe.each([
  ['prod', 'the example', exampleInput(), [ICMP, COVERED_BY_443_TO_ANYWHERE, INSIDE_OF_FIREWALL]],
  ['dev', 'the example', exampleInput(), [ICMP, COVERED_BY_443_TO_ANYWHERE, RESERVED_WHILE_OFF]],
  ['prod', 'flows of its own', withFlows(), [ICMP, WITHIN_DATA, UNUSED, INSIDE_OF_FIREWALL]],
] as const)('%s of %s: every mistake in the network is noticed, and its path named', (stack, _name, input, reserved) => {
  const whole = synth(input).documents;
  // Two networks are enough to see that they stay apart.
  const synthesis = { documents: new Map([stack, 'test'].map((id) => [id, whole.get(id)])) };
  const table = renderReachability(synthesis.documents, () => true, new Map());
  const blueprint = blueprintOf(input);

  it('by the rules, or by the table that reviewers see', () => {
    const count = { rules: 0, table: 0, unknown: 0 };
    const survivors: string[] = [];
    expect(reachabilityMistakes(readNetwork(synthesis.documents), blueprint)).toEqual([]);
    for (const { name, documents } of networkMutants(synthesis, stack)) {
      try {
        const [first] = reachabilityMistakes(readNetwork(documents), blueprint);
        if (first !== undefined) {
          expect(first).toMatch(/^[^:]+(->|aws_)[^:]+: .+, got .+; .+/);
          count.rules++;
        } else if (renderReachability(documents, () => true, new Map()) !== table) count.table++;
        else if (!reserved.some((pattern) => pattern.test(name))) survivors.push(name);
      } catch (error) {
        if (!/^\w+\/aws_\w+\.[\w-]+.*: .+, got .+; /.test((error as Error).message)) throw error;
        count.unknown++;
      }
    }
    console.info(
      `${stack}: ${count.rules + count.table + count.unknown} mistakes noticed (${count.rules} break a rule, ${count.table} change the table, ${count.unknown} are unknown), ${survivors.length} not`,
    );
    expect(survivors).toEqual([]);
    expect(count.rules).toBeGreaterThan(100);
  });
});
