import { readFileSync } from 'node:fs';
import { loadBlueprint } from '../config/load';
import { applyOrder } from '../lib/apply-order';
import { STATEFUL_TYPES } from '../lib/stateful-types';
import { monthlyBasePrice } from '../tools/costs/monthly-base-price';
import brownfield from './fixtures/brownfield';
import central, { centralIds } from './fixtures/central';
import everythingOn from './fixtures/everything-on';
import { exampleIds, exampleInput } from './fixtures/example';
import minimal from './fixtures/minimal';
import showcase from './fixtures/showcase';
import { resources, synth } from './support/synth';

const example = synth(exampleInput());
const everything = synth(everythingOn());
const existing = synth(brownfield());
const smallest = synth(minimal(), { ...exampleIds(), accounts: { 'log-archive': '222222222222', security: '333333333333', dev: '555555555555' } });
const shown = synth(showcase());
const inspected = synth(central(), centralIds());
const ALL = { example, everything, existing, smallest, shown, inspected };

describe('the example organization', () => {
  it('has 15 stacks in apply order', () => {
    expect([...example.files.keys()]).toEqual([
      'org-state',
      'org',
      'log-archive-state',
      'security-state',
      'log-archive',
      'org-management',
      'security',
      'org-access',
      'prod-state',
      'prod',
      'dev-state',
      'dev',
      'test-state',
      'test',
      'org-policies',
    ]);
  });

  it('has all but Shield Advanced in prod; dev and test cannot be reached, so no WAF, and the firewall off with its subnets and tables reserved', () => {
    const types = (stack: string) =>
      new Set(
        resources(example)
          .filter((resource) => resource.stack === stack)
          .map(({ type }) => type),
      );
    for (const type of ['aws_kms_key', 'aws_vpc', 'aws_wafv2_web_acl', 'aws_networkfirewall_firewall']) expect(types('prod')).toContain(type);
    expect(types('prod')).not.toContain('aws_shield_subscription');
    for (const stack of ['dev', 'test']) {
      expect(types(stack)).not.toContain('aws_wafv2_web_acl'); // nothing there can be reached
      expect(types(stack)).not.toContain('aws_networkfirewall_firewall');
      const names = resources(example)
        .filter((resource) => resource.stack === stack)
        .map(({ type, name }) => `${type}.${name}`);
      for (const reserved of ['aws_subnet.network_firewall-a', 'aws_route_table.network_routing_firewall-a', 'aws_route_table.network_routing_edge'])
        expect(names).toContain(reserved);
    }
    expect(types('org-policies')).toContain('aws_organizations_policy');
    expect(types('org-access')).toContain('aws_ssoadmin_permission_set');
  });

  it('everything-on has all seven in every environment', () => {
    for (const stack of ['prod', 'dev', 'test']) {
      const types = new Set(
        resources(everything)
          .filter((resource) => resource.stack === stack)
          .map(({ type }) => type),
      );
      for (const type of ['aws_kms_key', 'aws_vpc', 'aws_wafv2_web_acl', 'aws_shield_subscription', 'aws_networkfirewall_firewall'])
        expect(types).toContain(type);
    }
  });

  it('idle dev and test together stay under 25 US dollars a month; what prod costs is told item by item', () => {
    const accounts = ['dev', 'test', 'prod'].map((environment) => {
      const found = resources(example).filter(({ stack }) => stack === environment || stack === `${environment}-state`);
      expect(monthlyBasePrice(found).unpriced).toEqual([]);
      const items = [...new Set(found.map(({ type }) => type))]
        .map((type) => ({ type, usd: monthlyBasePrice(found.filter((one) => one.type === type)).total }))
        .filter(({ usd }) => usd >= 0.05);
      return { environment, items, total: monthlyBasePrice(found).total };
    });
    for (const { environment, items, total } of accounts)
      process.stdout.write(
        `idle ${environment}: ${total.toFixed(2)} USD a month (${items.map(({ type, usd }) => `${type.replace('aws_', '')} ${usd.toFixed(2)}`).join(', ')})\n`,
      );
    const [dev, test, prod] = accounts;
    expect((dev?.total ?? 0) + (test?.total ?? 0)).toBeLessThan(25);
    for (const small of [dev, test]) expect(small?.total).toBeGreaterThan(6); // the price list sees the keys of all classes
    expect(prod?.items.map(({ type }) => type)).toEqual(
      expect.arrayContaining(['aws_nat_gateway', 'aws_networkfirewall_firewall', 'aws_vpc_endpoint', 'aws_wafv2_web_acl']),
    );
    const dollars = (amount = 0) => Math.round(amount).toLocaleString('en-US');
    const readme = readFileSync('README.md', 'utf8');
    expect(readme).toContain(`| WAF | ${dollars(prod?.items.find(({ type }) => type === 'aws_wafv2_web_acl')?.usd)} |`);
    expect(readme).toContain(`| **about** | **${dollars(prod?.total)}** | **${dollars(dev?.total)}** |`);
  });
});

