import type { BlueprintInput } from '../../../config/blueprint-schema';
import { administrator, evaluateCall, principalNamed } from '../../../tools/can/corpus';
import { exampleInput } from '../../fixtures/example';
import { centralizedOrganization } from '../../support/log-archive';
import { resources, synth } from '../../support/synth';

const RULE = 'aws_observabilityadmin_centralization_rule_for_organization';
const at = (detection: BlueprintInput['detection'], logging?: BlueprintInput['logging']) =>
  resources(synth({ ...exampleInput(), detection, ...(logging ? { logging } : {}) }), RULE);

it('starts with step centralized, once, in the archive', () => {
  expect(at('native')).toEqual([]);
  for (const step of ['centralized', 'respond'] as const)
    expect(at(step).map(({ stack, attributes }) => [stack, attributes.region])).toEqual([['log-archive', 'eu-west-1']]);
});

it('copies every log group of every enabled region but the trail, those with keys of ours among them, under a key of the archive', () => {
  const [found] = at('centralized');
  const [rule] = found?.attributes.rule ?? [];
  const [source] = rule.source;
  expect(source.regions).toEqual(['eu-west-1', 'eu-central-1', 'us-east-1']);
  expect(source.scope).toBe("OrganizationId = 'o-a1b2c3d4e5'");
  expect(source.source_logs_configuration).toEqual([
    { encrypted_log_group_strategy: 'ALLOW', log_group_selection_criteria: "LogGroupName NOT LIKE '/platform/organization-trail%'" },
  ]);
  const [destination] = rule.destination;
  expect([destination.account, destination.region]).toEqual(['222222222222', 'eu-west-1']);
  expect(destination.destination_logs_configuration[0].logs_encryption_configuration).toEqual([
    { encryption_strategy: 'CUSTOMER_MANAGED', kms_key_arn: '${aws_kms_key.central-log-groups_key.arn}', encryption_conflict_resolution_strategy: 'ALLOW' },
  ]);
});

it('leaves out what the configuration names, or nothing', () => {
  const criteria = (exceptPrefixes: string[]) =>
    at('centralized', { centralLogGroups: { exceptPrefixes } })[0]?.attributes.rule[0].source[0].source_logs_configuration[0].log_group_selection_criteria;
  expect(criteria([])).toBe('*');
  expect(criteria(['/aws/lambda/noisy', '/x'])).toBe("LogGroupName NOT LIKE '/aws/lambda/noisy%' AND LogGroupName NOT LIKE '/x%'");
});

describe('evaluated', () => {
  const { synthesized } = centralizedOrganization();
  const ARCHIVE = '222222222222';
  const KEY = `arn:aws:kms:eu-west-1:${ARCHIVE}:alias/platform/central-log-groups`;
  const encrypts = async (service: string, group: string) =>
    (
      await evaluateCall(
        synthesized,
        principalNamed(synthesized, service, 'log-archive'),
        {
          action: 'kms:GenerateDataKey',
          resources: [KEY],
          region: 'eu-west-1',
          context: { 'kms:EncryptionContext:aws:logs:arn': group, 'aws:SourceAccount': ARCHIVE, 'aws:SourceOrgID': 'o-a1b2c3d4e5' },
        },
        ['rcp', 'resource'],
      )
    ).allowed;

  it("the key opens for log groups of the archive in its region, and for nobody else's", async () => {
    expect(await encrypts('logs.eu-west-1.amazonaws.com', `arn:aws:logs:eu-west-1:${ARCHIVE}:log-group:/aws/lambda/orders`)).toBe(true);
    expect(await encrypts('logs.eu-west-1.amazonaws.com', 'arn:aws:logs:eu-west-1:444444444444:log-group:/aws/lambda/orders')).toBe(false);
    expect(await encrypts('logs.us-east-1.amazonaws.com', `arn:aws:logs:us-east-1:${ARCHIVE}:log-group:x`)).toBe(false);
  });

  it('nobody but the apply role and break-glass deletes what the archive received, or keeps it shorter; nobody ends the rule', async () => {
    const who = ['Admin', 'OrganizationAccountAccessRole', 'aws-reserved/sso.amazonaws.com/eu-west-1/AWSReservedSSO_SecurityAdmin_0123456789abcdef'];
    for (const role of who)
      for (const action of ['logs:DeleteLogGroup', 'logs:DeleteLogStream', 'logs:PutRetentionPolicy', 'logs:DisassociateKmsKey']) {
        const call = { action, resources: [`arn:aws:logs:eu-west-1:${ARCHIVE}:log-group:/aws/lambda/orders:*`], region: 'eu-west-1' };
        const principal = administrator(`arn:aws:iam::${ARCHIVE}:role/${role}`);
        expect([role, action, (await evaluateCall(synthesized, principal, call, ['scp'], true)).allowed]).toEqual([role, action, false]);
      }
    const end = { action: 'observabilityadmin:DeleteCentralizationRuleForOrganization', region: 'eu-west-1' };
    for (const account of [ARCHIVE, '333333333333', '444444444444'])
      expect((await evaluateCall(synthesized, administrator(`arn:aws:iam::${account}:role/Admin`), end, ['scp'], true)).allowed).toBe(false);
  });
});
