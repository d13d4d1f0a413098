import { DISABLED_CONTROLS, DISABLED_IN_ECONOMY } from '../../../modules/detection/security-hub-policies';
import everythingOn from '../../fixtures/everything-on';
import { exampleIds, exampleInput } from '../../fixtures/example';
import servicesAlreadyOn, { ALREADY_ON } from '../../fixtures/services-already-on';
import { resources, synth } from '../../support/synth';

const REGIONS = ['eu-central-1', 'eu-south-1', 'eu-west-1', 'us-east-1'];
const { accounts, organizationalUnits, organization } = exampleIds();
const SECURITY = accounts.security as string;
const everything = synth(everythingOn(exampleIds()));
const below = synth(exampleInput());
const of = (type: string, stack = 'security', synthesis = everything) => resources(synthesis, type).filter((one) => one.stack === stack);
const regionsOf = (type: string, stack = 'security') =>
  of(type, stack)
    .map(({ attributes }) => attributes.region)
    .sort();
const imports = (synthesis: typeof everything, stack: string): Map<string, string> =>
  new Map((synthesis.documents.get(stack).import ?? []).map(({ to, id }: { to: string; id: string }) => [to, id]));

it('none of it below the step, and no detector, hub or graph in the state of an environment or of the log archive', () => {
  const SERVICES = /^aws_(guardduty|securityhub|inspector2|detective)_/;
  expect(resources(below).filter(({ type }) => SERVICES.test(type))).toEqual([]);
  expect([...new Set(resources(everything).flatMap(({ stack, type }) => (SERVICES.test(type) ? [stack] : [])))].sort()).toEqual([
    'org',
    'org-management',
    'security',
  ]);
});

describe('GuardDuty', () => {
  it('adopts the detector that the delegation made, in every region', () => {
    expect(regionsOf('aws_guardduty_detector')).toEqual(REGIONS);
    for (const region of REGIONS)
      expect(imports(everything, 'security').get(`aws_guardduty_detector.guardduty_detector-${region}`)).toBe(
        `\${data.aws_guardduty_detector.guardduty_found-${region}.id}@${region}`,
      );
  });

  it('watches all accounts, also those that come later, with every plan that the provider knows', () => {
    for (const { attributes } of of('aws_guardduty_organization_configuration')) expect(attributes.auto_enable_organization_members).toBe('ALL');
    expect(regionsOf('aws_guardduty_organization_configuration')).toEqual(REGIONS);
    const plans = ['EBS_MALWARE_PROTECTION', 'EKS_AUDIT_LOGS', 'LAMBDA_NETWORK_LOGS', 'RDS_LOGIN_EVENTS', 'RUNTIME_MONITORING', 'S3_DATA_EVENTS'];
    for (const [type, setting] of [
      ['aws_guardduty_organization_configuration_feature', 'auto_enable'],
      ['aws_guardduty_detector_feature', 'status'],
    ] as const)
      for (const region of REGIONS) {
        const here = of(type).filter(({ attributes }) => attributes.region === region);
        expect([type, here.map(({ attributes }) => attributes.name).sort()]).toEqual([type, plans]);
        for (const { attributes } of here) expect(attributes[setting]).toBe(setting === 'status' ? 'ENABLED' : 'ALL');
        const agents = here.find(({ attributes }) => attributes.name === 'RUNTIME_MONITORING')?.attributes.additional_configuration;
        expect(agents.map(({ name }: { name: string }) => name)).toEqual(['EKS_ADDON_MANAGEMENT', 'ECS_FARGATE_AGENT_MANAGEMENT', 'EC2_AGENT_MANAGEMENT']);
      }
  });

  it('tells of changed findings as often as it can', () => {
    for (const { attributes } of of('aws_guardduty_detector'))
      expect(attributes).toMatchObject({ enable: true, finding_publishing_frequency: 'FIFTEEN_MINUTES' });
  });
});

it('the management account, which no guardrail binds, has GuardDuty and Security Hub on in every region', () => {
  expect(regionsOf('aws_guardduty_detector', 'org-management')).toEqual(REGIONS);
  expect(regionsOf('aws_securityhub_account', 'org-management')).toEqual(REGIONS);
});