describe.each(Object.entries(ALL))('every stack of %s', (_name, synthesis) => {
  it('limits its provider to its account and states the region of what is regional', () => {
    for (const [, document] of synthesis.documents) {
      // The one that has no alias; Firewall Manager's administrator is registered through one of us-east-1.
      expect(document.provider.aws.filter(({ alias }: { alias?: string }) => alias === undefined)).toHaveLength(1);
      expect(document.provider.aws[0].allowed_account_ids).toHaveLength(1);
      expect(JSON.stringify(document)).not.toContain('assume_role_arn');
      expect(document.provider.aws[0].assume_role).toBeUndefined();
    }
    const global =
      /^aws_(iam_|backup_global_settings$|organizations_|budgets_|ce_|account_|fms_admin_account$|shield_|cloudfront_|route53_|s3_account_public_access_block$)/;
    for (const { stack, type, name, attributes } of resources(synthesis)) {
      if (!global.test(type))
        expect([`${stack}/${type}.${name}`, attributes.region]).toEqual([`${stack}/${type}.${name}`, expect.stringMatching(/^[a-z]{2}-[a-z]+-\d$/)]);
    }
  });

  it('guards what is stateful', () => {
    const stateful = resources(synthesis).filter(({ type }) => STATEFUL_TYPES.has(type));
    expect(stateful.length).toBeGreaterThan(20);
    for (const { stack, type, name, attributes } of stateful)
      expect([stack, type, name, attributes.lifecycle?.prevent_destroy]).toEqual([stack, type, name, true]);
  });

  it('has a backend of its own environment: bucket, key, lock file, KMS key', () => {
    const seen = new Set<string>();
    for (const [stack, document] of synthesis.documents) {
      const { bucket, key, use_lockfile, encrypt, kms_key_id } = document.terraform.backend.s3;
      expect(key).toBe(`${stack}/terraform.tfstate`);
      expect([use_lockfile, encrypt]).toEqual([true, true]);
      const account = document.provider.aws[0].allowed_account_ids[0];
      expect(bucket.endsWith(`-${account}`)).toBe(true);
      expect(kms_key_id).toContain(`:${account}:alias/platform/state`);
      expect(seen.has(`${bucket}/${key}`)).toBe(false);
      seen.add(`${bucket}/${key}`);
    }
  });

  it('reads no other state, and no other account by a data source', () => {
    for (const [, document] of synthesis.documents) expect(JSON.stringify(document)).not.toContain('terraform_remote_state');
  });
});

it('every account has the baseline in every enabled region', () => {
  for (const [synthesis, input] of [
    [example, exampleInput()],
    [everything, everythingOn()],
    [inspected, central()],
  ] as const) {
    const { blueprint } = loadBlueprint(input, centralIds());
    const recorders = resources(synthesis, 'aws_config_configuration_recorder').map(({ stack, attributes }) => `${stack} ${attributes.region}`);
    const stacks = [
      'log-archive',
      'org-management',
      'security',
      ...(blueprint.accounts.network ? ['network'] : []),
      ...blueprint.environments.map(({ name }) => name),
    ];
    expect(recorders.sort()).toEqual(stacks.flatMap((stack) => blueprint.regions.enabled.map((region) => `${stack} ${region}`)).sort());
  }
});

it('the organization is imported, its trusted access a superset that never loses what was on', () => {
  const document = existing.documents.get('org');
  expect(document.import).toContainEqual(expect.objectContaining({ to: 'aws_organizations_organization.organization_organization', id: 'o-a1b2c3d4e5' }));
  const { aws_service_access_principals: trusted, enabled_policy_types: types } = document.resource.aws_organizations_organization.organization_organization;
  for (const service of ['sso', 'account', 'iam', 'ram', 'member.org.stacksets.cloudformation', 'controltower', 'license-manager'])
    expect(trusted).toContain(`${service}.amazonaws.com`);
  expect(types).toContain('CHATBOT_POLICY');
});

it('org never needs the id of a member', () => {
  const text = synth(exampleInput(), { organization: exampleIds().organization, identityCenter: exampleIds().identityCenter }).files.get('org');
  expect(text).not.toMatch(/(?<!\d)0000\d{8}(?!\d)/);
});

it('no state names what a later one makes, but for names that AWS does not look up', () => {
  // Principals are the references that AWS resolves at once: only roots, services and providers of the same state may stand there.
  const order = applyOrder(loadBlueprint(exampleInput(), exampleIds()).blueprint).map(({ id }) => id);
  expect([...example.documents.keys()]).toEqual(order);
  const maker = new Map(resources(example, 'aws_s3_bucket').map(({ stack, attributes }) => [attributes.bucket as string, order.indexOf(stack)]));
  for (const { stack, type, attributes } of resources(example)) {
    const uses = [attributes.s3_bucket_name, attributes.log_destination, ...(attributes.log_destination_configs ?? [])].filter(
      (value) => typeof value === 'string',
    );
    for (const use of uses) {
      for (const [bucket, made] of maker) if (use.includes(bucket)) expect([stack, type, made <= order.indexOf(stack)]).toEqual([stack, type, true]);
    }
  }
});

it('adding staging to the configuration alone gives its stacks, backend, network and unit; the account waits in onboarding', () => {
  const input = exampleInput();
  input.environments.staging = { email: 'aws+staging@example.com', profile: 'economy', network: { cidr: '10.64.0.0/16' } };
  const synthesis = synth(input);
  expect([...synthesis.files.keys()].filter((stack) => stack.startsWith('staging'))).toEqual(['staging-state', 'staging']);
  const org = synthesis.documents.get('org').resource;
  expect(org.aws_organizations_organizational_unit['unit_workloads-staging'].name).toBe('staging');
  expect(org.aws_organizations_account.account_staging.parent_id).toBe('${aws_organizations_organizational_unit.unit_onboarding.id}');
  expect(synthesis.documents.get('staging').resource.aws_vpc.network_vpc.cidr_block).toBe('10.64.0.0/16');
  expect(synthesis.documents.get('staging').terraform.backend.s3.bucket).toMatch(/^example-corp-staging-state-0000\d{8}$/);
  input.environments.staging.status = 'active';
  expect(synth(input).documents.get('org').resource.aws_organizations_account.account_staging.parent_id).toBe(
    '${aws_organizations_organizational_unit.unit_workloads-staging.id}',
  );
});
