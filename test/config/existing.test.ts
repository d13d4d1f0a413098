import { ConfigError, line } from '../../config/config-error';
import { loadBlueprint } from '../../config/load';
import brownfield from '../fixtures/brownfield';
import { exampleIds, exampleInput } from '../fixtures/example';
import { synth } from '../support/synth';

// biome-ignore lint/suspicious/noExplicitAny: these tests break types on purpose
type Loose = any;

const MISTAKES: readonly (readonly [string, (input: Loose, ids: Loose) => void, string])[] = [
  [
    'a unit that the blueprint does not make',
    (input) => {
      input.organization.existing = { organizationalUnits: { 'workloads/old': 'ou-a1b2-11111111' } };
    },
    'organization.existing.organizationalUnits.workloads/old: must be the path of a unit that the blueprint makes (onboarding, security, infrastructure, workloads, sandbox, suspended, policy-staging, workloads/prod, workloads/dev, workloads/test), got "ou-a1b2-11111111"; remove it',
  ],
  [
    'a unit with another id than accounts.json',
    (input) => {
      input.organization.existing = { organizationalUnits: { workloads: 'ou-a1b2-99999999' } };
    },
    'organization.existing.organizationalUnits.workloads: differs from accounts.json, which has ou-a1b2-11111113, got "ou-a1b2-99999999"; remove the wrong one',
  ],
  [
    'a delegation to a security account without id',
    (input, ids) => {
      delete ids.accounts.security;
      input.organization.existing = { delegatedAdministrators: ['config.amazonaws.com'] };
    },
    'organization.existing.delegatedAdministrators: needs the id of the security account, got ["config.amazonaws.com"]; set accounts.security.importId',
  ],
  [
    'an analyzer outside the security account',
    (input) => {
      input.environments.prod.existing = { accessAnalyzers: { 'eu-west-1': { ORGANIZATION: 'old' } } };
    },
    'environments.prod.existing.accessAnalyzers.eu-west-1: is only for accounts.security, which makes the analyzers, got {"ORGANIZATION":"old"}; remove it',
  ],
  [
    'a recorder in a region that is not enabled',
    (input) => {
      input.environments.prod.existing = { configRecorders: { 'eu-north-1': { recorder: 'old' } } };
    },
    'environments.prod.existing.configRecorders.eu-north-1: must be in an enabled region (eu-west-1, eu-central-1, us-east-1), got {"recorder":"old"}; remove it, or add the region to regions.additional',
  ],
  [
    'a region with neither recorder nor channel',
    (input) => {
      input.environments.prod.existing = { configRecorders: { 'eu-west-1': {} } };
    },
    'environments.prod.existing.configRecorders.eu-west-1: must name a recorder or a channel, got {}; correct it',
  ],
  [
    'a detector outside the management account',
    (input) => {
      input.environments.prod.existing = { guardDutyDetectors: { 'eu-west-1': '0123456789abcdef0123456789abcdef' } };
    },
    'environments.prod.existing.guardDutyDetectors.eu-west-1: is only for accounts.management, which makes a detector of its own, got "0123456789abcdef0123456789abcdef"; remove it',
  ],
  [
    'a hub in a region that is not enabled',
    (input) => {
      input.accounts.management.existing = { securityHubs: ['eu-west-1', 'eu-north-1'] };
    },
    'accounts.management.existing.securityHubs.1: must be in an enabled region (eu-west-1, eu-central-1, us-east-1), got "eu-north-1"; remove it, or add the region to regions.additional',
  ],
  [
    'an aggregator outside the security account',
    (input) => {
      input.accounts.management.existing = { findingAggregator: 'arn:aws:securityhub:eu-west-1:111111111111:finding-aggregator/0a1b' };
    },
    'accounts.management.existing.findingAggregator: is only for accounts.security, which makes the aggregator, got "arn:aws:securityhub:eu-west-1:111111111111:finding-aggregator/0a1b"; remove it',
  ],
  [
    'an anomaly monitor outside the management account',
    (input) => {
      input.environments.prod.existing = { anomalyMonitor: 'arn:aws:ce::444444444444:anomalymonitor/0a1b' };
    },
    'environments.prod.existing.anomalyMonitor: is only for accounts.management, which makes the anomaly monitor, got "arn:aws:ce::444444444444:anomalymonitor/0a1b"; remove it',
  ],
  [
    'a graph that is none',
    (input) => {
      input.accounts.security.existing = { detectiveGraphs: { 'eu-west-1': 'graph' } };
    },
    'accounts.security.existing.detectiveGraphs.eu-west-1: must be the ARN of a behavior graph, got "graph"; correct it',
  ],
  [
    'administrators by region, in one that is not enabled',
    (input) => {
      input.organization.existing = { regionalAdministrators: { guardduty: ['eu-north-1'] } };
    },
    'organization.existing.regionalAdministrators.guardduty.0: must be in an enabled region (eu-west-1, eu-central-1, us-east-1), got "eu-north-1"; remove it, or add the region to regions.additional',
  ],
  [
    'administrators by region, of a security account without id',
    (input, ids) => {
      delete ids.accounts.security;
      input.organization.existing = { regionalAdministrators: { guardduty: ['eu-west-1'] } };
    },
    'organization.existing.regionalAdministrators: needs the id of the security account, got ["guardduty"]; set accounts.security.importId',
  ],
];

