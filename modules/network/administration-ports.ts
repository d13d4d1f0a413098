import type { NetworkAclIngress } from '@cdktf/provider-aws/lib/network-acl';
import { ANYWHERE } from '../../lib/ipv4';

/** SSH and Remote Desktop: nobody administers anything from the internet (CIS AWS Foundations 6.2). */
export const ADMINISTRATION_PORTS = [22, 3389] as const;
const PROTOCOLS = ['tcp', 'udp'] as const;

const admits = ({ action, cidrBlock, protocol, fromPort = 0, toPort = 0 }: NetworkAclIngress, wanted: string, port: number): boolean =>
  action === 'allow' && cidrBlock === ANYWHERE && (protocol === '-1' || (protocol === wanted && fromPort <= port && port <= toPort));

/**
 * Rules of a list that let the internet in to no such port: denials stand before whatever would, most often the range that answers come
 * back to. A NAT gateway that picks 3389 loses one connection in 64,000, which is tried again. Between our own
 * networks nothing changes.
 * @param inside at most five networks of ours
 */
export function withoutAdministration(rules: readonly NetworkAclIngress[], inside: readonly string[]): NetworkAclIngress[] {
  const denied = PROTOCOLS.flatMap((protocol) =>
    ADMINISTRATION_PORTS.filter((port) => rules.some((rule) => admits(rule, protocol, port))).map((port) => ({ protocol, fromPort: port, toPort: port })),
  );
  const at = rules.findIndex((rule) => PROTOCOLS.some((protocol) => ADMINISTRATION_PORTS.some((port) => admits(rule, protocol, port))));
  const before = rules[at]?.ruleNo;
  if (before === undefined) return [...rules];
  const known = rules.slice(0, at).flatMap(({ cidrBlock, protocol }) => (protocol === '-1' ? [cidrBlock] : []));
  const ours = inside.filter((cidr) => !known.includes(cidr));
  return [
    ...rules.slice(0, at),
    ...ours.map((cidrBlock, index) => ({ ruleNo: before - 9 + index, action: 'allow', protocol: '-1', fromPort: 0, toPort: 0, cidrBlock })),
    ...denied.map((match, index) => ({ ruleNo: before - 4 + index, action: 'deny', cidrBlock: ANYWHERE, ...match })),
    ...rules.slice(at),
  ];
}
