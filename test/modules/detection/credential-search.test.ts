import { loadBlueprint } from '../../../config/load';
import { find } from '../../../functions/credential-search/find';
import { finding } from '../../../functions/credential-search/finding';
import { FOUND, NAMESPACE } from '../../../functions/credential-search/metric-names';
import { FINDING_ALERTS } from '../../../modules/detection/finding-alert-rules';
import { AUTOMATION_RULES } from '../../../modules/detection/security-hub-automation';
import { evaluateCall, principalNamed } from '../../../tools/can/corpus';
import type { Layer } from '../../../tools/can/decide';
import { Synthesized } from '../../../tools/can/synthesized';
import { Alerting } from '../../../tools/detections/alerting';
import { matchesEventPattern } from '../../../tools/detections/event-pattern';
import { call } from '../../corpora/attack';
import { CHANGES } from '../../corpora/events/credential-search';
import { envelope } from '../../corpora/events/sample-events';
import { exampleIds, exampleInput } from '../../fixtures/example';
import { accessKeyId, card, SECRETS } from '../../functions/credential-search/samples';
import { bound, principalOf } from '../../support/organization';
import { resources, synth } from '../../support/synth';
import { placed } from '../../support/whole-organization';

const input = exampleInput();
input.detection = 'correlated';
input.credentialSearch = { personalData: ['us-social-security-number'] };
const synthesis = synth(input);
const organization = new Synthesized(loadBlueprint(input, exampleIds()).blueprint, synthesis.documents);
const of = (stack: string, type: string, name: RegExp) =>
  resources(synthesis, type)
    .filter((one) => one.stack === stack && name.test(one.name))
    .map(({ attributes }) => attributes);

describe('where it stands', () => {
  it('in every environment, from step correlated on, and nowhere below', () => {
    const stacks = (found: ReturnType<typeof synth>) =>
      resources(found, 'aws_lambda_function').flatMap(({ stack, attributes }) => (attributes.function_name === 'platform-credential-search' ? [stack] : []));
    expect(stacks(synthesis).sort()).toEqual(['dev', 'prod', 'test']);
    expect(stacks(synth({ ...exampleInput(), detection: 'centralized' }))).toEqual([]);
  });

  it('a rule hands it what the configuration says, once a day', () => {
    const [target] = of('prod', 'aws_cloudwatch_event_target', /^credential-search_daily/);
    expect(JSON.parse(target?.input)).toEqual({ regions: ['eu-west-1', 'eu-central-1', 'us-east-1'], personalData: ['us-social-security-number'] });
    expect(of('prod', 'aws_cloudwatch_event_rule', /^credential-search_daily/)).toMatchObject([{ schedule_expression: 'rate(1 day)' }]);
    // Nobody but these rules, whose ARNs name account and region.
    expect(of('prod', 'aws_lambda_permission', /^credential-search/)).toMatchObject([
      { principal: 'events.amazonaws.com', source_arn: '${aws_cloudwatch_event_rule.credential-search_changes.arn}' },
      { principal: 'events.amazonaws.com', source_arn: '${aws_cloudwatch_event_rule.credential-search_daily.arn}' },
    ]);
  });

  it('another hands it what was made or changed, at home', () => {
    const [target] = of('prod', 'aws_cloudwatch_event_target', /^credential-search_changes/);
    const { input_paths, input_template } = target?.input_transformer ?? {};
    const event = CHANGES.get('PutParameter');
    expect(input_paths).toEqual({ call: '$.detail' });
    // EventBridge puts an object in without quotes (user guide, "Input transformation").
    expect(JSON.parse(input_template.replace('<call>', JSON.stringify(event?.detail)))).toEqual({
      regions: ['eu-west-1', 'eu-central-1', 'us-east-1'],
      personalData: ['us-social-security-number'],
      call: event?.detail,
    });
  });

  it('looking is no alert: the coverage of detection does not count it', () => {
    const alerting = new Alerting(synthesis);
    for (const event of CHANGES.values()) expect(alerting.on(event).filter(({ name }) => name.startsWith('platform-credential-search'))).toEqual([]);
  });

  it('an alarm listens for silence, on the metric that the function writes', () => {
    const [silent] = of('prod', 'aws_cloudwatch_metric_alarm', /^credential-search_alarm_silent/);
    expect(silent).toMatchObject({ namespace: NAMESPACE, metric_name: FOUND, treat_missing_data: 'breaching', statistic: 'SampleCount' });
    expect(silent?.period * silent?.evaluation_periods).toBe(36 * 3600);
  });

  it('has no environment, so no setting that a key would have to open for', () => {
    expect(of('prod', 'aws_lambda_function', /^credential-search/)[0]?.environment).toBeUndefined();
  });
});

