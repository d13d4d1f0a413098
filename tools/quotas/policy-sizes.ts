import { LIMITS, organizationPolicyLimit } from '../../config/aws-limits';
import { CONFORMANCE_TEMPLATE_BYTES } from '../../config/conformance-pack-schema';
import type { ResourceBlock } from '../synthesis/resources-in';
import type { QuotaUse } from './quota';
import { resolved } from './resolved-length';

type Measure = (text: string) => number;
/** AWS Organizations, trust and endpoint policies: white space counts when it comes through the API. */
export const characters: Measure = (text) => resolved(text).length;
/** IAM does not count white space. */
export const charactersWithoutWhiteSpace: Measure = (text) => resolved(text).replace(/\s/g, '').length;
const bytes: Measure = (text) => Buffer.byteLength(resolved(text));
const bytesWithoutWhiteSpace: Measure = (text) => Buffer.byteLength(resolved(text).replace(/\s/g, ''));

interface Size {
  readonly quota: string;
  readonly limit: number;
  readonly unit: string;
  readonly measure: Measure;
  readonly remedy: string;
  readonly packed?: true;
}

const size = (quota: string, limit: number, measure: Measure, remedy: string): Size => ({
  quota,
  limit,
  unit: measure === bytes || measure === bytesWithoutWhiteSpace ? 'bytes' : 'characters',
  measure,
  remedy,
});

const FEWER = 'merge statements, or replace lists of actions by wildcards';
const KEY = size('key policy', LIMITS.keyPolicyBytes, bytes, FEWER);
const BUCKET = size('bucket policy', LIMITS.bucketPolicyBytes, bytes, 'replace lists of accounts by aws:SourceOrgID or aws:PrincipalOrgID');
const TOPIC = size('topic policy', LIMITS.topicPolicyBytes, bytes, FEWER);
const QUEUE = size('queue policy', LIMITS.queuePolicyBytes, bytes, FEWER);
const ENDPOINT = size('endpoint policy', LIMITS.endpointPolicyCharacters, characters, FEWER);
const SECRET = size('secret policy', LIMITS.secretPolicyCharacters, characters, FEWER);
const TABLE = size('table policy', LIMITS.tablePolicyBytes, bytes, FEWER);
const PATTERN = 'split it into two';

/** `type.attribute` -> its quota. Inline policies of a role count together: tools/quotas/slots.ts. */
const SIZES: Readonly<Record<string, Size>> = {
  'aws_ssoadmin_permission_set_inline_policy.inline_policy': size(
    'inline policy of a permission set',
    LIMITS.permissionSetInlineBytes,
    bytesWithoutWhiteSpace,
    FEWER,
  ),
  'aws_iam_policy.policy': size('managed policy', LIMITS.managedPolicyCharacters, charactersWithoutWhiteSpace, FEWER),
  'aws_iam_role.assume_role_policy': size(
    'trust policy',
    LIMITS.trustPolicyCharacters,
    characters,
    'trust an account root with one condition instead of many principals',
  ),
  'aws_kms_key.policy': KEY,
  'aws_kms_replica_key.policy': KEY,
  'aws_kms_external_key.policy': KEY,
  'aws_kms_key_policy.policy': KEY,
  'aws_s3_bucket_policy.policy': BUCKET,
  'aws_s3_bucket.policy': BUCKET,
  'aws_sns_topic_policy.policy': TOPIC,
  'aws_sns_topic.policy': TOPIC,
  'aws_sqs_queue_policy.policy': QUEUE,
  'aws_sqs_queue.policy': QUEUE,
  'aws_secretsmanager_secret_policy.policy': SECRET,
  'aws_secretsmanager_secret.policy': SECRET,
  'aws_dynamodb_resource_policy.policy': TABLE,
  'aws_vpc_endpoint.policy': ENDPOINT,
  'aws_vpc_endpoint_policy.policy': ENDPOINT,
  'aws_cloudwatch_log_resource_policy.policy_document': size('resource policy of CloudWatch Logs', LIMITS.logResourcePolicyCharacters, characters, FEWER),
  'aws_organizations_resource_policy.content': size('delegation policy of the organization', LIMITS.organizationResourcePolicyCharacters, characters, FEWER),
  'aws_config_conformance_pack.template_body': size('conformance pack', CONFORMANCE_TEMPLATE_BYTES, bytes, 'split its file of rules/conformance'),
  'aws_cloudwatch_event_rule.event_pattern': size('event pattern', LIMITS.eventPatternCharacters, characters, PATTERN),
  // Decoys are packed, and an alarm's pattern parts itself (modules/detection/trail-alarms/fitted.ts): what fills up is the log group.
  'aws_cloudwatch_log_metric_filter.pattern': { ...size('metric filter pattern', LIMITS.metricFilterCharacters, characters, PATTERN), packed: true },
};

/** What stands in one attribute and has a quota of its own. */
export function policySizes(resource: ResourceBlock): QuotaUse[] {
  if (resource.type === 'aws_organizations_policy') return [organizationPolicy(resource)];
  return Object.entries(resource.attributes).flatMap(([attribute, text]) => {
    const found = SIZES[`${resource.type}.${attribute}`];
    return found && typeof text === 'string' ? [use(found, `${resource.path}.${attribute}`, text)] : [];
  });
}

function use({ measure, ...rest }: Size, path: string, text: string): QuotaUse {
  return { ...rest, path, used: measure(text) };
}

function organizationPolicy({ attributes, path }: ResourceBlock): QuotaUse {
  const type: string = attributes.type ?? 'SERVICE_CONTROL_POLICY'; // the provider's default
  const limits = organizationPolicyLimit(type);
  const remedy = limits ? 'move statements into a further policy' : 'add the quota of its type to config/aws-limits.ts';
  const found = use(size(policyName(type), limits?.characters ?? 0, characters, remedy), `${path}.content`, String(attributes.content));
  return /^(SERVICE|RESOURCE)_CONTROL_POLICY$/.test(type) ? { ...found, packed: true } : found;
}

/** SERVICE_CONTROL_POLICY -> service control policy. */
export const policyName = (type: string): string => type.toLowerCase().replaceAll('_', ' ');
