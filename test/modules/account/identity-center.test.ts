import { PERMISSION_SETS } from '../../../config/access-schema';
import { lossesBetween, lossMessage } from '../../../tools/synthesis/stateful-inventory';
import brownfield from '../../fixtures/brownfield';
import { exampleIds, exampleInput } from '../../fixtures/example';
import { resources, synth } from '../../support/synth';

const example = synth(exampleInput());
const found = (synthesis: ReturnType<typeof synth>, type: string) =>
  resources(synthesis, type).map(({ name, attributes }) => ({ address: name, ...attributes }));
const accountName = (id: string) => Object.entries({ ...exampleIds().accounts, management: '111111111111' }).find(([, known]) => known === id)?.[0];
/** GROUP SET ACCOUNT of every assignment, read from what it points at and not from its name. */
const assigned = (synthesis: ReturnType<typeof synth>): string[] =>
  found(synthesis, 'aws_ssoadmin_account_assignment').map(({ principal_id, permission_set_arn, target_id }) =>
    [principal_id, permission_set_arn]
      .map((reference: string) => /access_(?:(?:scim-)?group-)?([^.]+)\./.exec(reference)?.[1])
      .concat(accountName(target_id))
      .join(' '),
  );
const administrators = (synthesis: ReturnType<typeof synth>) =>
  found(synthesis, 'aws_ssoadmin_managed_policy_attachment')
    .filter(({ managed_policy_arn }) => managed_policy_arn.endsWith('/AdministratorAccess'))
    .map(({ permission_set_arn }) => /access_(.+)\.arn/.exec(permission_set_arn)?.[1] as string);

describe('assignments', () => {
  it('are those of the configuration, each once', () => {
    const wanted = exampleInput().access.assignments.flatMap(({ group, permissionSet, accounts }) =>
      accounts.map((name) => `${group} ${permissionSet} ${name}`),
    );
    expect(assigned(example).sort()).toEqual(wanted.sort());
    expect(wanted).toContain('developers DeveloperOperator test');
  });

  it('are for groups, never for single people', () => {
    const kinds = found(example, 'aws_ssoadmin_account_assignment').map(({ principal_type, target_type }) => `${principal_type} ${target_type}`);
    expect(new Set(kinds)).toEqual(new Set(['GROUP AWS_ACCOUNT']));
  });

  it('give nobody AdministratorAccess in production or the log archive, and in management one set alone', () => {
    const where = assigned(example).flatMap((line) => {
      const [, set = '', account] = line.split(' ');
      return administrators(example).includes(set) ? [`${set} ${account}`] : [];
    });
    expect(where.filter((line) => !line.endsWith(' management')).sort()).toEqual(['PlatformAdmin dev', 'PlatformAdmin security', 'PlatformAdmin test']);
    expect(where.filter((line) => line.endsWith(' management'))).toEqual(
      administrators(example).includes('OrganizationAdmin') ? ['OrganizationAdmin management'] : [],
    );
  });

  it('follow an acknowledgement', () => {
    const input = exampleInput();
    input.access.assignments.push({ group: 'platform-admins', permissionSet: 'PlatformAdmin', accounts: ['prod', 'log-archive'] });
    input.access.acknowledgeAdministratorIn = ['prod', 'log-archive'];
    expect(assigned(synth(input))).toEqual(expect.arrayContaining(['platform-admins PlatformAdmin prod', 'platform-admins PlatformAdmin log-archive']));
  });

  it.each(['suspended', 'retired'] as const)('end in an account that is %s; onboarding ones have them', (status) => {
    const input = exampleInput();
    Object.assign(input.environments.test ?? {}, { status });
    Object.assign(input.environments.dev ?? {}, { status: 'onboarding' });
    const lines = assigned(synth(input));
    expect(lines.filter((line) => line.endsWith(' test'))).toEqual([]);
    expect(lines.filter((line) => line.endsWith(' dev')).length).toBeGreaterThan(0);
  });

  it('wait for every policy of their set, and AdministratorAccess for the denials', () => {
    for (const { address, permission_set_arn, depends_on = [] } of found(example, 'aws_ssoadmin_account_assignment')) {
      const policies = ['aws_ssoadmin_managed_policy_attachment', 'aws_ssoadmin_permission_set_inline_policy'].flatMap((type) =>
        found(example, type)
          .filter((policy) => policy.permission_set_arn === permission_set_arn)
          .map((policy) => `${type}.${policy.address}`),
      );
      expect([address, [...depends_on].sort()]).toEqual([address, policies.sort()]);
    }
    const administrator = found(example, 'aws_ssoadmin_managed_policy_attachment').find(
      ({ address }) => address === 'access_PlatformAdmin-AdministratorAccess',
    );
    expect(administrator?.depends_on).toEqual(['aws_ssoadmin_permission_set_inline_policy.access_PlatformAdmin-inline']);
  });
});

