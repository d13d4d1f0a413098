import { INTERNET, meet } from './addresses';
import type { Network } from './network';

/** 0.0.0.0/0 in a group is an invitation; only the load balancer's 443 and 80 have visitors. */
export function openGroups(network: Network): string[] {
  return [...network.groups.values()].flatMap(({ ofLoadBalancer, ingress }) =>
    ingress
      .filter(({ addresses }) => meet(addresses ?? [], INTERNET))
      .filter(({ protocol, ports: [first, last] }) => !(ofLoadBalancer && protocol === 6 && first === last && (first === 443 || first === 80)))
      .map(({ path, ports }) => `${path}: admits addresses of the internet, got ports ${ports.join('-')}; only the load balancer's 443 and 80 may`),
  );
}
