import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { INDICATOR_KINDS, type IndicatorKind } from '../../../lib/ioc/indicator';
import { indicatorLibrary } from '../../../lib/ioc/library';
import { importRules } from '../../../lib/suricata/import-rules';
import { indicatorFirewallRules } from '../../../modules/network/firewall-indicators';
import { PLACES } from '../../../tools/rules/indicator-table';
import { huntingInput } from '../../support/hunting-organization';
import { type FoundResource, resources, synth } from '../../support/synth';

const project = mkdtempSync(join(tmpdir(), 'blueprint-ioc-'));
const file = join(project, 'rules/ioc/starter.csv');
beforeAll(() => {
  cpSync('rules', join(project, 'rules'), { recursive: true });
  for (const shared of ['functions', 'lib', 'node_modules', 'package-lock.json']) symlinkSync(resolve(shared), join(project, shared));
  (globalThis as { blueprintRoot?: string }).blueprintRoot = project;
});
afterAll(() => {
  delete (globalThis as { blueprintRoot?: string }).blueprintRoot;
  rmSync(project, { recursive: true, force: true });
});

/** The lists of each service, as text. */
const LISTS: Readonly<Record<string, (resource: FoundResource) => boolean>> = {
  'GuardDuty threat list': ({ stack, type }) => stack === 'security' && type === 'aws_s3_object',
  'DNS Firewall': ({ type }) => type === 'aws_route53_resolver_firewall_domain_list',
  'Network Firewall': ({ type, name }) => type === 'aws_networkfirewall_rule_group' && name.includes('indicators'),
  'AWS WAF': ({ type }) => type === 'aws_wafv2_ip_set',
  'hunting queries': ({ stack, type }) => stack === 'log-archive' && type === 'aws_s3_object',
};
const ADDED: Readonly<Record<IndicatorKind, readonly [written: string, listed: string]>> = {
  ip: ['45.83.12.9', '45.83.12.9'],
  cidr: ['45.83.14.0/24', '45.83.14.0/24'],
  domain: ['brand-new.example', 'brand-new.example'],
  hash: ['00112233445566778899aabbccddeeff', '00112233445566778899aabbccddeeff'],
  'user-agent': ['BrandNewBot/9', 'BrandNewBot/9'],
  arn: ['arn:aws:iam::888877776666:*', 'arn:aws:iam::888877776666:*'],
};

const mentions = (text: string): string[] => {
  const found = resources(synth(huntingInput()));
  return Object.entries(LISTS)
    .filter(([, of]) => found.some((resource) => of(resource) && JSON.stringify(resource.attributes).includes(text)))
    .map(([place]) => place);
};

it.each(INDICATOR_KINDS)('one line with a new %s lands wherever a list can hold it, and nowhere without it', (kind) => {
  const before = readFileSync(file, 'utf8');
  const [written, listed] = ADDED[kind];
  expect(mentions(listed)).toEqual([]);
  writeFileSync(file, `${before}${kind},${written},2026-11-25,high,2027-11-25,\n`);
  try {
    expect(mentions(listed).sort()).toEqual([...PLACES[kind]].sort());
  } finally {
    writeFileSync(file, before);
  }
});

it('together the kinds reach all five', () => expect([...new Set(Object.values(PLACES).flat())].sort()).toEqual(Object.keys(LISTS).sort()));

