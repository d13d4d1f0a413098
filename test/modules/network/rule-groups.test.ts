import fc from 'fast-check';
import { LIMITS } from '../../../config/aws-limits';
import type { SuricataRule } from '../../../lib/suricata/rule';
import { capacityFor, planRuleGroups, sumOf } from '../../../modules/network/rule-groups';

const rule = (sid: number, length = 60): SuricataRule => ({
  text: `alert tcp any any -> any any (sid:${sid};)`.padEnd(length, ' '),
  file: 'x',
  line: sid,
  action: 'alert',
  protocol: 'tcp',
  source: 'any',
  sourcePort: 'any',
  direction: '->',
  destination: 'any',
  destinationPort: 'any',
  options: [{ keyword: 'sid', value: String(sid) }],
  sid,
});
const many = (count: number, length?: number) => Array.from({ length: count }, (_, index) => rule(2_000_000 + 7 * index, length));
const BUDGET = LIMITS.firewallCapacity - 200;
const keyOf = ({ firstSid, capacity, rules }: { firstSid: number; capacity: number; rules: readonly SuricataRule[] }) =>
  `${firstSid} ${capacity} ${rules.map(({ sid }) => sid).join()}`;

it.each([
  [0, 100],
  [80, 100],
  [81, 500],
  [454, 500],
  [455, 1000],
  [2700, 3000],
])('%i rules get a capacity of %i', (rules, capacity) => expect(capacityFor(rules)).toBe(capacity));

it.each([1, 80, 3000, 3001, 20_000, 25_000, 29_000])('%i rules keep their order and fit a policy', (count) => {
  const rules = many(count);
  const groups = planRuleGroups(rules, BUDGET);
  expect(groups.flatMap((group) => group.rules)).toEqual(rules);
  expect(groups.length).toBeLessThanOrEqual(LIMITS.firewallStatefulGroups - 3); // own signatures, ingress, allowed domains
  expect(sumOf(groups)).toBeLessThanOrEqual(BUDGET);
  for (const group of groups) {
    expect(group.rules.length).toBeLessThanOrEqual(group.capacity);
    expect(group.firstSid).toBe(group.rules[0]?.sid);
  }
  expect(new Set(groups.map(({ firstSid }) => firstSid)).size).toBe(groups.length);
});

it('20,000 rules have headroom in every group', () => {
  for (const { rules, capacity } of planRuleGroups(many(20_000), BUDGET)) expect(capacity).toBeGreaterThanOrEqual(rules.length * 1.1);
});

it('long rules make smaller groups: none is above the bytes of a rules string', () => {
  const groups = planRuleGroups(many(3000, 4000), BUDGET);
  expect(groups.length).toBeGreaterThan(5);
  for (const { rules } of groups) expect(Buffer.byteLength(rules.map(({ text }) => text).join('\n'))).toBeLessThanOrEqual(LIMITS.firewallRulesStringBytes);
});

it('adding or removing one rule anywhere changes one group, hardly ever two, and renames none but the one that it begins', () => {
  const rules = many(12_000);
  const before = planRuleGroups(rules, BUDGET).map(keyOf);
  expect(before.length).toBeGreaterThan(4);
  let more = 0;
  fc.assert(
    fc.property(fc.nat(rules.length - 1), fc.boolean(), (at, add) => {
      const changed = add ? [...rules.slice(0, at), rule(2_000_000 + 7 * at - 3), ...rules.slice(at)] : [...rules.slice(0, at), ...rules.slice(at + 1)];
      const after = planRuleGroups(changed, BUDGET).map(keyOf);
      const differing = after.filter((group) => !before.includes(group)).length;
      if (differing > 1) more++;
      expect(differing).toBeGreaterThanOrEqual(1);
      expect(differing).toBeLessThanOrEqual(3);
    }),
    { numRuns: 200, seed: 1 },
  );
  expect(more).toBeLessThanOrEqual(10);
});

it('what cannot fit keeps every rule: the check of quotas refuses it', () => {
  const groups = planRuleGroups(many(40_000), BUDGET);
  expect(groups.flatMap((group) => group.rules)).toHaveLength(40_000);
  expect(sumOf(groups)).toBeGreaterThan(BUDGET);
});
