import { addressesOf, INTERNET, meet, minus } from '../../reach/addresses';
import { nestedBlocks } from '../../synthesis/resources-in';
import type { TerraformJson } from '../../synthesis/synthesize';
import type { Violation } from '../check';
import type { Estate, Found } from '../estate';
import { each, wrong } from './resources';

type Family = 'ipv4' | 'ipv6';
interface Opening {
  readonly resource: Found;
  readonly protocol: string;
  readonly ports: readonly [first: number, last: number];
  readonly cidrs: Readonly<Record<Family, readonly string[]>>;
}

/** IPv6 that is not ours: everything but unique local (fc00::/7) and link-local (fe80::/10) addresses. */
const isPublic = (family: Family, cidr: string): boolean => (family === 'ipv4' ? meet(addressesOf(cidr), INTERNET) : !/^(f[cd]|fe[89ab])/i.test(cidr));
const range = (protocol: string, from?: number, to?: number): [number, number] =>
  protocol === '-1' || from === undefined || from < 0 ? [0, 65_535] : [from, to ?? from];

/** What security groups admit: rules of their own and rules inside of groups. */
function openings(estate: Estate): Opening[] {
  const rules = estate.of('aws_vpc_security_group_ingress_rule').map((resource): Opening => {
    const { ip_protocol, from_port, to_port, cidr_ipv4, cidr_ipv6 } = resource.attributes;
    return {
      resource,
      protocol: ip_protocol,
      ports: range(ip_protocol, from_port, to_port),
      cidrs: { ipv4: [cidr_ipv4 ?? []].flat(), ipv6: [cidr_ipv6 ?? []].flat() },
    };
  });
  const old = estate
    .of('aws_security_group_rule')
    .filter(({ attributes }) => attributes.type === 'ingress')
    .map((resource) => inside(resource, resource.attributes));
  const inline = estate
    .of('aws_security_group', 'aws_default_security_group')
    .flatMap((resource) => nestedBlocks(resource.attributes.ingress).map((block) => inside(resource, block)));
  return [...rules, ...old, ...inline];
}
const inside = (resource: Found, { protocol, from_port, to_port, cidr_blocks, ipv6_cidr_blocks }: TerraformJson): Opening => ({
  resource,
  protocol: String(protocol),
  ports: range(String(protocol), from_port, to_port),
  cidrs: { ipv4: cidr_blocks ?? [], ipv6: ipv6_cidr_blocks ?? [] },
});

/** Security groups that admit somebody on the internet to a port. @param families both by default */
export function openGroups(estate: Estate, ports: readonly number[], families: readonly Family[] = ['ipv4', 'ipv6']): Violation[] {
  return [
    ...each(estate, 'aws_security_group', () => undefined),
    ...openings(estate)
      .filter(({ cidrs }) => families.some((family) => cidrs[family].some((cidr) => isPublic(family, cidr))))
      .map((one) => ({ ...one, hit: ports.filter((port) => one.ports[0] <= port && port <= one.ports[1]) }))
      .filter(({ hit }) => hit.length > 0)
      .map(({ resource, hit }) => wrong(resource, `admits the internet to ${hit.length > 3 ? 'all ports' : `port ${hit.join(', ')}`}`)),
  ];
}

/** Ports other than some to which security groups admit the internet. */
export const openBesides = (estate: Estate, wanted: readonly number[]): Violation[] =>
  openings(estate)
    .filter(({ cidrs }) => (['ipv4', 'ipv6'] as const).some((family) => cidrs[family].some((cidr) => isPublic(family, cidr))))
    .filter(({ ports: [first, last] }) => first !== last || !wanted.includes(first))
    .map(({ resource, ports }) => wrong(resource, `admits the internet to ports ${ports.join('-')}`));

/** Network ACLs that let a packet of the internet in to a port: rules are followed in order, the first that concerns it decides. */
export function openAcls(estate: Estate, ports: readonly number[]): Violation[] {
  return each(estate, 'aws_network_acl', ({ attributes }) => {
    const rules = nestedBlocks(attributes.ingress).sort((a, b) => a.rule_no - b.rule_no);
    const open = ports.filter((port) => ['6', '17'].some((protocol) => admits(rules, protocol, port)));
    return open.length > 0 && `lets the internet in to port ${open.join(', ')}`;
  });
}

const NUMBERS: Readonly<Record<string, string>> = { tcp: '6', udp: '17', icmp: '1', all: '-1' };
function admits(rules: readonly TerraformJson[], protocol: string, port: number): boolean {
  let left = INTERNET;
  let left6 = true;
  for (const rule of rules) {
    const number = NUMBERS[rule.protocol] ?? String(rule.protocol);
    const [first, last] = range(number, rule.from_port, rule.to_port);
    if ((number !== '-1' && number !== protocol) || port < first || last < port) continue;
    const ours = rule.cidr_block ? addressesOf(rule.cidr_block) : [];
    if (rule.action === 'allow' && (meet(left, ours) || (left6 && rule.ipv6_cidr_block && isPublic('ipv6', rule.ipv6_cidr_block)))) return true;
    left = minus(left, ours);
    if (rule.ipv6_cidr_block === '::/0') left6 = false;
  }
  return false;
}
