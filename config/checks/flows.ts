import type { AccountIds } from '../account-ids';
import { LIMITS } from '../aws-limits';
import type { Mistake } from '../config-error';
import type { Loose } from '../cross-field-checks';
import { FLOW_TIERS, flow, portsOf } from '../flow-schema';
import { entriesOf, listOf } from './loose';

/** Wider ranges name no flow, they open a tier. */
const WIDEST_RANGE = 1024;
/** Of the rules of a network ACL: one for each zone, and the replies; modules/network/network-acls.ts makes them. */
const FIXED_ACL_RULES = 5;

type Flow = ReturnType<typeof flow.parse>;
interface Named {
  readonly path: string;
  readonly flow: Flow;
}

export function flowMistakes(input: Loose, _ids: AccountIds): Mistake[] {
  return entriesOf(input?.environments, 'environments').flatMap(({ path, value }) => {
    const named = listOf(value?.network?.flows).flatMap((one, index): Named[] => {
      const parsed = flow.safeParse(one);
      return parsed.success ? [{ path: `${path}.network.flows.${index}`, flow: parsed.data }] : [];
    });
    return [...named.flatMap((one, index) => [...pairs(one), ...ports(one), ...duplicates(one, named.slice(0, index))]), ...tooMany(path, named)];
  });
}

/** Which pairs make no sense, and why. */
function pairs({ path, flow: { from, to, port, protocol } }: Named): Mistake[] {
  const wrong = (message: string): Mistake[] => [{ path, message, value: { from, to, port } }];
  if (from === 'data' && to === 'internet') return wrong('opens the data tier to the internet, which it never reaches; let the app tier fetch and store');
  if (from === 'internet' && to !== 'load-balancer') return wrong("lets the internet past the load balancer; write to: 'load-balancer'");
  if (from === 'internet' && !(protocol === 'tcp' && (port === 443 || port === 80)))
    return wrong('opens the load balancer on another port than 443 and 80; listen there');
  if ((to === 's3' || to === 'dynamodb') && from !== 'app')
    return wrong(`names a gateway endpoint, which only the app tier may use; write from: 'app', or reach ${to} from there`);
  return [];
}

function ports({ path, flow: { port } }: Named): Mistake[] {
  const [first, last] = portsOf(port);
  if (first < 1 || last > 65_535 || first > last)
    return [{ path: `${path}.port`, message: 'must run from a lower to a higher port within 1 to 65535; correct it', value: port }];
  if (last - first >= WIDEST_RANGE)
    return [{ path: `${path}.port`, message: `spans more than ${WIDEST_RANGE} ports, which opens the tier; name the ports that are served`, value: port }];
  return [];
}

function duplicates({ path, flow: one }: Named, before: readonly Named[]): Mistake[] {
  const [first, last] = portsOf(one.port);
  return before
    .filter(({ flow: other }) => {
      const [otherFirst, otherLast] = portsOf(other.port);
      return one.from === other.from && one.to === other.to && one.protocol === other.protocol && first <= otherLast && otherFirst <= last;
    })
    .map((other) => ({ path, message: `overlaps ${other.path}; keep one of them`, value: { from: one.from, to: one.to, port: one.port } }));
}

/** AWS refuses the apply half-way; so it is counted here. */
function tooMany(path: string, named: readonly Named[]): Mistake[] {
  const groups = (['from', 'to'] as const).flatMap((end) =>
    FLOW_TIERS.map((tier) => ({
      count: named.filter(({ flow: one }) => one[end] === tier).length,
      limit: LIMITS.securityGroupRules,
      what: `${end} ${tier}, more than a security group takes`,
    })),
  );
  const lists = ['data', 'endpoints'].map((tier) => ({
    count: new Set(named.filter(({ flow: one }) => one.to === tier).map(({ flow: one }) => `${one.protocol} ${one.port}`)).size,
    limit: LIMITS.networkAclRules - FIXED_ACL_RULES,
    what: `to different ports of ${tier}, more than its network ACL takes`,
  }));
  return [...groups, ...lists]
    .filter(({ count, limit }) => count > limit)
    .map(({ count, limit, what }) => ({
      path: `${path}.network.flows`,
      message: `names too many flows ${what} (at most ${limit}); use port ranges`,
      value: count,
    }));
}
