import { type Account, type Blueprint, type Environment, type Inspected, isInService } from './blueprint';
import type { ParsedBlueprint } from './blueprint-schema';
import { portsOf } from './flow-schema';
import type { CentralConnection, CentralRoute } from './network-topology';

/** Name of the account, of its environment, and of the stack that holds the inspection VPC. */
export const NETWORK_ACCOUNT = 'network';

/** Environments that the central network serves: not those that are on their way out, so that one word (status) cuts them off. */
const isServed = ({ account }: Pick<Environment, 'account'>): boolean => isInService(account);

export function resolveNetwork({ network }: ParsedBlueprint, environments: readonly Environment[]): Blueprint['network'] {
  if (!network.central) return { topology: network.topology };
  const { routes, zones, acknowledgeCost: _acknowledged, ...rest } = network.central;
  const members = network.topology === 'central' ? environments.filter(isServed).map(({ name }) => name) : [];
  return {
    topology: network.topology,
    central: {
      ...rest,
      zones: zones ?? [...new Set(environments.flatMap((environment) => environment.network.zones))].sort(),
      members,
      routes: routes.filter(({ from, to }) => members.includes(from) && members.includes(to)).map(({ port, ...route }) => ({ ...route, ports: portsOf(port) })),
    },
  };
}

/** An environment of the central topology, with what it may open to others and what others may open to it. */
export function attached(environment: Environment, network: Blueprint['network'], owner: Account | undefined, all: readonly Environment[]): Environment {
  if (!network.central || !owner) return environment;
  const reserved = { ...environment, network: { ...environment.network, transitSubnets: true } };
  if (network.topology !== 'central') return reserved;
  const { routes } = network.central;
  const connection = (name: string, { protocol, ports }: CentralRoute): CentralConnection => {
    const { cidr, zones } = (all.find((one) => one.name === name) as Environment).network;
    return { peer: { name, cidr, zones }, protocol, ports };
  };
  return {
    ...reserved,
    network: {
      ...reserved.network,
      central: {
        gatewayOwner: owner.id,
        opens: routes.filter(({ from }) => from === environment.name).map((route) => connection(route.to, route)),
        admits: routes.filter(({ to }) => to === environment.name).map((route) => connection(route.from, route)),
      },
    },
  };
}

/** Environments that the central network serves, in the configuration's order. */
export const membersOf = ({ network, environments }: Pick<Blueprint, 'network' | 'environments'>): Environment[] =>
  environments.filter(({ name }) => network.central?.members.includes(name));

/** The inspection VPC as the parts of a network see it: nobody in it, nothing served to the internet. */
export function inspectionVpc(
  account: Account,
  { cidr, zones, firewall, natGateways, tlsInspection }: NonNullable<Blueprint['network']['central']>,
): Inspected {
  return {
    name: NETWORK_ACCOUNT,
    account,
    profile: 'production',
    network: {
      cidr,
      zones,
      natGateways,
      interfaceEndpoints: [],
      firewall,
      ...(tlsInspection ? { tlsInspection } : {}),
      allowedDomains: [],
      publicIngress: false,
      encryptionControl: 'off',
      dnsFirewall: 'block', // nobody in it has a name to look up
      dnsFailOpen: false,
      flows: [],
      transitSubnets: true,
    },
  };
}
