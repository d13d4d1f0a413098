import brownfield from '../../fixtures/brownfield';
import everythingOn from '../../fixtures/everything-on';
import { exampleInput } from '../../fixtures/example';
import minimal from '../../fixtures/minimal';
import { resources, synth } from '../../support/synth';

/** Type -> the argument that names the VPC, and what it must say of its rules ([] removes what is added later; nothing at all would keep it). */
const FORCED = [
  ['aws_default_security_group', 'vpc_id', 'id', { ingress: [], egress: [] }],
  ['aws_default_route_table', 'default_route_table_id', 'default_route_table_id', { route: [] }],
  // Its rules are blocks: none means none.
  ['aws_default_network_acl', 'default_network_acl_id', 'default_network_acl_id', {}],
] as const;
const RULES = ['ingress', 'egress', 'route', 'propagating_vgws'];

describe.each([
  ['example', exampleInput()],
  ['everything on', everythingOn()],
  ['brownfield', brownfield()],
  ['minimal', minimal()],
])('%s', (_name, input) => {
  const found = resources(synth(input));
  const vpcs = found.filter(({ type }) => type === 'aws_vpc');

  it.each(FORCED)('%s of every VPC is adopted once and holds no rules', (type, argument, attribute, rules) => {
    expect(vpcs.length).toBeGreaterThan(0);
    const adopted = found.filter((resource) => resource.type === type);
    expect(adopted.map(({ stack, attributes }) => `${stack} ${attributes[argument]}`).sort()).toEqual(
      vpcs.map(({ stack, name }) => `${stack} \${aws_vpc.${name}.${attribute}}`).sort(),
    );
    for (const { attributes } of adopted) {
      expect(Object.fromEntries(Object.entries(attributes).filter(([key]) => RULES.includes(key)))).toEqual(rules);
      const vpc = vpcs.find(({ name }) => String(attributes[argument]).includes(`aws_vpc.${name}.`));
      expect(attributes.region).toBe(vpc?.attributes.region);
    }
  });
});

it('nobody adopts a default VPC: the provider would make one where there is none', () => {
  for (const input of [exampleInput(), everythingOn()])
    expect(resources(synth(input)).filter(({ type }) => /^aws_default_(vpc|subnet)/.test(type))).toEqual([]);
});