describe('what it finds reaches people', () => {
  const where = { account: '444444444444', region: 'eu-west-1' };
  const place = { type: 'AwsEc2Instance', id: 'arn:aws:ec2:eu-west-1:444444444444:instance/i-1', part: 'user data', texts: undefined };
  const found = (text: string) => find(text, ['payment-card']).map((hit) => finding(place, hit, 'instances', where, '2026-11-20T10:00:00Z'));
  const alertsOn = (one: object) =>
    Object.entries(FINDING_ALERTS)
      .filter(([, { pattern }]) => matchesEventPattern(pattern, envelope('aws.securityhub', 'Security Hub Findings - Imported', { findings: [one] })))
      .map(([name]) => name);

  it.each(SECRETS)('$kind', ({ kind, text }) => {
    const one = found(text()).find(({ ProductFields }) => ProductFields?.['Platform/Kind'] === kind);
    expect(alertsOn(one as object)).toEqual([['access-key-id', 'literal'].includes(kind) ? 'findings-medium' : 'findings-high']);
  });
  it('a payment card', () => {
    expect(alertsOn(found(card())[0] as object)).toEqual(['findings-medium']);
  });
  it('no more, when it is archived or somebody has it', () => {
    const [one] = found(accessKeyId());
    expect(alertsOn({ ...one, RecordState: 'ARCHIVED' })).toEqual([]);
    for (const Status of ['NOTIFIED', 'SUPPRESSED', 'RESOLVED']) expect(alertsOn({ ...one, Workflow: { Status } })).toEqual([]);
  });
  it('no automation rule takes it for something else', () => {
    const [one] = found(accessKeyId());
    for (const { criteria } of Object.values(AUTOMATION_RULES)) {
      const type = criteria.type?.some(({ value }) => one?.Types?.some((own) => own.startsWith(value)));
      const resource = criteria.resourceId?.some(({ value }) => place.id.includes(value));
      expect([
        type ?? false,
        resource ?? false,
        criteria.complianceStatus !== undefined || type !== undefined || resource !== undefined || 'type' in criteria || 'resourceId' in criteria,
      ]).toEqual([false, false, true]);
    }
  });
  it('has what Security Hub requires, within its lengths', () => {
    const long = { ...place, id: `arn:aws:ssm:eu-west-1:444444444444:parameter/${'x'.repeat(2000)}`, part: 'y'.repeat(900) };
    const [hit] = find(accessKeyId(), []);
    const one = finding(long, hit as never, 'parameters', where, '2026-11-20T10:00:00Z');
    // AWS Security Finding Format, required attributes and maximum lengths (API reference, AwsSecurityFinding).
    for (const name of [
      'AwsAccountId',
      'CreatedAt',
      'Description',
      'GeneratorId',
      'Id',
      'ProductArn',
      'Resources',
      'SchemaVersion',
      'Severity',
      'Title',
      'UpdatedAt',
    ])
      expect(one).toHaveProperty(name);
    expect([one.Title?.length, one.Description?.length, one.Id?.length].map((length, index) => (length ?? 0) <= ([256, 1024, 512][index] as number))).toEqual([
      true,
      true,
      true,
    ]);
  });
});