describe('Security Hub', () => {
  const policies = Object.fromEntries(of('aws_securityhub_configuration_policy').map(({ name, attributes }) => [name, attributes]));

  it('adopts the hubs, aggregates every other region to the home region, and configures centrally from there', () => {
    for (const region of REGIONS)
      expect(imports(everything, 'security').get(`aws_securityhub_account.security-hub_hub-${region}`)).toBe(`${SECURITY}@${region}`);
    expect(of('aws_securityhub_finding_aggregator').map(({ attributes }) => attributes)).toEqual([
      expect.objectContaining({ region: 'eu-west-1', linking_mode: 'SPECIFIED_REGIONS', specified_regions: ['eu-central-1', 'eu-south-1', 'us-east-1'] }),
    ]);
    expect(of('aws_securityhub_organization_configuration').map(({ attributes }) => attributes)).toEqual([
      expect.objectContaining({
        region: 'eu-west-1',
        auto_enable: false,
        auto_enable_standards: 'NONE',
        organization_configuration: { configuration_type: 'CENTRAL' },
        depends_on: ['aws_securityhub_finding_aggregator.security-hub_aggregator'],
      }),
    ]);
  });

  it('without a second region it links none', () => {
    const input = exampleInput();
    Object.assign(input, { detection: 'correlated', regions: { home: 'us-east-1' } });
    const [aggregator] = of('aws_securityhub_finding_aggregator', 'security', synth(input));
    expect([aggregator?.attributes.linking_mode, aggregator?.attributes.specified_regions]).toEqual(['NO_REGIONS', undefined]);
  });

  it('checks every account from the root on, and economy environments without what costs twice', () => {
    const associations = of('aws_securityhub_configuration_policy_association').map(({ attributes }) => [attributes.target_id, attributes.policy_id]);
    const economy = '${aws_securityhub_configuration_policy.security-hub_standards_economy.id}';
    expect(associations).toEqual(
      expect.arrayContaining([
        [organization.rootId, '${aws_securityhub_configuration_policy.security-hub_standards_foundation.id}'],
        [organizationalUnits['workloads/dev'], economy],
        [organizationalUnits['workloads/test'], economy],
      ]),
    );
    expect(associations).toHaveLength(3);
    for (const { configuration_policy } of Object.values(policies)) {
      expect(configuration_policy.service_enabled).toBe(true);
      expect(configuration_policy.enabled_standard_arns).toEqual([
        'arn:aws:securityhub:eu-west-1::standards/aws-foundational-security-best-practices/v/1.0.0',
        'arn:aws:securityhub:eu-west-1::standards/cis-aws-foundations-benchmark/v/5.0.0',
      ]);
    }
  });

  it('leaves off exactly the controls that have a reason, those of the configuration among them', () => {
    const disabled = (name: string) =>
      policies[`security-hub_standards_${name}`]?.configuration_policy.security_controls_configuration.disabled_control_identifiers;
    const foundation = [...DISABLED_CONTROLS.map(({ control }) => control), 'EC2.53'].sort();
    expect(disabled('foundation')).toEqual(foundation);
    expect(disabled('economy')).toEqual([...foundation, ...DISABLED_IN_ECONOMY.map(({ control }) => control)].sort());
    for (const { control, reason } of [...DISABLED_CONTROLS, ...DISABLED_IN_ECONOMY]) {
      expect(control).toMatch(/^[A-Za-z0-9]+\.\d{1,3}$/);
      expect(reason.length).toBeGreaterThan(20);
    }
  });

  it('hides no finding by a rule but of checks that pass', () => {
    const rules = of('aws_securityhub_automation_rule').map(({ attributes }) => attributes);
    expect(rules.map(({ rule_order }) => rule_order).sort()).toEqual(rules.map((_rule, index) => index + 1));
    for (const { rule_name, criteria, actions } of rules) {
      const [
        {
          finding_fields_update: [update],
        },
      ] = actions;
      const quiet = (update.workflow ?? []).length > 0 || ['LOW', 'INFORMATIONAL'].includes(update.severity?.[0]?.label);
      if (quiet) expect([rule_name, criteria[0].compliance_status]).toEqual([rule_name, [{ comparison: 'EQUALS', value: 'PASSED' }]]);
      expect(update.note[0].text.length).toBeGreaterThan(5);
    }
  });

  it('takes findings of third parties in every region, and asks what they found', () => {
    expect(
      of('aws_securityhub_product_subscription')
        .map(({ attributes }) => attributes.product_arn)
        .sort(),
    ).toEqual(REGIONS.map((region) => `arn:aws:securityhub:${region}:517716713836:product/crowdstrike/crowdstrike-falcon`));
    expect(of('aws_securityhub_insight').map(({ attributes }) => attributes.group_by_attribute)).toContain('ProductName');
  });
});

it('Inspector scans the accounts that there are, and those that come', () => {
  for (const region of REGIONS) {
    const here = (type: string) => of(type).filter(({ attributes }) => attributes.region === region);
    const code = region !== 'eu-south-1'; // where AWS does not offer it
    expect(here('aws_inspector2_organization_configuration')[0]?.attributes.auto_enable).toEqual({ ec2: true, ecr: true, lambda: true, lambda_code: code });
    for (const { attributes } of here('aws_inspector2_enabler'))
      expect(attributes.resource_types).toEqual(['EC2', 'ECR', 'LAMBDA', ...(code ? ['LAMBDA_CODE'] : [])]);
    const scanned = here('aws_inspector2_enabler').flatMap(({ attributes }) => attributes.account_ids);
    expect(scanned.sort()).toEqual([organization.managementAccountId, ...Object.values(accounts)].sort());
    const members = here('aws_inspector2_member_association').map(({ attributes }) => attributes.account_id);
    expect(members.sort()).toEqual(scanned.filter((id) => id !== SECURITY));
  }
});

