import { orderViolations } from '../../tools/synthesis/creation-order';
import type { TerraformJson } from '../../tools/synthesis/synthesize';
import central from '../fixtures/central';
import everythingOn from '../fixtures/everything-on';
import { exampleInput } from '../fixtures/example';
import showcase from '../fixtures/showcase';
import { synth } from '../support/synth';

const ROLE = 'aws_iam_role.writer';
const RIGHTS = 'aws_iam_role_policy.rights';
const SURROUNDINGS = {
  aws_iam_role: { writer: { name: 'writer', path: '/platform/service/', assume_role_policy: '{"Statement":[]}' } },
  aws_iam_role_policy: { rights: { role: '${aws_iam_role.writer.name}', policy: '{}' } },
  aws_iam_service_linked_role: { config: { aws_service_name: 'config.amazonaws.com' } },
  aws_s3_bucket: { logs: { bucket: 'corp-logs' }, data: { bucket: 'corp-data' } },
  aws_s3_bucket_policy: { logs: { bucket: '${aws_s3_bucket.logs.id}', policy: '{}' }, data: { bucket: '${aws_s3_bucket.data.id}', policy: '{}' } },
};
const check = (resource: TerraformJson) => orderViolations(new Map([['prod', { resource: { ...SURROUNDINGS, ...resource } }]]));
const needs = (what: string, needed: string) => `prod/${what}: may be made before what it needs, got no dependency on ${needed}; add it to dependsOn`;
const POLICY_OF_LOGS = 'aws_s3_bucket_policy.logs';

it.each<[string, TerraformJson, string[]]>([
  ['a trail whose role may not write yet', { aws_cloudtrail: { t: { cloud_watch_logs_role_arn: `\${${ROLE}.arn}` } } }, [needs('aws_cloudtrail.t', RIGHTS)]],
  [
    'a function that names its role by a computed ARN',
    { aws_lambda_function: { f: { role: 'arn:aws:iam::111111111111:role/platform/service/writer' } } },
    [needs('aws_lambda_function.f', ROLE), needs('aws_lambda_function.f', RIGHTS)],
  ],
  [
    'a recorder before the role that AWS makes',
    {
      aws_config_configuration_recorder: {
        r: { role_arn: 'arn:aws:iam::111111111111:role/aws-service-role/config.amazonaws.com/AWSServiceRoleForConfig' },
      },
    },
    [needs('aws_config_configuration_recorder.r', 'aws_iam_service_linked_role.config')],
  ],
  [
    'a flow log into a bucket that is closed yet',
    { aws_flow_log: { f: { log_destination: 'arn:aws:s3:::corp-logs/flow/' } } },
    [needs('aws_flow_log.f', POLICY_OF_LOGS)],
  ],
  [
    'access logs of a bucket into another',
    { aws_s3_bucket_logging: { l: { bucket: '${aws_s3_bucket.data.id}', target_bucket: '${aws_s3_bucket.logs.id}' } } },
    [needs('aws_s3_bucket_logging.l', POLICY_OF_LOGS)],
  ],
])('refuses %s', (_what, resource, lines) => {
  expect(check(resource)).toEqual(lines);
});

it.each<[string, TerraformJson]>([
  ['what waits', { aws_cloudtrail: { t: { cloud_watch_logs_role_arn: `\${${ROLE}.arn}`, depends_on: [RIGHTS] } } }],
  [
    'what waits by way of another',
    {
      aws_cloudwatch_log_group: { g: { depends_on: [RIGHTS] } },
      aws_cloudtrail: { t: { cloud_watch_logs_role_arn: `\${${ROLE}.arn}`, cloud_watch_logs_group_arn: '${aws_cloudwatch_log_group.g.arn}' } },
    },
  ],
  ['a target, whose role is looked at when an event comes', { aws_cloudwatch_event_target: { t: { role_arn: `\${${ROLE}.arn}` } } }],
  ['a policy that names the role', { aws_kms_key: { k: { policy: '{"Condition":"arn:aws:iam::111111111111:role/platform/service/writer"}' } } }],
  ['a role of a longer name', { aws_lambda_function: { f: { role: 'arn:aws:iam::111111111111:role/platform/service/writer-of-others' } } }],
  ['a bucket of another state', { aws_flow_log: { f: { log_destination: 'arn:aws:s3:::corp-logs-elsewhere/' } } }],
  ['what only reads a bucket', { aws_glue_catalog_table: { t: { location: 's3://corp-logs/' } } }],
])('lets %s be', (_what, resource) => {
  expect(check(resource)).toEqual([]);
});

it.each([
  ['the example', exampleInput],
  ['everything on', everythingOn],
  ['the showcase', showcase],
  ['a central network', central],
])('nothing of %s depends on chance', (_name, input) => {
  const { documents } = synth(input());
  expect(orderViolations(documents)).toEqual([]);
  const found = [...documents.values()].flatMap(({ resource = {} }) => Object.keys(resource.aws_config_configuration_recorder ?? {}));
  expect(found.length).toBeGreaterThan(0);
});
