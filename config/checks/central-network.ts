import type { AccountIds } from '../account-ids';
import { LIMITS } from '../aws-limits';
import { centralRoute } from '../central-network-schema';
import type { Mistake } from '../config-error';
import type { Loose } from '../cross-field-checks';
import { portsOf } from '../flow-schema';
import { PROFILE_PRESETS } from '../presets';
import { entriesOf, listOf } from './loose';

const AT = 'network.central';

/** A central network that lacks a part, or environments that would go another way than through it. */
export function centralNetworkMistakes(input: Loose, _ids: AccountIds): Mistake[] {
  const { topology, central } = input?.network ?? {};
  const account = input?.accounts?.network;
  const isCentral = topology === 'central';
  return [
    ...(isCentral && !central ? [{ path: AT, message: 'is missing; topology central needs it, with cidr and acknowledgeCost', value: central }] : []),
    ...((isCentral || central) && !account
      ? [{ path: 'accounts.network', message: 'is missing; the central network lives in an account of its own, so add it with an email', value: account }]
      : []),
    ...(account && !central && !isCentral
      ? [{ path: 'accounts.network', message: 'has nothing to hold without network.central; add network.central, or remove the account', value: account.email }]
      : []),
    ...(isCentral && ['suspended', 'retired'].includes(account?.status)
      ? [
          {
            path: 'accounts.network.status',
            message: "must be onboarding or active: environments reach the internet through it; set network.topology to 'own' first",
            value: account.status,
          },
        ]
      : []),
    ...(central ? [...cost(central), ...zones(input, central), ...routes(input, central)] : []),
    ...(isCentral ? environments(input) : []),
  ];
}

const cost = ({ acknowledgeCost }: Loose): Mistake[] =>
  acknowledgeCost === true
    ? []
    : [
        {
          path: `${AT}.acknowledgeCost`,
          message:
            'must be true: a transit gateway attachment costs 36.50 USD a month for each environment and the inspection VPC, on top of its firewall and NAT; set it to acknowledge the cost',
          value: acknowledgeCost,
        },
      ];

/** A zone that the inspection lacks would send its traffic through another, and fall with it. */
function zones(input: Loose, central: Loose): Mistake[] {
  const letters = listOf(central.zones);
  if (letters.length === 0) return [];
  const path = `${AT}.zones`;
  return entriesOf(input?.environments, 'environments').flatMap(({ path: place, value }) => {
    const used: readonly string[] = value?.network?.zones ?? PROFILE_PRESETS[value?.profile as keyof typeof PROFILE_PRESETS]?.zones ?? [];
    const missing = used.filter((letter) => !letters.includes(letter));
    return missing.length === 0 ? [] : [{ path, message: `lacks zone ${missing.join(', ')} of ${place}; add it`, value: letters }];
  });
}

/** Every zone of the peer is a rule of the app tier's security group, besides the flows. */
const MOST_ROUTES = Math.floor(LIMITS.securityGroupRules / 2 / 4);

function routes(input: Loose, central: Loose): Mistake[] {
  const names = Object.keys(input?.environments ?? {});
  const all = listOf(central.routes);
  const path = `${AT}.routes`;
  const mistakes = all.flatMap((route, index): Mistake[] => {
    const at = `${path}.${index}`;
    if (!centralRoute.safeParse(route).success) return []; // reported already
    const unknown = (['from', 'to'] as const).filter((end) => !names.includes(route[end]));
    if (unknown.length > 0)
      return unknown.map((end) => ({ path: `${at}.${end}`, message: `must be one of ${names.join(', ')}; correct the name`, value: route[end] }));
    if (route.from === route.to)
      return [{ path: at, message: 'leads from an environment to itself; name a flow in its network.flows instead', value: route.from }];
    const [first, last] = portsOf(route.port);
    if (first < 1 || last > 65_535 || first > last)
      return [{ path: `${at}.port`, message: 'must run from a lower to a higher port within 1 to 65535; correct it', value: route.port }];
    const twin = all.slice(0, index).findIndex((other) => same(other, route));
    return twin < 0 ? [] : [{ path: at, message: `overlaps ${path}.${twin}; keep one of them`, value: { from: route.from, to: route.to, port: route.port } }];
  });
  if (all.length > 0 && central.firewall === 'off')
    mistakes.push({
      path,
      message: 'need the firewall, which holds them to their direction; set network.central.firewall to alert or block',
      value: all.length,
    });
  for (const end of ['from', 'to'])
    for (const name of names) {
      const count = all.filter((route) => route?.[end] === name).length;
      if (count > MOST_ROUTES) mistakes.push({ path, message: `are too many ${end} ${name} (at most ${MOST_ROUTES}); use port ranges`, value: count });
    }
  return mistakes;
}

function same(other: Loose, route: Loose): boolean {
  if (!centralRoute.safeParse(other).success) return false;
  const [[a, b], [c, d]] = [portsOf(other.port), portsOf(route.port)];
  return other.from === route.from && other.to === route.to && (other.protocol ?? 'tcp') === (route.protocol ?? 'tcp') && a <= d && c <= b;
}

/** What an environment asks for itself although the central network does it. */
function environments(input: Loose): Mistake[] {
  return entriesOf(input?.environments, 'environments').flatMap(({ path, value }): Mistake[] => {
    const { natGateways, firewall, publicIngress, tlsInspection, encryptionControl } = value?.network ?? {};
    const serves = publicIngress ?? PROFILE_PRESETS[value?.profile as keyof typeof PROFILE_PRESETS]?.publicIngress;
    return [
      ...(['per-zone', 'single'].includes(natGateways)
        ? [{ path: `${path}.network.natGateways`, message: 'would be a way past the central network; remove it, NAT stands there', value: natGateways }]
        : []),
      ...(['alert', 'block'].includes(firewall) && serves === false
        ? [
            {
              path: `${path}.network.firewall`,
              message: 'has nothing to inspect: egress crosses the central firewall, and nothing comes in; remove it, or set publicIngress to true',
              value: firewall,
            },
          ]
        : []),
      ...(tlsInspection
        ? [
            {
              path: `${path}.network.tlsInspection`,
              message: 'decrypts egress, which leaves through the central network; move it to network.central.tlsInspection',
              value: 'set',
            },
          ]
        : []),
      ...(encryptionControl === 'enforce'
        ? [
            {
              path: `${path}.network.encryptionControl`,
              message: 'is not enforced across the transit gateway, whose encryption support this topology does not switch on; use monitor',
              value: encryptionControl,
            },
          ]
        : []),
    ];
  });
}
