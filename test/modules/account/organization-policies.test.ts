import { App, TerraformStack } from 'cdktf';
import { ORGANIZATION_POLICY_LIMITS } from '../../../config/aws-limits';
import type { Blueprint } from '../../../config/blueprint';
import { loadBlueprint } from '../../../config/load';
import { OrganizationPolicies, type OrganizationPoliciesProps } from '../../../modules/account/organization-policies';
import type { TerraformJson } from '../../../tools/synthesis/synthesize';
import everythingOn from '../../fixtures/everything-on';
import { exampleIds, exampleInput } from '../../fixtures/example';
import { effectivePolicy } from '../../support/effective-policy';
import { resources, synth } from '../../support/synth';

const ids = exampleIds();
const example = synth(exampleInput());
const withBackup = exampleInput();
withBackup.organization.backupPolicy = { environments: ['prod'] };
const backedUp = synth(withBackup);

interface Attached {
  readonly type: keyof typeof ORGANIZATION_POLICY_LIMITS;
  readonly content: string;
  readonly target: string;
}

/** Every attachment of a management policy with what it attaches; a reference to a policy that is not there fails. */
function attached(synthesis: ReturnType<typeof synth>): Attached[] {
  const policies = new Map(
    resources(synthesis, 'aws_organizations_policy').map(({ name, attributes }) => [`\${aws_organizations_policy.${name}.id}`, attributes]),
  );
  return resources(synthesis, 'aws_organizations_policy_attachment').flatMap(({ attributes }) => {
    const policy = policies.get(attributes.policy_id);
    if (!policy) throw new Error(`${attributes.policy_id}: there is no such policy`);
    return policy.type in ORGANIZATION_POLICY_LIMITS ? [{ type: policy.type, content: policy.content, target: attributes.target_id }] : [];
  });
}

/** What holds for accounts in a unit, as AWS computes it. */
function effective(type: Attached['type'], unit: string, synthesis = example): TerraformJson {
  const path = unit.split('/').map((_, index, parts) => parts.slice(0, index + 1).join('/'));
  const targets = [ids.organization.rootId, ...path.map((part) => ids.organizationalUnits[part])];
  return effectivePolicy(
    targets
      .map((id) => attached(synthesis).filter((entry) => entry.type === type && entry.target === id))
      .map((entries) => entries.map((entry) => JSON.parse(entry.content))),
  );
}

describe.each(Object.entries({ example, 'everything on': synth(everythingOn()), backup: backedUp }))('every organization policy of %s', (_name, synthesis) => {
  it('is of a type that the organization has enabled, in the state before', () => {
    const enabled = synthesis.documents.get('org').resource.aws_organizations_organization.organization_organization.enabled_policy_types;
    const types = new Set(resources(synthesis, 'aws_organizations_policy').map(({ attributes }) => attributes.type));
    expect(types.size).toBeGreaterThanOrEqual(4);
    for (const type of types) expect(enabled).toContain(type);
  });

  it('hangs on the root or on a unit of this organization', () => {
    const known = [ids.organization.rootId, ...Object.values(ids.organizationalUnits)];
    for (const { target } of attached(synthesis)) expect(known).toContain(target);
  });

  it('is minified, under its size, and not one too many for its target', () => {
    const perTarget = new Map<string, number>();
    for (const { type, content, target } of attached(synthesis)) {
      expect(content).toBe(JSON.stringify(JSON.parse(content)));
      expect(content.length).toBeLessThanOrEqual(ORGANIZATION_POLICY_LIMITS[type].characters);
      perTarget.set(`${type} ${target}`, (perTarget.get(`${type} ${target}`) ?? 0) + 1);
      expect(perTarget.get(`${type} ${target}`)).toBeLessThanOrEqual(ORGANIZATION_POLICY_LIMITS[type].perTarget);
    }
    expect(perTarget.size).toBeGreaterThan(5);
  });

  it('is attached: a policy that hangs nowhere guards nobody (quarantine waits for an incident)', () => {
    const used = new Set(resources(synthesis, 'aws_organizations_policy_attachment').map(({ attributes }) => attributes.policy_id));
    for (const { name } of resources(synthesis, 'aws_organizations_policy').filter((policy) => !policy.name.startsWith('guardrail_quarantine')))
      expect(used).toContain(`\${aws_organizations_policy.${name}.id}`);
  });
});

