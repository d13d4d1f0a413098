import { readFileSync } from 'node:fs';
import { loadBlueprint } from '../../../config/load';
import { matchesMetricFilter } from '../../../tools/detections/metric-filter';
import everythingOn from '../../fixtures/everything-on';
import { exampleIds, exampleInput } from '../../fixtures/example';
import { resources, synth } from '../../support/synth';

const example = synth(exampleInput());
const [filter] = resources(example, 'aws_cloudwatch_log_metric_filter').filter(({ attributes }) => attributes.name === 'default-network');
const call = (eventSource: string, eventName: string, more: object = {}) => ({
  eventSource: `${eventSource}.amazonaws.com`,
  eventName,
  awsRegion: 'eu-west-1',
  userIdentity: { type: 'AssumedRole', arn: 'arn:aws:sts::444444444444:assumed-role/some/body' },
  ...more,
});

it.each<[string, unknown, boolean]>([
  ['a default VPC is made', call('ec2', 'CreateDefaultVpc', { responseElements: { vpc: { vpcId: 'vpc-1', isDefault: true } } }), true],
  ['a default subnet is made', call('ec2', 'CreateDefaultSubnet'), true],
  ['a region is switched on, with its default VPC', call('account', 'EnableRegion', { requestParameters: { regionName: 'eu-south-1' } }), true],
  ['the guardrail stopped it', call('ec2', 'CreateDefaultVpc', { errorCode: 'Client.UnauthorizedOperation' }), false],
  ['the stack makes its own VPC', call('ec2', 'CreateVpc'), false],
  ['a default VPC is removed', call('ec2', 'DeleteVpc'), false],
  ['a region is switched off', call('account', 'DisableRegion'), false],
])('%s: alarm %#', (_what, event, expected) => {
  expect(matchesMetricFilter(filter?.attributes.pattern, event)).toBe(expected);
});

it.each([
  ['example', example, exampleInput()],
  ['everything on', synth(everythingOn()), everythingOn()],
])('%s: AWS Config looks for default VPCs in every enabled region of every account, once it records', (_name, synthesis, input) => {
  const { blueprint } = loadBlueprint(input, exampleIds());
  const rules = resources(synthesis, 'aws_config_config_rule').filter(({ attributes }) => attributes.name === 'platform-no-default-vpc');
  const stacks = ['log-archive', 'org-management', 'security', ...blueprint.environments.map(({ name }) => name)];
  const places = stacks.flatMap((stack) => blueprint.regions.enabled.map((region) => `${stack} ${region}`));
  expect(rules.map(({ stack, attributes }) => `${stack} ${attributes.region}`).sort()).toEqual(places.sort());
  for (const { attributes } of rules) {
    expect(attributes.depends_on).toEqual([`aws_config_configuration_recorder_status.baseline_${attributes.region}_config_status`]);
    expect(attributes.scope).toEqual({ compliance_resource_types: ['AWS::EC2::VPC'] });
    const { owner, custom_policy_details, source_detail } = attributes.source;
    expect([owner, custom_policy_details.policy_runtime, source_detail]).toEqual([
      'CUSTOM_POLICY',
      'guard-2.x.x',
      [{ message_type: 'ConfigurationItemChangeNotification' }],
    ]);
    // .ci/prove/config-rules.sh evaluates the same text with Guard itself.
    expect(custom_policy_details.policy_text).toBe(readFileSync('rules/config/no-default-vpc.guard', 'utf8'));
    expect(custom_policy_details.policy_text.length).toBeLessThan(10_000);
  }
});