it('whoever does not want it leaves the code of functions unread', () => {
  const input = everythingOn();
  input.securityServices = { ...input.securityServices, functionCodeScanning: false };
  const without = synth(input);
  for (const { attributes } of resources(without, 'aws_inspector2_organization_configuration')) expect(attributes.auto_enable.lambda_code).toBe(false);
  for (const { attributes } of resources(without, 'aws_inspector2_enabler')) expect(attributes.resource_types).toEqual(['EC2', 'ECR', 'LAMBDA']);
});

it('Detective takes in all accounts where its graph is known', () => {
  const graph = `arn:aws:detective:eu-west-1:${SECURITY}:graph:0123456789abcdef0123456789abcdef`;
  expect(imports(everything, 'security').get('aws_detective_graph.detective_graph-eu-west-1')).toBe(`${graph}@eu-west-1`);
  expect(of('aws_detective_organization_configuration').map(({ attributes }) => [attributes.region, attributes.auto_enable])).toEqual([['eu-west-1', true]]);
});

describe('what a service calls automatic is for accounts that join later: it is told of those that there are', () => {
  // Organization configuration of a service -> what it is told of one account with, and where that says which.
  const MEMBERS = {
    aws_macie2_organization_configuration: ['aws_macie2_member', 'account_id'],
    aws_detective_organization_configuration: ['aws_detective_member', 'account_id'],
    aws_inspector2_organization_configuration: ['aws_inspector2_member_association', 'account_id'],
  } as const;
  // GuardDuty's ALL and Security Hub's policies reach accounts that there are; the others have no more than "new".
  const REACH_ALL = ['aws_guardduty_organization_configuration', 'aws_securityhub_organization_configuration'];

  it('every service is judged', () => {
    const types = new Set(resources(everything).flatMap(({ type }) => (type.endsWith('_organization_configuration') ? [type] : [])));
    expect([...types].sort()).toEqual([...Object.keys(MEMBERS), ...REACH_ALL].sort());
  });

  it.each(Object.entries(MEMBERS))('%s', (type, [member, id]) => {
    const regions = regionsOf(type);
    expect(regions.length).toBeGreaterThan(0);
    for (const region of regions) {
      const told = of(member).filter(({ attributes }) => attributes.region === region);
      expect(told.map(({ attributes }) => attributes[id]).sort()).toEqual(
        [organization.managementAccountId, ...Object.values(accounts).filter((account) => account !== SECURITY)].sort(),
      );
    }
    expect(of(member)).toHaveLength(regions.length * Object.keys(accounts).length);
  });

  it('no member is replaced because AWS keeps its address to itself', () => {
    for (const { attributes } of of('aws_macie2_member')) expect(attributes.lifecycle.ignore_changes).toContain('email');
    for (const { attributes } of of('aws_detective_member')) expect(attributes.lifecycle.ignore_changes).toContain('email_address');
  });

  it('an account that is suspended is no member any more', () => {
    const input = everythingOn(exampleIds());
    const { dev } = input.environments;
    if (!dev) throw new Error('the example has no environment dev');
    dev.status = 'suspended';
    const without = synth(input);
    for (const [member, id] of Object.values(MEMBERS))
      expect([member, of(member, 'security', without).filter(({ attributes }) => attributes[id] === accounts.dev)]).toEqual([member, []]);
  });
});

describe('services that were on before', () => {
  const already = synth(servicesAlreadyOn());

  it('delegations are imported where they are, made elsewhere', () => {
    const blocks = imports(already, 'org');
    for (const region of ['eu-west-1', 'us-east-1'])
      for (const service of ['guardduty', 'securityhub'])
        expect(blocks.get(`aws_${service}_organization_admin_account.delegation_${service}-${region}`)).toBe(`${SECURITY}@${region}`);
    expect(blocks.get('aws_inspector2_delegated_admin_account.delegation_inspector-eu-west-1')).toBe(`${SECURITY}@eu-west-1`);
    expect([...blocks.keys()].filter((to) => /macie|detective|inspector-us-east-1|eu-central-1/.test(to))).toEqual([]);
  });

  it("the management account's detector and hub, and the aggregator", () => {
    const management = imports(already, 'org-management');
    expect(management.get('aws_guardduty_detector.detection_guardduty-eu-west-1')).toBe(`${ALREADY_ON.detector}@eu-west-1`);
    expect(management.get('aws_securityhub_account.detection_securityhub-eu-west-1')).toBe(`${organization.managementAccountId}@eu-west-1`);
    expect([...management.keys()].filter((to) => to.endsWith('us-east-1'))).toEqual([]);
    expect(imports(already, 'security').get('aws_securityhub_finding_aggregator.security-hub_aggregator')).toBe(ALREADY_ON.aggregator(SECURITY));
  });
});
