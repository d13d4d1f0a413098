import { type Addresses, INTERNET, intersection, meet, minus } from './addresses';
import { type Network, nameOf, type Subnet, type Vpc } from './network';
import { throughTransit } from './transit';

/** A packet enters or leaves a subnet: its network ACL is asked. */
export interface Crossing {
  readonly subnet: Subnet;
  readonly direction: 'ingress' | 'egress';
  readonly source: Addresses;
  readonly destination: Addresses;
}

/** Where a part of the destination ends up, and through what. */
export interface Way {
  /** Subnet key, `internet`, or why the packet is dropped. */
  readonly end: { readonly kind: 'subnet' | 'internet' | 'dropped'; readonly what: string };
  readonly destination: Addresses;
  /** In words, in order. */
  readonly hops: readonly string[];
  /** Firewall endpoints (subnet keys), in order. */
  readonly firewalls: readonly string[];
  readonly crossings: readonly Crossing[];
  /** Subnet whose address the other end sees: of the NAT gateway, if one was crossed. */
  readonly seenAs: Subnet;
}

/** Where a packet stands. */
export interface Step {
  readonly table: string | undefined;
  readonly vpc: Vpc;
  readonly destination: Addresses;
  readonly so: Omit<Way, 'end' | 'destination'>;
  /** Zone of the connection in appliance mode: both directions use the one of whoever opened it. */
  readonly flowZone: string;
  /** Zone that the packet is in. */
  readonly zone: string;
}

const LONGEST = 16;

/** Follows a packet from a subnet; every part of the destination gets its way. */
export function waysFrom(network: Network, subnet: Subnet, destination: Addresses, flowZone = subnet.zone): Way[] {
  const leave: Crossing = { subnet, direction: 'egress', source: subnet.addresses, destination };
  const so = { hops: [], firewalls: [], crossings: [leave], seenAs: subnet };
  return follow(network, { table: subnet.table, vpc: vpcOf(network, subnet), destination, so, flowZone, zone: subnet.zone });
}

/** The same from the internet to a subnet, through the internet gateway of its VPC. */
export function waysFromInternet(network: Network, subnet: Subnet, source: Addresses): Way[] {
  const vpc = vpcOf(network, subnet);
  const so = { hops: [], firewalls: [], crossings: [], seenAs: subnet };
  if (!vpc.internetGateway) return [{ ...so, destination: subnet.addresses, end: { kind: 'dropped', what: 'no internet gateway' } }];
  // The source of a packet that comes in is not a subnet of ours: crossings carry it.
  return follow(
    network,
    { table: vpc.edgeTable, vpc, destination: subnet.addresses, so: { ...so, hops: ['internet gateway'] }, flowZone: subnet.zone, zone: subnet.zone },
    source,
  );
}

function vpcOf(network: Network, subnet: Subnet): Vpc {
  return network.vpcs.get(subnet.vpc) as Vpc;
}

function follow(network: Network, step: Step, outside?: Addresses): Way[] {
  const { so, vpc, table } = step;
  if (so.hops.length > LONGEST) return [{ ...so, destination: step.destination, end: { kind: 'dropped', what: 'a loop' } }];
  let left = step.destination;
  const ways: Way[] = [];
  for (const { addresses, take } of candidates(network, step, outside).sort((a, b) => b.prefix - a.prefix)) {
    const part = intersection(left, addresses);
    if (part.length === 0) continue;
    left = minus(left, part);
    ways.push(...take(part));
  }
  if (left.length > 0)
    ways.push({ ...so, destination: left, end: { kind: 'dropped', what: `no route in ${table ? nameOf(table) : `the main table of ${vpc.stack}`}` } });
  return ways;
}

interface Candidate {
  readonly prefix: number;
  readonly addresses: Addresses;
  readonly take: (part: Addresses) => Way[];
}

function candidates(network: Network, step: Step, outside?: Addresses): Candidate[] {
  const { so, vpc } = step;
  const source = outside ?? so.seenAs.addresses;
  const deliver = (part: Addresses): Way[] =>
    vpc.subnets.flatMap((subnet): Way[] => {
      const mine = intersection(part, subnet.addresses);
      if (mine.length === 0) return [];
      const enter: Crossing = { subnet, direction: 'ingress', source, destination: mine };
      return [{ ...so, destination: mine, end: { kind: 'subnet', what: subnet.key }, crossings: [...so.crossings, enter] }];
    });
  const local: Candidate = { prefix: Number(vpc.cidr.split('/')[1]), addresses: vpc.addresses, take: deliver };
  const routes = (step.table ? (network.tables.get(step.table)?.routes ?? []) : []).map(
    ({ prefix, addresses, target, path }): Candidate => ({
      // A more specific route beats the local one, an equal one cannot exist.
      prefix,
      addresses,
      take: (part) => {
        if (target.kind === 'local') return deliver(part);
        if (target.kind === 'internet gateway') return toInternet(step, vpc, target.key, part);
        if (target.kind === 'transit gateway')
          return throughTransit(network, step, part, source).flatMap((way) => ('step' in way ? follow(network, way.step, outside) : [way]));
        return through(network, step, part, target.kind, network.natGateways.get(target.key) ?? target.key, path, outside);
      },
    }),
  );
  return [...routes, local];
}

function toInternet({ so }: Step, vpc: Vpc, gateway: string, part: Addresses): Way[] {
  if (gateway !== vpc.internetGateway) return [{ ...so, destination: part, end: { kind: 'dropped', what: `${nameOf(gateway)} is of another VPC` } }];
  if (!meet(part, INTERNET)) return [{ ...so, destination: part, end: { kind: 'dropped', what: 'internet gateways carry no private addresses' } }];
  return [{ ...so, destination: part, end: { kind: 'internet', what: 'internet' }, hops: [...so.hops, 'internet gateway'] }];
}

/** Into the subnet of a NAT gateway or firewall endpoint and out again by the table of that subnet. */
function through(network: Network, step: Step, part: Addresses, kind: string, subnetKey: string, path: string, outside?: Addresses): Way[] {
  const subnet = network.subnets.get(subnetKey);
  const { so, vpc } = step;
  if (!subnet) throw new Error(`${path}: leads to a subnet that does not exist, got ${subnetKey}; correct the route`);
  if (subnet.vpc !== vpc.key) return [{ ...so, destination: part, end: { kind: 'dropped', what: `${kind} of another VPC` } }];
  const nat = kind === 'NAT gateway';
  const before = outside ?? so.seenAs.addresses;
  const enter: Crossing = { subnet, direction: 'ingress', source: before, destination: part };
  const after = nat ? subnet.addresses : before;
  const leave: Crossing = { subnet, direction: 'egress', source: after, destination: part };
  return follow(
    network,
    {
      ...step,
      table: subnet.table,
      destination: part,
      zone: subnet.zone,
      so: {
        hops: [...so.hops, `${kind} ${subnet.stack}/${subnet.zone}`],
        firewalls: nat ? so.firewalls : [...so.firewalls, subnet.key],
        crossings: [...so.crossings, enter, leave],
        seenAs: nat ? subnet : so.seenAs,
      },
    },
    nat ? undefined : outside,
  );
}