describe('each service', () => {
  const synthesis = synth(huntingInput());
  const of = (stack: string, type: string) =>
    resources(synthesis, `aws_${type}`)
      .filter((resource) => resource.stack === stack)
      .map(({ attributes }) => attributes);

  it('GuardDuty has the list in every enabled region, under a name that changes with it, and trusts nobody', () => {
    const sets = of('security', 'guardduty_threatintelset');
    expect(sets.map(({ region }) => region).sort()).toEqual(['eu-central-1', 'eu-west-1', 'us-east-1']);
    for (const { region, detector_id: detector, location, format, activate } of sets) {
      expect([detector, format, activate]).toEqual([`\${data.aws_guardduty_detector.threat-lists_detector-${region}.id}`, 'TXT', true]);
      const [, name, object] = /^https:\/\/s3\.amazonaws\.com\/([^/]+)\/\$\{aws_s3_object\.([\w-]+)\.key\}$/.exec(location) ?? [];
      expect(name).toBe(`example-corp-indicators-${region}-333333333333`);
      const { key, content } = resources(synthesis, 'aws_s3_object').find((one) => one.stack === 'security' && one.name === object)?.attributes ?? {};
      expect(key).toMatch(/^threats-[0-9a-f]{12}\.txt$/);
      expect(content).toBe('198.51.100.128/25\n203.0.113.66\n');
    }
    expect(of('security', 'guardduty_ipset')).toEqual([]);
  });

  it('a trusted list is made when the configuration names networks, and acknowledges what that means', () => {
    const trusting = synth({ ...huntingInput(), hunting: { trustedNetworks: ['198.51.100.0/28'], acknowledgeSilence: true } });
    expect(
      resources(trusting, 'aws_guardduty_ipset')
        .map(({ attributes }) => attributes.region)
        .sort(),
    ).toEqual(['eu-central-1', 'eu-west-1', 'us-east-1']);
  });

  it('the web ACL blocks before all other rules, counts first where it shall, and is left alone where it is off', () => {
    const rule = (change: object) => {
      const input = huntingInput();
      Object.assign(input.environments.prod as object, { waf: change });
      const [acl] = resources(synth(input), 'aws_wafv2_web_acl').filter(({ stack }) => stack === 'prod');
      const rules: { name: string; priority: number; action: object }[] = acl?.attributes.rule;
      const found = rules.find(({ name }) => name === 'indicators');
      return [found?.action, found && rules.every(({ priority }) => priority >= found.priority)];
    };
    expect(rule({})).toEqual([{ block: {} }, true]);
    expect(rule({ indicators: 'count' })).toEqual([{ count: {} }, true]);
    expect(rule({ mode: 'count' })).toEqual([{ count: {} }, true]);
    expect(rule({ indicators: 'off' })).toEqual([undefined, undefined]);
  });

  it('Network Firewall asks for indicators first, in rules that AWS takes', () => {
    const [policy] = of('prod', 'networkfirewall_firewall_policy');
    const [first] = policy.firewall_policy.stateful_rule_group_reference;
    expect(first).toMatchObject({ priority: 100, resource_arn: expect.stringContaining('indicators') });
    const rules = indicatorFirewallRules(indicatorLibrary());
    expect(rules).toHaveLength(2 + 2 * 4 + 1);
    const header = '# Source: x. Licence: x. Owner: x. Reviewed: 2026-11. Expires: never.';
    // Generated sids lie in a range that imported rules may not have.
    const text = [header, ...rules.map((rule) => rule.replace('sid:19', 'sid:29'))].join('\n');
    expect(importRules([{ path: 'x', text }], { addresses: new Set(['HOME_NET', 'EXTERNAL_NET']), ports: new Set() })[0]?.rules).toHaveLength(rules.length);
  });

  it('long lists are cut where AWS wants it', () => {
    const before = readFileSync(file, 'utf8');
    const more = Array.from({ length: 10_500 }, (_, index) => `ip,45.${Math.floor(index / 250)}.${index % 250}.9,2026-11-25,high,2027-11-25,`);
    const domains = Array.from({ length: 1500 }, (_, index) => `domain,d${index}.bad.example,2026-11-25,high,never,`);
    writeFileSync(file, `${before}${[...more, ...domains].join('\n')}\n`);
    try {
      const long = synth(huntingInput());
      const sizes = (type: string, attribute: string) =>
        resources(long, type)
          .filter(({ stack }) => stack === 'prod')
          .map(({ attributes }) => attributes[attribute].length);
      expect(sizes('aws_wafv2_ip_set', 'addresses')).toEqual([10_000, 502]);
      expect(sizes('aws_route53_resolver_firewall_domain_list', 'domains')).toEqual([1000, 504]);
      const group = resources(long, 'aws_networkfirewall_rule_group').find(({ stack, name }) => stack === 'prod' && name.includes('indicators'));
      const rules: string[] = (group?.attributes.rule_group.rules_source.rules_string ?? '').split('\n');
      expect(rules.length).toBeGreaterThan(3000);
      for (const rule of rules) expect(rule.length).toBeLessThanOrEqual(8192);
    } finally {
      writeFileSync(file, before);
    }
  });
});