describe('mistakes in `existing`', () => {
  it.each(MISTAKES)('%s', (_name, change, expected) => {
    const input = exampleInput();
    const ids = exampleIds();
    change(input, ids);
    const load = () => loadBlueprint(input, ids);
    expect(load).toThrow(ConfigError);
    try {
      load();
    } catch (error) {
      expect((error as ConfigError).mistakes.map((mistake) => line(mistake).trim())).toEqual([expected]);
    }
  });

  it.each([
    [
      'delegatedAdministrators',
      ['guardduty.amazonaws.com'],
      'organization.existing.delegatedAdministrators: must be among access-analyzer, account, config, config-multiaccountsetup, health, iam, observabilityadmin, got guardduty.amazonaws.com; remove it',
    ],
  ])('%s that nothing would import are refused by synthesis', (field, value, expected) => {
    const input = exampleInput();
    input.organization.existing = { [field]: value };
    expect(() => synth(input)).toThrow(expected);
  });
});

describe('what existed before is imported', () => {
  const { documents } = synth(brownfield());
  const imports = (stack: string) => Object.fromEntries((documents.get(stack).import ?? []).map(({ to, id }: { to: string; id: string }) => [to, id]));

  it('organization: units, accounts, delegations', () => {
    expect(imports('org')).toEqual({
      'aws_organizations_organization.organization_organization': 'o-a1b2c3d4e5',
      'aws_organizations_organizational_unit.unit_workloads': 'ou-a1b2-11111113',
      'aws_organizations_organizational_unit.unit_workloads-prod': 'ou-a1b2-11111117',
      'aws_organizations_account.account_prod': '444444444444',
      'aws_organizations_delegated_administrator.delegation_config': '333333333333/config.amazonaws.com',
    });
  });

  it('security: the analyzer keeps its name, which could not change without replacing it', () => {
    expect(imports('security')).toEqual({ 'aws_accessanalyzer_analyzer.organization_external-access-eu-central-1': 'old-analyzer@eu-central-1' });
    const names = Object.values<{ analyzer_name: string }>(documents.get('security').resource.aws_accessanalyzer_analyzer).map(
      ({ analyzer_name }) => analyzer_name,
    );
    expect(names.sort()).toEqual(['old-analyzer', 'platform-external-access', 'platform-external-access', 'platform-unused-access']);
  });

  it('an account: provider, service-linked role, password policy, recorder and channel', () => {
    expect(imports('prod-state')).toEqual({
      'aws_iam_openid_connect_provider.foundation_pipeline_oidc-provider': 'arn:aws:iam::444444444444:oidc-provider/token.actions.githubusercontent.com',
    });
    expect(imports('prod')).toEqual({
      'aws_iam_account_password_policy.baseline_account_password-policy': 'iam-account-password-policy',
      'aws_iam_service_linked_role.baseline_account_config-role':
        'arn:aws:iam::444444444444:role/aws-service-role/config.amazonaws.com/AWSServiceRoleForConfig',
      'aws_config_configuration_recorder.baseline_eu-west-1_config_recorder': 'old@eu-west-1',
      'aws_config_delivery_channel.baseline_eu-west-1_config_channel': 'old@eu-west-1',
    });
  });

  it('a unit whose id `existing` tells is no placeholder', () => {
    const { blueprint } = loadBlueprint(brownfield(), { ...exampleIds(), organizationalUnits: {} });
    expect(blueprint.organizationalUnits.workloads).toBe('ou-a1b2-11111113');
    expect(blueprint.organizationalUnits.security).toMatch(/-0000/);
  });
});
