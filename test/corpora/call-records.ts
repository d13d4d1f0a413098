import type { Call } from '../../tools/can/corpus';
import { type CloudTrailRecord, type Identity, record } from '../support/cloudtrail';

/** Service of an action -> service in eventSource, where they differ (CloudTrail user guide, "CloudTrail supported services"). */
const SOURCES: Readonly<Record<string, string>> = {
  'aws-marketplace': 'marketplacecommerce',
  aoss: 'aoss',
  cloudwatch: 'monitoring',
  ebs: 'ebs',
  ecr: 'ecr',
  'ssm-guiconnect': 'ssm-guiconnect',
};
/** Action -> eventName, where they differ: Lambda appends the version of its API, S3 calls settings of buckets as its old API did. */
const EVENT_NAMES: Readonly<Record<string, string>> = {
  'lambda:AddLayerVersionPermission': 'AddLayerVersionPermission20181031',
  'lambda:AddPermission': 'AddPermission20150331v2',
  'lambda:CreateEventSourceMapping': 'CreateEventSourceMapping20150331',
  'lambda:CreateFunction': 'CreateFunction20150331',
  'lambda:InvokeFunction': 'Invoke',
  'lambda:PublishLayerVersion': 'PublishLayerVersion20181031',
  'lambda:UpdateAlias': 'UpdateAlias20150331',
  'lambda:UpdateFunctionCode': 'UpdateFunctionCode20150331v2',
  'lambda:UpdateFunctionConfiguration': 'UpdateFunctionConfiguration20150331v2',
  's3:DeleteObjectVersion': 'DeleteObject',
  's3:ListAllMyBuckets': 'ListBuckets',
  's3:ListBucket': 'ListObjects',
  's3:PutLifecycleConfiguration': 'PutBucketLifecycle',
};
/** Actions that leave no record of their own: they are a part of other calls, or a name for many. */
const NO_RECORD = new Set(['iam:PassRole', 's3:ReplicateObject', 's3:BypassGovernanceRetention', 'aoss:APIAccessAll', 'kms:ReEncryptFrom', 'kms:ReEncryptTo']);
/** Data events: recorded only where a trail's selectors say so. */
const DATA = new Set([
  's3:GetObject',
  's3:PutObject',
  's3:DeleteObject',
  's3:DeleteObjectVersion',
  's3:ListBucket',
  's3:UpdateObjectEncryption',
  'lambda:InvokeFunction',
  'dynamodb:Scan',
  'dynamodb:GetItem',
  'sqs:SendMessage',
  'sqs:ReceiveMessage',
  'kinesis:PutRecord',
  'firehose:PutRecordBatch',
  'ebs:GetSnapshotBlock',
  'ebs:PutSnapshotBlock',
  'events:PutEvents',
]);
/** Services whose records are written in us-east-1. */
const GLOBAL = new Set(['iam', 'organizations', 'account', 'route53', 'route53domains', 'cloudfront', 'shield', 'supportplans', 'globalaccelerator']);

const last = (text: string): string => text.slice(text.lastIndexOf('/') + 1);
/** Request parameters that an ARN stands for, as far as patterns look at them. */
function parametersOf(arn: string): Record<string, unknown> {
  const [, , service = '', , , ...rest] = arn.split(':');
  const name = rest.join(':');
  if (service === 's3') return { bucketName: name.split('/')[0], ...(name.includes('/') ? { key: name.slice(name.indexOf('/') + 1) } : {}) };
  if (service === 'iam') {
    const kind = name.split('/')[0] ?? '';
    return (
      { role: { roleName: last(name), roleArn: arn }, user: { userName: last(name) }, group: { groupName: last(name) }, policy: { policyArn: arn } }[kind] ?? {}
    );
  }
  if (service === 'secretsmanager') return { secretId: arn };
  if (service === 'kms') return { keyId: arn };
  if (service === 'lambda') return { functionName: rest[1] };
  if (service === 'logs') return { logGroupName: rest[1] };
  if (service === 'ssm') return { name: name.replace(/^[\w-]+(?=\/)/, '') };
  if (service === 'dynamodb') return { tableName: last(name) };
  if (service === 'ec2') return { [`${name.split('/')[0]?.replaceAll(/-(\w)/g, (_, letter) => letter.toUpperCase())}Id`]: last(name) };
  return {};
}

/**
 * What CloudTrail records of a call.
 * @param account id of the account in which it happens
 * @param error what it fails with; left out where it works
 * @returns undefined where it leaves no record of its own
 */
export function recordOf(
  { action, resources = [], region = 'eu-west-1', context = {} }: Call,
  account: string,
  who: Identity,
  error?: string,
): CloudTrailRecord | undefined {
  if (NO_RECORD.has(action)) return undefined;
  const [service = '', name = ''] = action.split(':');
  const attribute = context['ec2:Attribute'];
  return record(account, who, `${SOURCES[service] ?? service}:${EVENT_NAMES[action] ?? name}`, {
    region: GLOBAL.has(service) ? 'us-east-1' : region,
    eventCategory: DATA.has(action) ? 'Data' : 'Management',
    requestParameters: { ...Object.assign({}, ...resources.filter((arn) => arn.startsWith('arn:')).map(parametersOf)), ...(attribute ? { attribute } : {}) },
    ...(attribute === 'userData' ? { requestParameters: { userData: '<sensitiveDataRemoved>', instanceId: 'i-0123456789abcdef0' } } : {}),
    ...(error ? { errorCode: error, errorMessage: 'explicit deny in a service control policy' } : {}),
  });
}
