import type { NetworkAclIngress } from '@cdktf/provider-aws/lib/network-acl';
import { ANYWHERE } from '../../lib/ipv4';

/** SSH and Remote Desktop: nobody administers anything from the internet (CIS AWS Foundations 6.2). */
export const ADMINISTRATION_PORTS = [22, 3389] as const;
const PROTOCOLS = ['tcp', 'udp'] as const;

const admits = ({ action, cidrBlock, protocol, fromPort = 0, toPort = 0 }: NetworkAclIngress, wanted: string, port: number): boolean =>
  action === 'allow' && cidrBlock === ANYWHERE && (protocol === '-1' || (protocol === wanted && fromPort <= port && port <= toPort));

/**
 * Rules of a list that let the internet in to no such port: denials stand before whatever would, most often the range that answers come
 * back to. A NAT gateway that picks 3389 loses one connection in 64,000, which is tried again. Inside the VPC nothing changes.
 */
export function withoutAdministration(rules: readonly NetworkAclIngress[], inside: string): NetworkAclIngress[] {
  const denied = PROTOCOLS.flatMap((protocol) =>
    ADMINISTRATION_PORTS.filter((port) => rules.some((rule) => admits(rule, protocol, port))).map((port) => ({ protocol, fromPort: port, toPort: port })),
  );
  const at = rules.findIndex((rule) => PROTOCOLS.some((protocol) => ADMINISTRATION_PORTS.some((port) => admits(rule, protocol, port))));
  const before = rules[at]?.ruleNo;
  if (before === undefined) return [...rules];
  const known = rules.slice(0, at).some(({ cidrBlock, protocol }) => cidrBlock === inside && protocol === '-1');
  return [
    ...rules.slice(0, at),
    ...(known ? [] : [{ ruleNo: before - 9, action: 'allow', protocol: '-1', fromPort: 0, toPort: 0, cidrBlock: inside }]),
    ...denied.map((match, index) => ({ ruleNo: before - 8 + index, action: 'deny', cidrBlock: ANYWHERE, ...match })),
    ...rules.slice(at),
  ];
}