describe('EC2 policy', () => {
  const ec2 = (unit: string) => effective('DECLARATIVE_POLICY_EC2', unit).ec2_attributes;

  it.each(['security', 'infrastructure', 'workloads/prod', 'workloads/dev', 'sandbox', 'policy-staging'])('fixes safe defaults in %s', (unit) => {
    expect(ec2(unit)).toMatchObject({
      instance_metadata_defaults: { http_tokens: 'required', http_put_response_hop_limit: '2' },
      image_block_public_access: { state: 'block_new_sharing' },
      snapshot_block_public_access: { state: 'block_all_sharing' },
      serial_console_access: { status: 'disabled' },
      allowed_images_settings: { state: 'audit_mode' },
    });
    expect(ec2(unit).exception_message).toContain('platform-ec2-account-defaults');
  });

  const OWNED: Readonly<Record<string, string>> = {
    instance_metadata_defaults: 'aws_ec2_instance_metadata_defaults',
    image_block_public_access: 'aws_ec2_image_block_public_access',
    snapshot_block_public_access: 'aws_ebs_snapshot_block_public_access',
    serial_console_access: 'aws_ec2_serial_console_access',
    allowed_images_settings: 'aws_ec2_allowed_images_settings',
    vpc_block_public_access: 'aws_vpc_block_public_access_options',
  };

  it.each([
    ['prod', 'workloads/prod'],
    ['dev', 'workloads/dev'],
    ['security', 'security'],
    ['log-archive', 'security'],
  ])('owns its settings alone in %s: EC2 refuses them from the account, so a resource for one could never be applied', (stack, unit) => {
    const { exception_message, ...fixed } = ec2(unit);
    expect(Object.keys(fixed).length).toBeGreaterThan(4);
    for (const attribute of Object.keys(fixed)) {
      const type = OWNED[attribute];
      expect([attribute, type]).toEqual([attribute, expect.stringMatching(/^aws_/)]);
      expect([type, resources(example, type).filter((found) => found.stack === stack)]).toEqual([type, []]);
    }
  });

  it('is matched by the management account, which it does not reach, in every region', () => {
    const { instance_metadata_defaults: metadata, ...states } = ec2('workloads/prod');
    const inManagement = (type: string) => {
      const found = resources(example, type).filter(({ stack }) => stack === 'org-management');
      expect(found.map(({ attributes }) => attributes.region).sort()).toEqual(['eu-central-1', 'eu-west-1', 'us-east-1']);
      return found.map(({ attributes }) => attributes);
    };
    const underscored = (text: string) => text.replaceAll('-', '_');
    for (const { http_tokens, http_put_response_hop_limit, instance_metadata_tags } of inManagement('aws_ec2_instance_metadata_defaults'))
      expect({ http_tokens, http_put_response_hop_limit: String(http_put_response_hop_limit), instance_metadata_tags, http_endpoint: 'no_preference' }).toEqual(
        metadata,
      );
    for (const { state } of inManagement('aws_ec2_image_block_public_access')) expect(underscored(state)).toBe(states.image_block_public_access.state);
    for (const { state } of inManagement('aws_ebs_snapshot_block_public_access')) expect(underscored(state)).toBe(states.snapshot_block_public_access.state);
    for (const { enabled } of inManagement('aws_ec2_serial_console_access')) expect(enabled).toBe(states.serial_console_access.status === 'enabled');
    // `workloads` leaves this to its environments; the management account offers nothing, like the accounts of `security`.
    for (const { internet_gateway_block_mode: mode } of inManagement('aws_vpc_block_public_access_options'))
      expect(underscored(mode)).toBe(ec2('security').vpc_block_public_access.internet_gateway_block.mode);
  });

  it('lets nothing in where nothing is offered, leaves NAT working there, and leaves environments with load balancers alone', () => {
    const block = (unit: string) => ec2(unit).vpc_block_public_access?.internet_gateway_block;
    for (const unit of ['security', 'infrastructure', 'sandbox']) expect(block(unit).mode).toBe('block_ingress');
    for (const unit of ['workloads/prod', 'workloads/dev', 'workloads/test', 'policy-staging']) expect(block(unit)).toBeUndefined();
    expect(ec2('suspended').snapshot_block_public_access).toEqual({ state: 'block_all_sharing' }); // what an intruder shared stays private
    expect(block('suspended')).toEqual({ mode: 'block_bidirectional', exclusions_allowed: 'disabled' });
  });

  it('leaves newcomers alone: what an imported account shares is looked at first', () => {
    expect(effective('DECLARATIVE_POLICY_EC2', 'onboarding')).toEqual({});
  });

  it('knows the images of every account of the organization', () => {
    expect(ec2('workloads/prod').allowed_images_settings.image_criteria.criteria_1.allowed_image_providers).toEqual([
      'amazon',
      'aws_backup_vault',
      '111111111111',
      ...Object.values(ids.accounts),
    ]);
  });
});