describe('permission sets', () => {
  const sets = found(example, 'aws_ssoadmin_permission_set');

  it('are all made, at stable addresses, with what a person reads when choosing', () => {
    expect(sets.map(({ address }) => address).sort()).toEqual(PERMISSION_SETS.map((name) => `access_${name}`).sort());
    for (const { name, description, relay_state, tags } of sets) {
      expect(description.length).toBeGreaterThan(20);
      // Identity Center: the name of a set has at most 32 characters, a relay state 240.
      expect(name.length).toBeLessThanOrEqual(32);
      expect(relay_state).toMatch(/^https:\/\/(eu-west-1|us-east-1)\.console\.aws\.amazon\.com\/[a-z0-9/]+\?region=\1$/);
      expect(['administrator', 'worker', 'reader']).toContain(tags.Risk);
    }
  });

  it('last an hour for administrators, four for workers, eight for readers', () => {
    expect(Object.fromEntries(sets.map(({ name, session_duration }) => [name, session_duration]))).toEqual({
      PlatformAdmin: 'PT1H',
      OrganizationAdmin: 'PT1H',
      SecurityAdmin: 'PT1H',
      NetworkAdmin: 'PT1H',
      KeyAdmin: 'PT1H',
      Developer: 'PT4H',
      DeveloperOperator: 'PT4H',
      Billing: 'PT4H',
      DeveloperReadOnly: 'PT8H',
      SecurityAuditor: 'PT8H',
      OrganizationAuditor: 'PT8H',
    });
    expect(administrators(example).every((name) => sets.find((set) => set.name === name)?.session_duration === 'PT1H')).toBe(true);
  });

  it('take their own limits: hours, regions and services of one set, not of the others', () => {
    const input = exampleInput();
    input.access.permissionSets = { Developer: { sessionHours: 2, regions: ['eu-central-1'], services: ['s3', 'lambda'] } };
    const narrow = synth(input);
    const policies = (synthesis: ReturnType<typeof synth>) =>
      Object.fromEntries(found(synthesis, 'aws_ssoadmin_permission_set_inline_policy').map(({ address, inline_policy }) => [address, inline_policy as string]));
    const { 'access_Developer-inline': developer = '', ...others } = policies(narrow);
    expect(developer).toContain('"eu-central-1"');
    expect(developer).not.toContain('eu-west-1');
    expect(developer).toContain('lambda:');
    const { 'access_Developer-inline': before, ...unchanged } = policies(example);
    expect(developer).not.toBe(before);
    expect(others).toEqual(unchanged);
    const set = found(narrow, 'aws_ssoadmin_permission_set').find(({ name }) => name === 'Developer');
    expect([set?.session_duration, set?.relay_state]).toEqual(['PT2H', 'https://eu-central-1.console.aws.amazon.com/console/home?region=eu-central-1']);
  });
});

describe('attributes for access control', () => {
  const attributes = (synthesis: ReturnType<typeof synth>) =>
    found(synthesis, 'aws_ssoadmin_instance_access_control_attributes').map(({ attribute }) => attribute);

  it('are tags of the session, escaped from Terraform', () => {
    expect(attributes(example)).toEqual([
      [
        { key: 'Team', value: [{ source: ['$${path:enterprise.department}'] }] },
        { key: 'CostCenter', value: [{ source: ['$${path:enterprise.costCenter}'] }] },
      ],
    ]);
  });

  it('are replaced by those of the configuration, and off when it names none', () => {
    const input = exampleInput();
    input.access.attributes = { Department: '${dir:department}' };
    expect(attributes(synth(input))).toEqual([[{ key: 'Department', value: [{ source: ['$${dir:department}'] }] }]]);
    input.access.attributes = {};
    expect(attributes(synth(input))).toEqual([]);
  });
});

