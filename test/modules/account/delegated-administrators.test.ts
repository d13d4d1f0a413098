import type { TerraformJson } from '../../../tools/synthesis/synthesize';
import everythingOn from '../../fixtures/everything-on';
import { exampleIds, exampleInput } from '../../fixtures/example';
import { resources, synth } from '../../support/synth';

const LOG_ARCHIVE = '${aws_organizations_account.account_log-archive.id}';
const SECURITY = '${aws_organizations_account.account_security.id}';
const example = synth(exampleInput());
const everything = synth(everythingOn());
const org = (synthesis: typeof example): TerraformJson => synthesis.documents.get('org').resource;
const DELEGATIONS =
  /^aws_(organizations_delegated_administrator|\w+_organization_admin_account|inspector2_delegated_admin_account|fms_admin_account|cloudtrail_organization_delegated_admin_account)$/;

describe.each(Object.entries({ example, everything }))('delegated administrators of %s', (_name, synthesis) => {
  const delegations = resources(synthesis).filter(({ type }) => DELEGATIONS.test(type));

  it('are the security account, and the archive for copies of log groups, registered in org, after trusted access', () => {
    expect(delegations.length).toBeGreaterThan(6);
    for (const { stack, name, attributes } of delegations) {
      expect([name, stack, attributes.account_id ?? attributes.admin_account_id]).toEqual([
        name,
        'org',
        attributes.service_principal === 'observabilityadmin.amazonaws.com' ? LOG_ARCHIVE : SECURITY,
      ]);
      expect([name, attributes.depends_on]).toEqual([name, expect.arrayContaining(['aws_organizations_organization.organization_organization'])]);
    }
  });

  it('need trusted access, and the organization grants it', () => {
    const trusted = org(synthesis).aws_organizations_organization.organization_organization.aws_service_access_principals;
    for (const { attributes } of resources(synthesis, 'aws_organizations_delegated_administrator')) expect(trusted).toContain(attributes.service_principal);
  });

  it('never include what could blind or outgrow us: the organization trail and Identity Center stay with the management account', () => {
    expect(resources(synthesis, 'aws_cloudtrail_organization_delegated_admin_account')).toEqual([]);
    expect(delegations.map(({ attributes }) => attributes.service_principal)).not.toContain('sso.amazonaws.com');
    expect(delegations.map(({ attributes }) => attributes.service_principal)).not.toContain('cloudtrail.amazonaws.com');
  });
});

it('from step correlated on, every service of detection is administered from security in every region', () => {
  const regional = (type: string, synthesis: typeof example) =>
    resources(synthesis, type)
      .map(({ attributes }) => attributes.region)
      .sort();
  for (const type of [
    'aws_guardduty_organization_admin_account',
    'aws_securityhub_organization_admin_account',
    'aws_macie2_organization_admin_account',
    'aws_detective_organization_admin_account',
    'aws_inspector2_delegated_admin_account',
  ]) {
    expect(regional(type, example)).toEqual([]); // delegation switches the service on in the administrator's account, and costs
    expect(regional(type, everything)).toEqual(['eu-central-1', 'eu-south-1', 'eu-west-1', 'us-east-1']);
  }
});

describe("the organization's resource policy", () => {
  const [found] = resources(example, 'aws_organizations_resource_policy');
  const policy = JSON.parse(found?.attributes.content);

  it('lets the security account read, and change nothing', () => {
    const actions: string[] = policy.Statement.flatMap(({ Action }: { Action: string[] }) => Action);
    expect(actions.length).toBeGreaterThan(10);
    for (const action of actions) expect(action).toMatch(/^organizations:(Describe|List)[A-Za-z]+$/);
    expect(policy.Statement.map(({ Effect }: { Effect: string }) => Effect)).toEqual(['Allow', 'Allow']);
  });

  it('names the account that it makes itself, and only those roles there that look into things', () => {
    for (const { Principal, Condition } of policy.Statement) {
      expect(Principal).toEqual({ AWS: `arn:aws:iam::${SECURITY}:root` });
      const roles: string[] = Condition.ArnLike['aws:PrincipalArn'];
      expect(roles.length).toBeGreaterThan(4);
      for (const role of roles) expect(role).toMatch(/^arn:aws:iam::\$\{aws_organizations_account\.account_security\.id\}:role\/(platform|aws-reserved)\//);
      expect(roles.join()).not.toContain('Developer');
    }
  });

  it('imports the one that was there, instead of overwriting it', () => {
    expect(JSON.stringify(example.documents.get('org').import)).not.toContain('resource-policy');
    const input = exampleInput();
    input.organization.existing = { resourcePolicyId: 'rp-abcd1234' };
    expect(synth(input).documents.get('org').import).toContainEqual({ to: 'aws_organizations_resource_policy.resource-policy_read', id: 'rp-abcd1234' });
  });

  it('needs no account id before org is applied', () => {
    expect(synth(exampleInput(), { organization: exampleIds().organization }).files.get('org')).not.toMatch(/(?<!\d)0000\d{8}(?!\d)/);
  });
});
