import { administrator, principalNamed, withinBoundary } from '../../tools/can/corpus';
import { decide, type Layer, type Request } from '../../tools/can/decide';
import type { Principal } from '../../tools/can/principals';
import type { Synthesized } from '../../tools/can/synthesized';
import { DEV, DISTRIBUTION, DOCUMENTS, ENDPOINT, MASTER_SECRET, type PolicyName, QUEUE, TABLE } from './showcase';

/** A request to something of the showcase. */
export interface DataRequest {
  readonly what: string;
  /** A role under /app/, `Admin` (an administrator whom no stack makes), `stranger` (an administrator of another organization), a permission set, a role or a service. */
  readonly as: string;
  readonly on: PolicyName;
  readonly action: string;
  readonly resource?: string;
  /** Context beside a request from the VPC by TLS 1.2; null takes a key away. */
  readonly context?: Readonly<Record<string, string | null>>;
  readonly allowed: boolean;
}

const arn = (service: string, rest: string) => `arn:aws:${service}:eu-west-1:${DEV}:${rest}`;
const LOGS = `arn:aws:s3:::example-corp-dev-access-${DEV}`;
const RESOURCES: Readonly<Partial<Record<PolicyName, string>>> = {
  bucket: `${DOCUMENTS}/contract.pdf`,
  site: `arn:aws:s3:::example-corp-dev-site-${DEV}/index.html`,
  accessLogs: `${LOGS}/s3/documents/1`,
  masterPassword: MASTER_SECRET,
  queue: QUEUE,
  topic: arn('sns', 'dev-orders'),
  secret: arn('secretsmanager', 'secret:dev/address-check'),
  table: TABLE,
  enclave: arn('kms', 'alias/data/enclave/matching'),
  key: arn('kms', 'alias/data/customer'),
};