describe('groups of an identity provider', () => {
  const names = Object.keys(exampleInput().access.groups.names);
  const scim = (retired: string[] = []) => {
    const input = exampleInput();
    input.access.groups = { ...input.access.groups, source: 'scim', retired };
    return synth(input);
  };
  const org = (synthesis: ReturnType<typeof synth>) => synthesis.documents.get('org-access');

  it('are looked up by name in the region of Identity Center, never made', () => {
    const synthesis = scim(names);
    expect(found(synthesis, 'aws_identitystore_group')).toEqual([]);
    expect(org(synthesis).data.aws_identitystore_group['access_scim-group-developers']).toMatchObject({
      region: 'eu-west-1',
      identity_store_id: 'd-1234567890',
      alternate_identifier: { unique_attribute: { attribute_path: 'DisplayName', attribute_value: 'developers' } },
    });
    expect(Object.keys(org(synthesis).data.aws_identitystore_group).sort()).toEqual(names.map((name) => `access_scim-group-${name}`).sort());
    expect(assigned(synthesis).sort()).toEqual(assigned(example).sort());
  });

  it('that were made here before leave the state undestroyed; forgetting to say so is refused', () => {
    const forgotten = scim();
    const losses = lossesBetween(example.inventory, forgotten.inventory, forgotten.documents, []);
    expect(losses).toHaveLength(names.length);
    expect(lossMessage(losses)).toContain(
      'org-access/aws_identitystore_group.access_group-developers: left the configuration; add the group to access.groups.retired (docs/runbooks/scim-groups.md), or pass --accept-loss',
    );
    const retired = scim(names);
    expect(lossesBetween(example.inventory, retired.inventory, retired.documents, [])).toEqual([]);
    expect(org(retired).removed).toEqual(names.map((name) => ({ from: `aws_identitystore_group.access_group-${name}`, lifecycle: { destroy: false } })));
  });

  it('leave no trace of groups where none were made here', () => {
    expect(org(scim()).removed).toBeUndefined();
  });

  it('may have names that are no Terraform identifiers', () => {
    const input = exampleInput();
    input.access.groups = { source: 'scim', names: { 'AWS Developers (Dublin)/EU': 'Build' } };
    input.access.assignments = [{ group: 'AWS Developers (Dublin)/EU', permissionSet: 'Developer', accounts: ['dev'] }];
    const document = org(synth(input));
    expect(document.data.aws_identitystore_group['access_scim-group-AWS-Developers--Dublin--EU'].alternate_identifier.unique_attribute.attribute_value).toBe(
      'AWS Developers (Dublin)/EU',
    );
    expect(document.resource.aws_ssoadmin_account_assignment['access_AWS-Developers--Dublin--EU-Developer-dev'].principal_id).toBe(
      '${data.aws_identitystore_group.access_scim-group-AWS-Developers--Dublin--EU.group_id}',
    );
  });
});

it('a group made here that is no longer wanted leaves the state by access.groups.retired', () => {
  const input = exampleInput();
  input.access.groups.names = { ...input.access.groups.names, visitors: 'Look around' };
  const before = synth(input);
  input.access.groups = { names: exampleInput().access.groups.names, retired: ['visitors'] };
  const after = synth(input);
  expect(after.documents.get('org-access').removed).toEqual([{ from: 'aws_identitystore_group.access_group-visitors', lifecycle: { destroy: false } }]);
  expect(after.inventory['org-access']?.['aws_identitystore_group.access_group-visitors']).toBe('removed');
  expect(lossesBetween(before.inventory, after.inventory, after.documents, [])).toEqual([]);
  expect(found(after, 'aws_identitystore_group')).toHaveLength(7);
});

it('what Identity Center had before is imported, in its region', () => {
  const input = brownfield();
  input.regions.identityCenter = 'eu-central-1';
  const imports = synth(input).documents.get('org-access').import;
  expect(imports.map(({ to, id }: { to: string; id: string }) => `${to} ${id}`).sort()).toEqual([
    'aws_identitystore_group.access_group-developers d-1234567890/93a4b8c2-1234-4abc-8def-0123456789ab@eu-central-1',
    'aws_ssoadmin_instance_access_control_attributes.access_attributes arn:aws:sso:::instance/ssoins-1234567890abcdef@eu-central-1',
    'aws_ssoadmin_permission_set.access_Billing arn:aws:sso:::permissionSet/ssoins-1234567890abcdef/ps-abcdef1234567890,arn:aws:sso:::instance/ssoins-1234567890abcdef@eu-central-1',
  ]);
});
