import type { Environment, Flow } from '../../config/blueprint';
import type { Open } from './answer';
import type { TierName } from './places';
import { joined, type OpenPorts } from './port-ranges';

type End = TierName | Flow['from'] | Flow['to'];

/** What flows say of a pair: ports that are open, and what the groups of each end let pass alone (addresses of the internet are everybody's). */
export function namedPorts(
  { network: { flows } }: { readonly network: Pick<Environment['network'], 'flows'> },
  from: End,
  to: End,
): Readonly<Record<'open' | 'out' | 'in', Open>> {
  const of = (one: End, other: End, protocol: string): OpenPorts =>
    flows.filter((flow) => flow.from === one && flow.to === other && flow.protocol === protocol).map(({ ports }) => ports);
  const out = (protocol: string) => [...of(from, to, protocol), ...of(from, 'internet', protocol)];
  const into = (protocol: string) => [...of(from, to, protocol), ...of('internet', to, protocol)];
  const everything: OpenPorts = [[0, 65_535]];
  const ports = (choose: (protocol: string) => OpenPorts): Open => ({ tcp: joined(sorted(choose('tcp'))), udp: joined(sorted(choose('udp'))) });
  const lets = {
    out: (protocol: string) => (from === 'internet' ? everything : out(protocol)),
    in: (protocol: string) => (['internet', 's3', 'dynamodb'].includes(to) ? everything : into(protocol)),
  };
  return { open: ports((protocol) => met(lets.out(protocol), lets.in(protocol))), out: ports(lets.out), in: ports(lets.in) };
}

const sorted = (ranges: OpenPorts): OpenPorts => [...ranges].sort(([a], [b]) => a - b);
const met = (one: OpenPorts, other: OpenPorts): OpenPorts =>
  one.flatMap(([a, b]) => other.flatMap(([c, d]): OpenPorts => (Math.max(a, c) <= Math.min(b, d) ? [[Math.max(a, c), Math.min(b, d)]] : [])));
