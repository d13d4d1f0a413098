import { INTERNET } from './addresses';
import { aclPasses } from './filters';
import type { Acl, Network } from './network';

/** SSH and Remote Desktop. */
const ADMINISTRATION_PORTS = [22, 3389];

/** No network ACL lets the internet in to where systems are administered, whatever routes and groups say (CIS AWS Foundations 6.2). */
export function openLists(network: Network): string[] {
  const acls = new Map<string, Acl>([...network.subnets.values()].flatMap(({ acl }): [string, Acl][] => (acl ? [[acl.key, acl]] : [])));
  return [...acls.values()].flatMap((acl) =>
    ADMINISTRATION_PORTS.filter((port) => [6, 17].some((protocol) => aclPasses(acl, 'ingress', INTERNET, { protocol, range: [port, port] }))).map(
      (port) => `${acl.key}: lets the internet in, got port ${port}; deny it before the rule that admits it`,
    ),
  );
}
