import { canonical, isPrivate, overlap, prefixLength } from '../../lib/ipv4';
import type { AccountIds } from '../account-ids';
import type { Mistake } from '../config-error';
import type { Loose } from '../cross-field-checks';
import { cidrBlock } from '../fields';
import { entriesOf, textOf } from './loose';

export function networkMistakes(input: Loose, _ids: AccountIds): Mistake[] {
  const places = [
    ...entriesOf(input?.environments, 'environments').map(({ path, value }) => ({ path: `${path}.network.cidr`, cidr: textOf(value?.network?.cidr) })),
    { path: 'network.central.cidr', cidr: textOf(input?.network?.central?.cidr) },
  ];
  const networks = places.filter((entry): entry is { path: string; cidr: string } => cidrBlock.safeParse(entry.cidr).success);
  return [...networks.flatMap(({ path, cidr }, index) => [...shape(path, cidr), ...overlaps(path, cidr, networks.slice(0, index))]), ...profiles(input)];
}

function shape(path: string, cidr: string): Mistake[] {
  if (canonical(cidr) !== cidr) return [{ path, message: `has host bits set; write ${canonical(cidr)}`, value: cidr }];
  // 16 parts of a /20 are /24s: five tiers in up to four zones need 20 parts of at least /28 (VPC quota: /16 to /28).
  if (prefixLength(cidr) < 16 || prefixLength(cidr) > 20) return [{ path, message: 'must be a network of size /16 to /20; choose another size', value: cidr }];
  if (!isPrivate(cidr))
    return [{ path, message: 'must be private addresses (10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16, 100.64.0.0/10); choose a range of these', value: cidr }];
  return [];
}

function overlaps(path: string, cidr: string, others: { path: string; cidr: string }[]): Mistake[] {
  return others
    .filter((other) => overlap(cidr, other.cidr))
    .map((other) => ({ path, message: `overlaps ${other.path} (${other.cidr}); choose a range of its own`, value: cidr }));
}

function profiles(input: Loose): Mistake[] {
  return entriesOf(input?.environments, 'environments').flatMap(({ path, value }) => {
    const mistakes: Mistake[] = [];
    if (value?.profile === 'production' && value?.handsOn === true) {
      mistakes.push({
        path: `${path}.handsOn`,
        message: 'must be false in production; only pipelines and the network role change anything there',
        value: true,
      });
    }
    const own = input?.network?.topology !== 'central';
    if (own && ['alert', 'block'].includes(value?.network?.firewall) && value?.network?.natGateways === 'none' && value?.profile === 'production') {
      mistakes.push({
        path: `${path}.network.natGateways`,
        message: "leaves nothing for the firewall to inspect in production; use 'per-zone' or 'single', or set firewall to 'off'",
        value: 'none',
      });
    }
    return mistakes;
  });
}