const ALL: readonly Layer[] = ['scp', 'rcp', 'identity', 'resource'];
const ROLE = '/platform/service/credential-search';
async function can(as: string, action: string, resource = '*', context: object = {}, account = 'prod', region = 'eu-west-1'): Promise<boolean> {
  const row = placed({ in: account, as, call: { ...call(action, undefined, context as never, { region }), resources: [resource] } });
  const principal = as.startsWith('/') || !as.startsWith('arn:') ? principalNamed(organization, as, account) : principalOf(organization, row);
  return (await evaluateCall(organization, principal, bound(organization, row.call), ALL)).allowed;
}
const lambda = (name: string) => `arn:aws:lambda:eu-west-1:{here}:function:${name}`;
const key = 'arn:aws:kms:eu-west-1:{here}:alias/data/operational';
const through = (service: string) => ({ 'kms:ViaService': `${service}.eu-west-1.amazonaws.com`, 'kms:CallerAccount': '{here}' });

type Row = readonly [what: string, action: string, resource?: string, context?: object];
const rows = (...all: readonly Row[]) =>
  all.map(([what, action, resource = '*', context = {}]): [string, string, string, object] => [what, action, resource, context]);

describe.each(['prod', 'dev'])('the role in %s', (account) => {
  it.each(
    rows(
      ['lists instances', 'ec2:DescribeInstances'],
      ['reads user data', 'ec2:DescribeInstanceAttribute', 'arn:aws:ec2:eu-west-1:{here}:instance/i-1'],
      ['reads launch templates', 'ec2:DescribeLaunchTemplateVersions'],
      ['lists parameters', 'ssm:DescribeParameters'],
      ['reads a plain parameter', 'ssm:GetParameters', 'arn:aws:ssm:eu-west-1:{here}:parameter/shop/colour'],
      ["reads one of the platform's", 'ssm:GetParameters', 'arn:aws:ssm:eu-west-1:{here}:parameter/platform/colour'],
      ['lists functions', 'lambda:ListFunctions'],
      ['reads the settings of one', 'lambda:GetFunctionConfiguration', lambda('orders')],
      ['reads those of its own', 'lambda:GetFunctionConfiguration', lambda('platform-credential-search')],
      ['sees variables under a key of the account', 'kms:Decrypt', key, through('lambda')],
      ['reads task definitions', 'ecs:DescribeTaskDefinition'],
      ['reads stacks', 'cloudformation:DescribeStacks', 'arn:aws:cloudformation:eu-west-1:{here}:stack/legacy/1'],
      ['reads findings', 'securityhub:GetFindings', 'arn:aws:securityhub:eu-west-1:{here}:hub/default'],
      [
        'tells Security Hub',
        'securityhub:BatchImportFindings',
        'arn:aws:securityhub:eu-west-1:{here}:product/{here}/default',
        { 'securityhub:TargetAccount': '{here}' },
      ],
      ['measures', 'cloudwatch:PutMetricData', '*', { 'cloudwatch:namespace': NAMESPACE }],
      ['logs', 'logs:PutLogEvents', 'arn:aws:logs:eu-west-1:{here}:log-group:/platform/credential-search:log-stream:x'],
      ['goes on in another run', 'lambda:InvokeFunction', lambda('platform-credential-search')],
    ),
  )('%s', async (_what, action, resource, context) => {
    expect(await can(ROLE, action, resource, context, account)).toBe(true);
  });

  it.each(
    rows(
      ['reads a secret', 'secretsmanager:GetSecretValue', 'arn:aws:secretsmanager:eu-west-1:{here}:secret:shop-AbCdEf'],
      ['decrypts a SecureString', 'kms:Decrypt', key, through('ssm')],
      ['decrypts a secret', 'kms:Decrypt', 'arn:aws:kms:eu-west-1:{here}:alias/data/secrets', through('secretsmanager')],
      ['decrypts by itself', 'kms:Decrypt', key],
      ["decrypts the platform's state", 'kms:Decrypt', 'arn:aws:kms:eu-west-1:{here}:alias/platform/state', through('s3')],
      ['asks for parameters one by one or by path', 'ssm:GetParametersByPath', 'arn:aws:ssm:eu-west-1:{here}:parameter/shop'],
      ['reads the code of a function', 'lambda:GetFunction', lambda('orders')],
      ['changes its own code', 'lambda:UpdateFunctionCode', lambda('platform-credential-search')],
      ['calls another function', 'lambda:InvokeFunction', lambda('orders')],
      ['reads an object', 's3:GetObject', 'arn:aws:s3:::pay-uploads/x'],
      ['changes a parameter', 'ssm:PutParameter', 'arn:aws:ssm:eu-west-1:{here}:parameter/shop/colour'],
      ['suppresses findings', 'securityhub:BatchUpdateFindings', 'arn:aws:securityhub:eu-west-1:{here}:hub/default'],
      [
        'forges findings of a product',
        'securityhub:BatchImportFindings',
        'arn:aws:securityhub:eu-west-1:{here}:product/aws/guardduty',
        { 'securityhub:TargetAccount': '{here}' },
      ],
      ['measures elsewhere', 'cloudwatch:PutMetricData', '*', { 'cloudwatch:namespace': 'AWS/Lambda' }],
      ['disables a key', 'iam:UpdateAccessKey', 'arn:aws:iam::{here}:user/svc-legacy'],
      ['becomes another role', 'sts:AssumeRole', 'arn:aws:iam::{here}:role/platform/apply'],
    ),
  )('never %s', async (_what, action, resource, context) => {
    expect(await can(ROLE, action, resource, context, account)).toBe(false);
  });

  it('looks into the regions in use, and no others', async () => {
    for (const [region, expected] of [
      ['us-east-1', true],
      ['sa-east-1', false],
    ] as const)
      for (const action of ['ec2:DescribeInstances', 'lambda:ListFunctions'])
        expect([region, await can(ROLE, action, '*', {}, account, region)]).toEqual([region, expected]);
  });

  it.each([
    ['changes its code', 'lambda:UpdateFunctionCode', lambda('platform-credential-search')],
    ['takes its place', 'lambda:InvokeFunction', lambda('platform-credential-search')],
    ['deletes it', 'lambda:DeleteFunction', lambda('platform-credential-search')],
    ['lets somebody else call it', 'lambda:AddPermission', lambda('platform-credential-search')],
    ['stops its rule', 'events:DisableRule', 'arn:aws:events:eu-west-1:{here}:rule/platform-credential-search-daily'],
    ['makes the rule search nothing', 'events:PutTargets', 'arn:aws:events:eu-west-1:{here}:rule/platform-credential-search-daily'],
    ['widens its role', 'iam:PutRolePolicy', 'arn:aws:iam::{here}:role/platform/service/credential-search'],
    ['lets itself into its role', 'iam:UpdateAssumeRolePolicy', 'arn:aws:iam::{here}:role/platform/service/credential-search'],
    ['passes its role to a function of its own', 'iam:PassRole', 'arn:aws:iam::{here}:role/platform/service/credential-search'],
    ['silences its alarm', 'cloudwatch:DisableAlarmActions', 'arn:aws:cloudwatch:eu-west-1:{here}:alarm:platform-credential-search-silent'],
    ['deletes its log', 'logs:DeleteLogGroup', 'arn:aws:logs:eu-west-1:{here}:log-group:/platform/credential-search:*'],
  ])('no administrator of the account %s', async (_what, action, resource) => {
    for (const as of ['admin', 'PlatformAdmin']) expect([as, await can(as, action, resource, {}, account)]).toEqual([as, false]);
  });
});

it('only AWS Lambda takes the role, for this account', async () => {
  for (const as of ['admin', '/platform/apply', 'SecurityAdmin', 'arn:aws:iam::{prod}:role/app/web'])
    expect([as, await can(as, 'sts:AssumeRole', 'arn:aws:iam::{here}:role/platform/service/credential-search')]).toEqual([as, false]);
});