describe('tag policy', () => {
  const { tags } = effective('TAG_POLICY', 'workloads/prod');

  it('every tag that the blueprint itself writes complies: enforcement must not refuse our own apply', () => {
    let seen = 0;
    const comply = (where: string, written: Record<string, string> = {}) => {
      for (const [key, value] of Object.entries(written)) {
        const rule = Object.values<TerraformJson>(tags).find(({ tag_key }) => tag_key.toLowerCase() === key.toLowerCase());
        if (!rule) continue;
        seen += 1;
        expect([where, key]).toEqual([where, rule.tag_key]);
        if (rule.tag_value) expect([where, rule.tag_value]).toEqual([where, expect.arrayContaining([value])]);
      }
    };
    for (const [stack, document] of synth(everythingOn()).documents) comply(stack, document.provider.aws[0].default_tags[0].tags);
    for (const { stack, name, attributes } of resources(example)) comply(`${stack}/${name}`, attributes.tags);
    expect(seen).toBeGreaterThan(60);
  });

  it('refuses a wrong class on what holds data in environments, and nothing else anywhere', () => {
    expect(tags.DataClass.tag_value).toEqual(['customer', 'application', 'operational', 'infrastructure']);
    expect(tags.DataClass.enforced_for).toEqual(expect.arrayContaining(['s3:ALL_SUPPORTED', 'rds:ALL_SUPPORTED', 'kms:ALL_SUPPORTED']));
    expect([tags.Environment.enforced_for, tags.Owner.enforced_for, tags.Owner.tag_value]).toEqual([undefined, undefined, undefined]);
    expect(effective('TAG_POLICY', 'onboarding').tags.DataClass.enforced_for).toBeUndefined();
  });

  it('an environment added to the configuration is a value at once', () => {
    const input = exampleInput();
    input.environments.staging = { email: 'aws+staging@example.com', profile: 'economy', network: { cidr: '10.64.0.0/16' } };
    expect(effective('TAG_POLICY', 'workloads', synth(input)).tags.Environment.tag_value).toEqual([
      'org',
      'log-archive',
      'security',
      'prod',
      'dev',
      'test',
      'staging',
    ]);
  });
});

