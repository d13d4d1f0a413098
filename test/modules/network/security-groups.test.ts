import { loadBlueprint } from '../../../config/load';
import { PRESET_FLOWS } from '../../../config/presets';
import { exampleIds, exampleInput } from '../../fixtures/example';
import { type FoundResource, resources, synth } from '../../support/synth';

const input = exampleInput();
const { prod } = input.environments;
if (!prod) throw new Error('no prod');
prod.network.flows = [...PRESET_FLOWS, { from: 'app', to: 'data', port: 5432 }, { from: 'app', to: 'data', port: '9000-9010', protocol: 'udp' }];
const synthesis = synth(input);
const { environments } = loadBlueprint(input, exampleIds()).blueprint;

/** `GROUP <- PEER tcp 443` for each rule, from the JSON alone. */
const rulesOf = (stack: string): string[] =>
  (['ingress', 'egress'] as const).flatMap((direction) =>
    resources(synthesis, `aws_vpc_security_group_${direction}_rule`)
      .filter((rule) => rule.stack === stack)
      .map(
        ({ attributes }) =>
          `${tierOf(attributes.security_group_id)} ${direction === 'ingress' ? '<-' : '->'} ${peerOf(attributes)} ${attributes.ip_protocol} ${attributes.from_port}-${attributes.to_port}`,
      ),
  );
const tierOf = (reference: string): string =>
  /endpoints_security-group/.test(reference) ? 'endpoints' : (/security-groups_([\w-]+)\./.exec(reference)?.[1] ?? reference);
const peerOf = ({ cidr_ipv4, referenced_security_group_id, prefix_list_id }: FoundResource['attributes']): string =>
  cidr_ipv4 === '0.0.0.0/0'
    ? 'internet'
    : referenced_security_group_id
      ? tierOf(referenced_security_group_id)
      : (/endpoints_(s3|dynamodb)\.prefix_list_id/.exec(prefix_list_id)?.[1] ?? 'unknown');

it.each(
  environments.map((environment) => [environment.name, environment] as const),
)('%s: every flow is one rule at each end that is ours, and there is no other', (name, { network }) => {
  const ours = ['load-balancer', 'app', 'data', 'endpoints'];
  const wanted = network.flows
    .filter(({ to }) => to !== 'endpoints' || network.interfaceEndpoints.length > 0)
    .flatMap(({ from, to, protocol, ports }) => [
      ...(ours.includes(from) ? [`${from} -> ${to} ${protocol} ${ports.join('-')}`] : []),
      ...(ours.includes(to) ? [`${to} <- ${from} ${protocol} ${ports.join('-')}`] : []),
    ]);
  expect(rulesOf(name).sort()).toEqual(wanted.sort());
  expect(wanted.length).toBeGreaterThan(5);
});

it('groups and rules carry the tag that only the network role and the apply role may change', () => {
  const all = resources(synthesis).filter(({ type }) => /security_group/.test(type));
  expect(all.length).toBeGreaterThan(30);
  for (const { stack, type, name, attributes } of all)
    expect([`${stack}/${type}.${name}`, attributes.tags?.BlueprintNetwork]).toEqual([`${stack}/${type}.${name}`, stack]);
});

it('network ACLs stay within the quota of 20 rules, with the most flows and zones that the configuration takes', () => {
  const most = exampleInput();
  const environment = most.environments.prod;
  if (!environment) throw new Error('no prod');
  environment.network.zones = ['a', 'b', 'c', 'd'];
  environment.network.flows = Array.from({ length: 15 }, (_, index) => ({ from: 'app' as const, to: 'data' as const, port: 5000 + index }));
  for (const { attributes } of resources(synth(most), 'aws_network_acl')) {
    expect(attributes.ingress.length).toBeLessThanOrEqual(20);
    expect(attributes.egress.length).toBeLessThanOrEqual(20);
  }
});
