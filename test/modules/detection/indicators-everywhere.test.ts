import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { LIMITS } from '../../../config/aws-limits';
import { INDICATOR_LIMITS } from '../../../config/indicator-limits';
import { INDICATOR_KINDS, type IndicatorKind } from '../../../lib/ioc/indicator';
import { indicatorLibrary } from '../../../lib/ioc/library';
import { importRules } from '../../../lib/suricata/import-rules';
import { indicatorFirewallRules } from '../../../modules/network/firewall-indicators';
import { dropExpired } from '../../../tools/rules/comment-out';
import { PLACES } from '../../../tools/rules/indicator-table';
import { withoutEnvironment } from '../../fixtures/example';
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

const mentions = (text: string, found = resources(synth(huntingInput()))): string[] => {
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

  it('20,000 indicators are all there, in lists and groups that AWS takes', () => {
    const before = readFileSync(file, 'utf8');
    const lines = Array.from({ length: 20_000 }, (_, index) =>
      index % 2 === 0
        ? `domain,host-number-${index}.of-some-campaign.bad.example,2026-11-25,high,never,`
        : `ip,45.${Math.floor(index / 250)}.${index % 250}.9,2026-11-25,high,2027-11-25,`,
    );
    writeFileSync(file, `${before}${lines.join('\n')}\n`);
    try {
      const input = huntingInput();
      for (const name of ['dev', 'test']) withoutEnvironment(input, name);
      const long = synth(input);
      const groups = resources(long, 'aws_networkfirewall_rule_group').filter(({ name }) => name.includes('indicators'));
      expect(groups.length).toBeGreaterThan(1);
      const rules = groups.flatMap(({ attributes }) => (attributes.rule_group.rules_source.rules_string as string).split('\n'));
      expect(rules).toHaveLength(2 * 10_004 + 1 + 2 * Math.ceil(10_002 / 400));
      expect(new Set(rules.map((rule) => /sid:(\d+)/.exec(rule)?.[1])).size).toBe(rules.length);
      for (const { attributes } of groups) expect(Buffer.byteLength(attributes.rule_group.rules_source.rules_string)).toBeLessThanOrEqual(2_000_000);
      const [policy] = resources(long, 'aws_networkfirewall_firewall_policy').map(({ attributes }) => attributes.firewall_policy.stateful_rule_group_reference);
      expect(policy.slice(0, groups.length).every((one: { resource_arn: string }) => one.resource_arn.includes('indicators'))).toBe(true);
      const listed = (type: string, attribute: string) => resources(long, type).flatMap(({ attributes }) => attributes[attribute]);
      expect(listed('aws_route53_resolver_firewall_domain_list', 'domains')).toHaveLength(10_004);
      expect(listed('aws_wafv2_ip_set', 'addresses')).toHaveLength(10_002);
      const [rows] = resources(long, 'aws_s3_object').filter(({ stack }) => stack === 'log-archive');
      expect(rows?.attributes.content.trimEnd().split('\n').length).toBeGreaterThan(20_000);
    } finally {
      writeFileSync(file, before);
    }
  }, 60_000);

  it.each([
    ['addressesPerThreatList', 'security/threat-lists: a threat list of GuardDuty holds at most 1 addresses, got 2'],
    ['domains', 'prod/dns-firewall: domain lists of an account hold at most 1 domains, got 4'],
    ['ipSets', 'prod/web-acl: an account has at most 0 IP sets of 10000 addresses, got 1'],
  ] as const)('what is above %s is refused before anything is written', (limit, message) => {
    const limits: Record<string, number> = limit in LIMITS ? LIMITS : INDICATOR_LIMITS;
    const before = limits[limit] as number;
    limits[limit] = limit === 'ipSets' ? 0 : 1;
    try {
      expect(() => synth(huntingInput())).toThrow(message);
    } finally {
      limits[limit] = before;
    }
  });

  it('what is past its day is gone from all of them once it is let go, and nothing else is', () => {
    const before = readFileSync(file, 'utf8');
    const bundle = join(project, 'rules/ioc/feed.stix.json');
    const indicator = (id: string, value: string, until: string) => ({
      type: 'indicator',
      id: `indicator--${id.repeat(8)}-0000-4000-8000-000000000000`,
      pattern: `[domain-name:value = '${value}']`,
      pattern_type: 'stix',
      valid_from: '2026-11-01T00:00:00Z',
      valid_until: `${until}T00:00:00Z`,
      confidence: 90,
    });
    writeFileSync(file, `${before}${INDICATOR_KINDS.map((kind) => `${kind},${ADDED[kind][0]},2026-11-25,high,2026-12-31,`).join('\n')}\n`);
    writeFileSync(
      bundle,
      JSON.stringify(
        { type: 'bundle', objects: [indicator('a', 'old-feed.example', '2026-12-31'), indicator('b', 'new-feed.example', '2027-12-31')] },
        null,
        1,
      ),
    );
    writeFileSync(join(project, 'rules/ioc/feed.stix.header'), '# Source: a feed. Licence: MIT. Owner: x. Reviewed: 2026-11. Expires: never.\n');
    try {
      const values = [...INDICATOR_KINDS.map((kind) => ADDED[kind][1]), 'old-feed.example'];
      const all = resources(synth(huntingInput()));
      for (const value of values) expect([value, mentions(value, all).length]).not.toEqual([value, 0]);
      expect(dropExpired(project, '2026-12-31')).toEqual([]);
      expect(dropExpired(project, '2027-01-01')).toEqual(['rules/ioc/feed.stix.json: 1 commented out', 'rules/ioc/starter.csv: 6 commented out']);
      expect(readFileSync(file, 'utf8')).toContain('# Left out: expired 2026-12-31.\n#ip,45.83.12.9,');
      expect(readFileSync(join(project, 'rules/ioc/feed.stix.header'), 'utf8')).toContain(
        '# Left out: indicator--aaaaaaaa-0000-4000-8000-000000000000. It expired 2026-12-31.',
      );
      const after = resources(synth(huntingInput()));
      for (const value of values) expect([value, after.filter(({ attributes }) => JSON.stringify(attributes).includes(value))]).toEqual([value, []]);
      for (const value of ['new-feed.example', 'malware.example']) expect(mentions(value, after).sort()).toEqual([...PLACES.domain].sort());
      expect(dropExpired(project, '2027-01-01')).toEqual([]);
    } finally {
      writeFileSync(file, before);
      for (const made of ['json', 'header']) rmSync(join(project, `rules/ioc/feed.stix.${made}`));
    }
  }, 60_000);

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
