import { type Addresses, meet, minus } from './addresses';
import type { Acl, AclRule, GroupRule, SecurityGroup } from './network';

export interface Ports {
  readonly protocol: number;
  readonly range: readonly [first: number, last: number];
}
/** Ports that systems choose for the side that opens a connection (Linux's default). */
export const answerPorts = (protocol: number): Ports => ({ protocol, range: [32_768, 60_999] });

/** Whether a network ACL lets any packet of this kind pass. Rules count in order; what none names is refused. */
export function aclPasses(acl: Acl | undefined, direction: 'ingress' | 'egress', peer: Addresses, ports: Ports): boolean {
  let left = peer;
  for (const rule of acl?.[direction] ?? []) {
    if (!concerns(rule, ports)) continue;
    if (rule.allow && meet(left, rule.addresses)) return true;
    left = minus(left, rule.addresses);
  }
  return false;
}

/** An allowing rule must hold all the ports, a denying one counts when it holds any. */
function concerns(rule: AclRule, { protocol, range: [first, last] }: Ports): boolean {
  if (rule.protocol !== -1 && rule.protocol !== protocol) return false;
  return rule.allow ? rule.ports[0] <= first && last <= rule.ports[1] : rule.ports[0] <= last && first <= rule.ports[1];
}

/** Who is at the other end, as a security group sees it. */
export interface Peer {
  readonly addresses: Addresses;
  /** Groups of the other end; AWS knows them in the same VPC only. */
  readonly groups: readonly string[];
  /** The service, when it is reached through a gateway endpoint. */
  readonly service?: string;
}

/** Whether any of the groups lets this pass. Answers always pass: groups keep state. */
export function groupsPass(groups: readonly SecurityGroup[], direction: 'ingress' | 'egress', peer: Peer, ports: Ports): boolean {
  return groups.some((group) => group[direction].some((rule) => groupRulePasses(rule, peer, ports)));
}

function groupRulePasses(rule: GroupRule, peer: Peer, { protocol, range: [first, last] }: Ports): boolean {
  if (rule.protocol !== -1 && rule.protocol !== protocol) return false;
  if (rule.protocol !== -1 && (rule.ports[0] > first || last > rule.ports[1])) return false;
  if (rule.group) return peer.groups.includes(rule.group);
  if (rule.service) return rule.service === peer.service;
  return meet(rule.addresses ?? [], peer.addresses);
}
