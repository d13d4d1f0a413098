import { LIMITS } from '../../config/aws-limits';
import type { SuricataRule } from '../../lib/suricata/rule';

/** Rules that go into one rule group. */
export interface PlannedGroup {
  /** Sid of its first rule: the group's name for as long as that rule begins it. */
  readonly firstSid: number;
  readonly rules: readonly SuricataRule[];
  readonly capacity: number;
}

/** A group is cut between these sizes; a policy has 20 groups, so they cannot be small. */
const GROUP = { most: 3000, bytes: LIMITS.firewallRulesStringBytes * 0.95 };

/**
 * Capacity with headroom, in steps: it is immutable, so that a few more rules must not replace the group. One rule is one
 * unit (developer guide, "Setting rule group capacity").
 */
export function capacityFor(rules: number): number {
  return rules * 1.25 <= 100 ? 100 : Math.ceil((rules * 1.1) / 500) * 500;
}

/** Without headroom, for rule sets that hardly fit a policy. */
const tightCapacityFor = (rules: number): number => Math.ceil(rules / 50) * 50;

/**
 * Cuts imported rules into groups without changing their order, which decides. A cut is made before the rule with the lowest
 * hash of its sid in the second half of what a group may hold: a rule that is added or removed moves no other cut (but for one
 * in a thousand), so that one group changes in review and not every group after it.
 * @param budget units of capacity that are left in the policy
 */
export function planRuleGroups(rules: readonly SuricataRule[], budget: number): PlannedGroup[] {
  const parts: SuricataRule[][] = [];
  for (let start = 0; start < rules.length; ) {
    const end = cutAfter(rules, start);
    parts.push(rules.slice(start, end));
    start = end;
  }
  const plan = (capacity: (count: number) => number): PlannedGroup[] =>
    parts.map((part) => ({ firstSid: part[0]?.sid ?? 0, rules: part, capacity: capacity(part.length) }));
  const roomy = plan(capacityFor);
  return sumOf(roomy) <= budget ? roomy : plan(tightCapacityFor);
}

export const sumOf = (groups: readonly { readonly capacity: number }[]): number => groups.reduce((sum, { capacity }) => sum + capacity, 0);

function cutAfter(rules: readonly SuricataRule[], start: number): number {
  let bytes = 0;
  let end = start;
  while (end < rules.length && end - start < GROUP.most) {
    bytes += Buffer.byteLength(rules[end]?.text ?? '') + 1;
    if (bytes > GROUP.bytes) break;
    end++;
  }
  if (end === rules.length) return end;
  let cut = end;
  let lowest = Number.POSITIVE_INFINITY;
  for (let index = start + Math.ceil((end - start) / 2); index <= end; index++) {
    const value = hash(rules[index]?.sid ?? 0);
    if (value < lowest) [lowest, cut] = [value, index];
  }
  return cut;
}

/** Spreads neighbouring sids over 32 bits (the finalizer of MurmurHash3, public domain). */
function hash(sid: number): number {
  let value = sid | 0;
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}