export function principal(organization: Synthesized, as: string): Principal {
  if (as === 'stranger') return administrator('arn:aws:iam::999900001111:role/Stranger');
  if (/^apps?\//.test(as)) return withinBoundary(organization, `arn:aws:iam::${DEV}:role/${as}`, 'dev');
  // Roles of AWS and of the platform that no stack of this fixture makes.
  if (as.startsWith('aws-service-role/') || /^platform\/service\/(backup|restore)$/.test(as)) return administrator(`arn:aws:iam::${DEV}:role/${as}`);
  if (as === 'Admin' || as.includes('.')) return principalNamed(organization, as === 'Admin' ? 'admin' : as, 'dev');
  return principalNamed(organization, as.startsWith('platform/') ? `/${as}` : as, 'dev');
}

/** Whether a request succeeds, as far as the layers have a say. */
export async function succeeds(
  organization: Synthesized,
  { as, on, action, resource, context = {} }: DataRequest,
  layers?: readonly Layer[],
): Promise<boolean> {
  const service = as.endsWith('.amazonaws.com');
  const fromVpc = !service && action.startsWith('s3:') && !('aws:SourceVpce' in context);
  const keys: Record<string, string | null> = {
    ...(action.startsWith('s3:') && !service ? { 's3:TlsVersion': '1.2', 'aws:SourceVpce': ENDPOINT } : {}),
    ...(service ? { 'aws:SourceAccount': DEV, 'aws:SourceOrgID': 'o-a1b2c3d4e5' } : {}),
    ...context,
  };
  const request: Request = {
    principal: principal(organization, as),
    action,
    resource: resource ?? (RESOURCES[on] as string),
    resourceAccount: DEV,
    context: Object.fromEntries(Object.entries(keys).filter((entry): entry is [string, string] => entry[1] !== null)),
    ...(fromVpc && as !== 'stranger' ? { throughEndpoint: 's3' } : {}),
  };
  return (await decide(organization, request, layers)).result === 'Allowed';
}

const AS_S3 = { 'kms:ViaService': 's3.eu-west-1.amazonaws.com', 'kms:CallerAccount': DEV, 'aws:ViaAWSService': 'true' };
const OUTSIDE = { 'aws:SourceVpce': null };

/** Reading an encrypted object: S3 asks its own policy and the endpoint's, then AWS KMS asks the key's. */
export const read = (as: string): readonly [object: DataRequest, key: DataRequest] => [
  { what: 'the object', as, on: 'bucket', action: 's3:GetObject', allowed: true },
  { what: 'its key', as, on: 'key', action: 'kms:Decrypt', context: AS_S3, allowed: true },
];

const IMAGE = '7fb5c55bc2ecbb68ed99a13d7122abfc0666b926a79d5379bc58b9445c84217f59cfdd36c08b2c79552928702efe23e4';
const attested = (image: string) => ({ 'kms:RecipientAttestation:ImageSha384': image, 'kms:RecipientAttestation:PCR0': image });
const HTTP = { 'aws:SecureTransport': 'false' };
const row = (what: string, as: string, on: PolicyName, action: string, allowed: boolean, more: Partial<DataRequest> = {}): DataRequest => ({
  what,
  as,
  on,
  action,
  allowed,
  ...more,
});

export const REQUESTS: readonly DataRequest[] = [
  row('the application reads', 'app/customers', 'bucket', 's3:GetObject', true),
  row('the application writes', 'app/customers', 'bucket', 's3:PutObject', true),
  row('another application reads', 'app/shop', 'bucket', 's3:GetObject', false),
  row('another application overwrites', 'app/shop', 'bucket', 's3:PutObject', false),
  row('an administrator of the account reads personal data', 'Admin', 'bucket', 's3:GetObject', false),
  row('an administrator deletes', 'Admin', 'bucket', 's3:DeleteObject', false),
  row('an administrator opens the bucket', 'Admin', 'bucket', 's3:PutBucketPolicy', false, { resource: DOCUMENTS }),
  row('an administrator has every object reported elsewhere', 'Admin', 'bucket', 's3:PutInventoryConfiguration', false, { resource: DOCUMENTS }),
  row('an administrator listens to changes', 'Admin', 'bucket', 's3:PutBucketNotification', false, { resource: DOCUMENTS }),
  row('a developer reads personal data', 'Developer', 'bucket', 's3:GetObject', false),
  row('a key administrator reads', 'KeyAdmin', 'bucket', 's3:GetObject', false),
  row('the pipeline reads', 'platform/apply', 'bucket', 's3:GetObject', false, { context: OUTSIDE }),
  row('the pipeline changes settings', 'platform/apply', 'bucket', 's3:PutBucketPolicy', true, { resource: DOCUMENTS, context: OUTSIDE }),
  row('break-glass reads at once', 'platform/break-glass', 'bucket', 's3:GetObject', false, { context: OUTSIDE }),
  row('break-glass changes the policy first', 'platform/break-glass', 'bucket', 's3:PutBucketPolicy', true, { resource: DOCUMENTS, context: OUTSIDE }),
  row('the application reads by plain HTTP', 'app/customers', 'bucket', 's3:GetObject', false, { context: HTTP }),
  row('the application reads by TLS 1.1', 'app/customers', 'bucket', 's3:GetObject', false, { context: { 's3:TlsVersion': '1.1' } }),
  row('its stolen credentials read from outside', 'app/customers', 'bucket', 's3:GetObject', false, { context: OUTSIDE }),
  row('they read through an endpoint of somebody else', 'app/customers', 'bucket', 's3:GetObject', false, {
    context: { 'aws:SourceVpce': 'vpce-0fffffffffffffff0' },
  }),
  row('they list from outside', 'app/customers', 'bucket', 's3:ListBucket', false, { resource: DOCUMENTS, context: OUTSIDE }),
  row('Athena reads in its name', 'app/customers', 'bucket', 's3:GetObject', true, { context: { ...OUTSIDE, 'aws:ViaAWSService': 'true' } }),
  row('Macie looks for personal data', 'aws-service-role/macie.amazonaws.com/AWSServiceRoleForAmazonMacie', 'bucket', 's3:GetObject', true, {
    context: OUTSIDE,
  }),
  row('AWS Backup copies', 'platform/service/backup', 'bucket', 's3:GetObject', true, { context: OUTSIDE }),
  row('the application writes under a key of its own', 'app/customers', 'bucket', 's3:PutObject', false, {
    context: { 's3:x-amz-server-side-encryption-aws-kms-key-id': arn('kms', 'key/0000') },
  }),
  row('a stranger reads the policy', 'stranger', 'bucket', 's3:GetBucketPolicy', false, { resource: DOCUMENTS, context: OUTSIDE }),
  row('CloudFront reads documents', 'cloudfront.amazonaws.com', 'bucket', 's3:GetObject', false, { context: { 'aws:SourceArn': DISTRIBUTION } }),

  row('CloudFront reads for our distribution', 'cloudfront.amazonaws.com', 'site', 's3:GetObject', true, { context: { 'aws:SourceArn': DISTRIBUTION } }),
  row('CloudFront reads for another distribution', 'cloudfront.amazonaws.com', 'site', 's3:GetObject', false, {
    context: { 'aws:SourceArn': `${DISTRIBUTION}2` },
  }),
  row('the pipeline of the site publishes from outside', 'app/site-pipeline', 'site', 's3:PutObject', true, { context: OUTSIDE }),

  row('the shop sends', 'app/shop', 'queue', 'sqs:SendMessage', true),
  row('the worker receives', 'app/orders', 'queue', 'sqs:ReceiveMessage', true),
  row('the shop receives', 'app/shop', 'queue', 'sqs:ReceiveMessage', false),
  row('an administrator forges an order', 'Admin', 'queue', 'sqs:SendMessage', false),
  row('an administrator empties the queue', 'Admin', 'queue', 'sqs:PurgeQueue', false),
  row('an administrator opens the queue', 'Admin', 'queue', 'sqs:SetQueueAttributes', false),
  row('the pipeline changes settings', 'platform/apply', 'queue', 'sqs:SetQueueAttributes', true),
  row('the shop sends by plain HTTP', 'app/shop', 'queue', 'sqs:SendMessage', false, { context: HTTP }),
  row('a stranger looks at the queue', 'stranger', 'queue', 'sqs:GetQueueAttributes', false),
  row('a dead-letter queue takes what somebody sends', 'app/shop', 'queue', 'sqs:SendMessage', false, { resource: `${QUEUE}-dead` }),
  row('the worker looks at dead letters', 'app/orders', 'queue', 'sqs:ReceiveMessage', true, { resource: `${QUEUE}-dead` }),

  row('the worker publishes', 'app/orders', 'topic', 'sns:Publish', true),
  row('an administrator publishes', 'Admin', 'topic', 'sns:Publish', false),
  row('an administrator listens in', 'Admin', 'topic', 'sns:Subscribe', false),
  row('the pipeline subscribes', 'platform/apply', 'topic', 'sns:Subscribe', true),
  row('the worker publishes by plain HTTP', 'app/orders', 'topic', 'sns:Publish', false, { context: HTTP }),
  row('a stranger looks at the topic', 'stranger', 'topic', 'sns:GetTopicAttributes', false),

  row('the application reads the value', 'app/customers', 'secret', 'secretsmanager:GetSecretValue', true),
  row('the rotation function writes the value', 'app/rotate-address-check', 'secret', 'secretsmanager:PutSecretValue', true),
  row('the application writes the value', 'app/customers', 'secret', 'secretsmanager:PutSecretValue', false),
  row('an administrator reads the value', 'Admin', 'secret', 'secretsmanager:GetSecretValue', false),
  row('a developer reads the value', 'Developer', 'secret', 'secretsmanager:GetSecretValue', false),
  row('the pipeline reads the value', 'platform/apply', 'secret', 'secretsmanager:GetSecretValue', false),
  row('the plan role reads the value', 'platform/plan', 'secret', 'secretsmanager:GetSecretValue', false),
  row('an administrator replaces the policy', 'Admin', 'secret', 'secretsmanager:PutResourcePolicy', false),
  row('the pipeline replaces the policy', 'platform/apply', 'secret', 'secretsmanager:PutResourcePolicy', true),
  row('the application reads by plain HTTP', 'app/customers', 'secret', 'secretsmanager:GetSecretValue', false, { context: HTTP }),
  row('a stranger looks at the secret', 'stranger', 'secret', 'secretsmanager:DescribeSecret', false),

  row('RDS reads its password', 'aws-service-role/rds.amazonaws.com/AWSServiceRoleForRDS', 'masterPassword', 'secretsmanager:GetSecretValue', true),
  row('an administrator reads it', 'Admin', 'masterPassword', 'secretsmanager:GetSecretValue', false),
  row('an application reads it', 'app/customers', 'masterPassword', 'secretsmanager:GetSecretValue', false),
  row('break-glass reads it at once', 'platform/break-glass', 'masterPassword', 'secretsmanager:GetSecretValue', false),
  row('break-glass changes the policy first', 'platform/break-glass', 'masterPassword', 'secretsmanager:DeleteResourcePolicy', true),
  row('an administrator changes the policy first', 'Admin', 'masterPassword', 'secretsmanager:DeleteResourcePolicy', false),
  row('RDS reads it by plain HTTP', 'aws-service-role/rds.amazonaws.com/AWSServiceRoleForRDS', 'masterPassword', 'secretsmanager:GetSecretValue', false, {
    context: HTTP,
  }),
  row('a stranger looks at it', 'stranger', 'masterPassword', 'secretsmanager:DescribeSecret', false),

  row('S3 logs for us', 'logging.s3.amazonaws.com', 'accessLogs', 's3:PutObject', true, { context: { 'aws:SourceArn': DOCUMENTS } }),
  row('S3 logs a bucket that is none of a workload', 'logging.s3.amazonaws.com', 'accessLogs', 's3:PutObject', false, {
    context: { 'aws:SourceArn': 'arn:aws:s3:::somebodys-own' },
  }),
  row('an administrator forges a log', 'Admin', 'accessLogs', 's3:PutObject', false, { context: OUTSIDE }),
  row('a restore writes over a log', 'platform/service/restore', 'accessLogs', 's3:PutObject', false, { context: OUTSIDE }),
  row('S3 logs for somebody else', 'logging.s3.amazonaws.com', 'accessLogs', 's3:PutObject', false, {
    context: { 'aws:SourceAccount': '999900001111', 'aws:SourceArn': DOCUMENTS },
  }),
  row('S3 logs over the logs of others', 'logging.s3.amazonaws.com', 'accessLogs', 's3:PutObject', false, {
    resource: `${LOGS}/load-balancer/1`,
    context: { 'aws:SourceArn': DOCUMENTS },
  }),
  row('a load balancer of ours logs, naming no source', 'logdelivery.elasticloadbalancing.amazonaws.com', 'accessLogs', 's3:PutObject', true, {
    resource: `${LOGS}/load-balancer/access/AWSLogs/${DEV}/elasticloadbalancing/1`,
    context: { 'aws:SourceAccount': null, 'aws:SourceOrgID': null },
  }),
  row('a load balancer of another account logs', 'logdelivery.elasticloadbalancing.amazonaws.com', 'accessLogs', 's3:PutObject', false, {
    resource: `${LOGS}/load-balancer/access/AWSLogs/999900001111/elasticloadbalancing/1`,
  }),
  row('CloudFront logs for us', 'delivery.logs.amazonaws.com', 'accessLogs', 's3:PutObject', true, {
    context: { 'aws:SourceArn': `arn:aws:logs:us-east-1:${DEV}:delivery-source:dev-site` },
  }),
  row('CloudFront logs for somebody else', 'delivery.logs.amazonaws.com', 'accessLogs', 's3:PutObject', false, {
    context: { 'aws:SourceAccount': '999900001111', 'aws:SourceArn': 'arn:aws:logs:us-east-1:999900001111:delivery-source:site' },
  }),
  row('an administrator deletes a log', 'Admin', 'accessLogs', 's3:DeleteObject', false, { context: OUTSIDE }),
  row('the pipeline deletes a log', 'platform/apply', 'accessLogs', 's3:DeleteObject', false, { context: OUTSIDE }),
  row('break-glass deletes a log', 'platform/break-glass', 'accessLogs', 's3:DeleteObject', true, { context: OUTSIDE }),
  row('somebody reads a log by plain HTTP', 'Admin', 'accessLogs', 's3:GetObject', false, { context: { ...OUTSIDE, ...HTTP } }),
  row('somebody reads a log by TLS 1.1', 'Admin', 'accessLogs', 's3:GetObject', false, { context: { ...OUTSIDE, 's3:TlsVersion': '1.1' } }),
  row('a stranger reads a log', 'stranger', 'accessLogs', 's3:GetObject', false, { context: OUTSIDE }),

  row('the shop reads an order', 'app/shop', 'table', 'dynamodb:GetItem', true),
  row('the worker writes an order', 'app/orders', 'table', 'dynamodb:PutItem', true),
  row('the shop writes an order', 'app/shop', 'table', 'dynamodb:PutItem', false),
  row('an administrator reads orders', 'Admin', 'table', 'dynamodb:Scan', false),
  row('an administrator changes an order', 'Admin', 'table', 'dynamodb:UpdateItem', false),
  row('an administrator exports the table', 'Admin', 'table', 'dynamodb:ExportTableToPointInTime', false),
  row('the shop reads by plain HTTP', 'app/shop', 'table', 'dynamodb:GetItem', false, { context: HTTP }),
  row('a stranger looks at the table', 'stranger', 'table', 'dynamodb:DescribeTable', false),

  row('the measured enclave decrypts', 'app/dev-matching', 'enclave', 'kms:Decrypt', true, { context: attested(IMAGE) }),
  row('the parent instance decrypts', 'app/dev-matching', 'enclave', 'kms:Decrypt', false),
  row('an enclave of another image decrypts', 'app/dev-matching', 'enclave', 'kms:Decrypt', false, { context: attested(IMAGE.replace('7', '8')) }),
  row('an enclave in debug mode decrypts', 'app/dev-matching', 'enclave', 'kms:Decrypt', false, { context: attested('0'.repeat(96)) }),
  row('another role with the right image decrypts', 'app/shop', 'enclave', 'kms:Decrypt', false, { context: attested(IMAGE) }),
  row('a producer encrypts', 'app/customers', 'enclave', 'kms:Encrypt', true),
  row('another application encrypts', 'app/shop', 'enclave', 'kms:Encrypt', false),
  row('an administrator decrypts', 'Admin', 'enclave', 'kms:Decrypt', false),
  row('an administrator changes the key policy', 'Admin', 'enclave', 'kms:PutKeyPolicy', false),
  row('a key administrator changes the key policy', 'KeyAdmin', 'enclave', 'kms:PutKeyPolicy', true),
  row('a key administrator with the image encrypts', 'KeyAdmin', 'enclave', 'kms:Encrypt', false),
  row('the pipeline schedules deletion', 'platform/apply', 'enclave', 'kms:ScheduleKeyDeletion', false),
  row('break-glass schedules deletion', 'platform/break-glass', 'enclave', 'kms:ScheduleKeyDeletion', true),
  row('the pipeline reads settings', 'platform/plan', 'enclave', 'kms:DescribeKey', true),
];