describe('AI opt-out policy', () => {
  it('holds in every account, and no unit can opt in again', () => {
    const root = attached(example).filter(({ type, target }) => type === 'AISERVICES_OPT_OUT_POLICY' && target === ids.organization.rootId);
    const documents = root.map(({ content }) => JSON.parse(content));
    expect(effectivePolicy([documents])).toEqual({ services: { default: { opt_out_policy: 'optOut' } } });
    for (const service of ['default', 'rekognition']) {
      const child = { services: { [service]: { opt_out_policy: { '@@assign': 'optIn' } } } };
      expect(() => effectivePolicy([documents, [child]])).toThrow(`services/${service}/opt_out_policy: is sealed further up`);
    }
  });
});

describe('backup policy', () => {
  it('is off until an environment says that its vault and role exist', () => {
    expect(resources(example, 'aws_organizations_policy').map(({ attributes }) => attributes.type)).not.toContain('BACKUP_POLICY');
  });

  it('holds in the environments listed only, keeps each class as long as the class says, and takes vault and role of the account', () => {
    expect(effective('BACKUP_POLICY', 'workloads/dev', backedUp)).toEqual({});
    const { plans } = effective('BACKUP_POLICY', 'workloads/prod', backedUp);
    expect(Object.keys(plans)).toEqual(['platform-customer', 'platform-application', 'platform-operational', 'platform-infrastructure']);
    for (const [name, { retentionDays }] of Object.entries(withBackup.dataClasses)) {
      const { rules, selections, regions } = plans[`platform-${name}`];
      expect(regions).toEqual(['eu-west-1']);
      expect(rules.nightly.lifecycle.delete_after_days).toBe(String(retentionDays));
      const cold = rules.nightly.lifecycle.move_to_cold_storage_after_days;
      if (cold) expect(retentionDays - Number(cold)).toBeGreaterThanOrEqual(90);
      const { conditions, ...selection } = selections.tags[name];
      expect(conditions?.string_not_like.states.condition_value).toBe(name === 'infrastructure' ? '*-state' : undefined);
      expect(selection).toEqual({ iam_role_arn: 'arn:aws:iam::$account:role/platform/service/backup', tag_key: 'DataClass', tag_value: [name] });
    }
  });
});

describe('the module refuses', () => {
  const { blueprint } = loadBlueprint(exampleInput(), exampleIds());
  const make = (change: Partial<OrganizationPoliciesProps>) => () =>
    new OrganizationPolicies(new TerraformStack(new App(), 'stack'), 'policy', {
      rootId: ids.organization.rootId,
      units: blueprint.organizationalUnits,
      accounts: blueprint.accounts,
      dataClasses: blueprint.dataClasses,
      homeRegion: 'eu-west-1',
      backedUp: [],
      ...change,
    });

  it('a unit that is not there', () => {
    expect(make({ backedUp: ['staging'] })).toThrow(
      'policies/organization-policies.ts: backup-by-data-class attaches to no organizational unit, got "workloads/staging"; correct the path',
    );
  });

  it('a policy larger than AWS takes', () => {
    const [account] = Object.values(blueprint.accounts);
    const accounts = Object.fromEntries(Array.from({ length: 700 }, (_, index) => [`a${index}`, { ...account, id: String(100_000_000_000 + index) }]));
    expect(make({ accounts: accounts as Blueprint['accounts'] })).toThrow(
      /^policies\/organization-policies\.ts: ec2-allowed-images is too large, got \d+ of 10000 characters; split it$/,
    );
  });
});

describe('the effective policy of the test', () => {
  it.each([
    ['a value without an operator', [[{ a: 'x' }]], 'a: "x" stands without an operator'],
    ['an operator that it does not know', [[{ a: { '@@append': ['x'] } }]], 'a: @@append is no operator that we know'],
    ['two policies of one level that disagree', [[{ a: { '@@assign': 'x' } }, { a: { '@@assign': 'y' } }]], 'a: is "x" and "y" on one level'],
  ])('refuses %s', (_what, levels, message) => {
    expect(() => effectivePolicy(levels)).toThrow(message);
  });
});
