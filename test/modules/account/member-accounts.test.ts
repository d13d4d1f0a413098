import brownfield from '../../fixtures/brownfield';
import everythingOn from '../../fixtures/everything-on';
import { exampleInput } from '../../fixtures/example';
import { resources, synth } from '../../support/synth';

const example = synth(exampleInput());
const accounts = resources(example, 'aws_organizations_account');

describe('accounts', () => {
  it('are never closed by a plan, and never replaced for what AWS cannot read back', () => {
    expect(accounts).toHaveLength(5);
    for (const { name, attributes } of accounts) {
      expect([name, attributes.close_on_deletion]).toEqual([name, false]);
      expect(attributes.lifecycle).toEqual({ ignore_changes: ['role_name', 'iam_user_access_to_billing', 'create_govcloud'], prevent_destroy: true });
    }
  });

  it('are imported where they exist, and made where they do not', () => {
    const imports = (input: ReturnType<typeof exampleInput>) =>
      (synth(input).documents.get('org').import as { to: string; id: string }[]).filter(({ to }) => to.startsWith('aws_organizations_account.'));
    expect(imports(exampleInput())).toEqual([]);
    expect(imports(brownfield())).toEqual([{ to: 'aws_organizations_account.account_prod', id: '444444444444' }]);
  });
});

it('the units are those of the requirement, security and infrastructure apart from workloads, one unit for each environment', () => {
  const units = resources(example, 'aws_organizations_organizational_unit');
  const parent = (id: string) => /unit_([\w-]+)\.id/.exec(id)?.[1] ?? 'root';
  expect(units.map(({ name, attributes }) => `${parent(attributes.parent_id)} > ${name.replace('unit_', '')}`).sort()).toEqual([
    'root > infrastructure',
    'root > onboarding',
    'root > policy-staging',
    'root > sandbox',
    'root > security',
    'root > suspended',
    'root > workloads',
    'workloads > workloads-dev',
    'workloads > workloads-prod',
    'workloads > workloads-test',
  ]);
});

it('every account, the management account too, has somebody to write to for bills, operations and security', () => {
  const contacts = resources(example, 'aws_account_alternate_contact');
  const who = (id?: string) => (id ? /account_([\w-]+)\.id/.exec(id)?.[1] : 'management');
  expect(contacts.map(({ attributes }) => `${who(attributes.account_id)} ${attributes.alternate_contact_type}`).sort()).toEqual(
    ['management', 'log-archive', 'security', 'prod', 'dev', 'test']
      .flatMap((name) => ['BILLING', 'OPERATIONS', 'SECURITY'].map((topic) => `${name} ${topic}`))
      .sort(),
  );
  const { security } = exampleInput().organization.contacts;
  for (const { stack, attributes } of contacts.filter((contact) => contact.attributes.alternate_contact_type === 'SECURITY'))
    expect([stack, attributes.email_address, attributes.phone_number]).toEqual(['org', security.email, security.phone]);
});

it('every account opts in to the regions that need it, before anything is delegated there', () => {
  const everything = synth(everythingOn());
  const optIns = resources(everything, 'aws_account_region');
  expect(optIns.map(({ name, attributes }) => [name, attributes.region_name, attributes.enabled])).toEqual(
    ['dev', 'log-archive', 'management', 'prod', 'security', 'test'].map((account) => [`account_${account}-eu-south-1`, 'eu-south-1', true]),
  );
  for (const { attributes } of resources(everything, 'aws_guardduty_organization_admin_account').filter((found) => found.attributes.region === 'eu-south-1'))
    expect(attributes.depends_on).toEqual(expect.arrayContaining(optIns.map(({ type, name }) => `${type}.${name}`)));
});
