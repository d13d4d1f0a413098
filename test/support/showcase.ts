import { loadBlueprint } from '../../config/load';
import type { PolicyDocument } from '../../policies/policy-document';
import { Synthesized } from '../../tools/can/synthesized';
import type { TerraformJson } from '../../tools/synthesis/synthesize';
import { exampleIds } from '../fixtures/example';
import showcase from '../fixtures/showcase';
import { synth } from './synth';

export const DEV = '555555555555';
/** The evaluator takes the resource's name for an id that AWS makes up. */
export const ENDPOINT = 'network_endpoints_s3';
export const DISTRIBUTION = `arn:aws:cloudfront::${DEV}:distribution/examples_site_content_distribution`;
export const DOCUMENTS = `arn:aws:s3:::example-corp-dev-documents-${DEV}`;
export const MASTER_SECRET = `arn:aws:secretsmanager:eu-west-1:${DEV}:secret:rds!cluster-examples_customers_database_cluster`;
export const QUEUE = `arn:aws:sqs:eu-west-1:${DEV}:dev-orders`;
export const TABLE = `arn:aws:dynamodb:eu-west-1:${DEV}:table/dev-orders`;

const { blueprint } = loadBlueprint(showcase(), exampleIds());
let documents: ReadonlyMap<string, TerraformJson> | undefined;

/** `type.name` of a resource of stack dev and the attribute that holds its policy. */
export type PolicyPath = readonly [type: string, name: string];
export const POLICIES = {
  bucket: ['aws_s3_bucket_policy', 'examples_customers_documents_policy'],
  site: ['aws_s3_bucket_policy', 'examples_site_content_content_policy'],
  queue: ['aws_sqs_queue_policy', 'examples_orders_queue_queue-policy'],
  topic: ['aws_sns_topic_policy', 'examples_orders_topic_policy'],
  accessLogs: ['aws_s3_bucket_policy', 'examples_access-logs_policy'],
  masterPassword: ['aws_secretsmanager_secret_policy', 'examples_customers_database_master-password_policy'],
  secret: ['aws_secretsmanager_secret_policy', 'examples_customers_address-check_policy'],
  table: ['aws_dynamodb_resource_policy', 'examples_orders_table_policy'],
  enclave: ['aws_kms_key', 'examples_matching_enclave_key_key'],
  endpoint: ['aws_vpc_endpoint', 'network_endpoints_s3'],
  key: ['aws_kms_key', 'key_customer_key'],
} as const satisfies Readonly<Record<string, PolicyPath>>;
export type PolicyName = keyof typeof POLICIES;

/** Changes to policies, by name: what somebody might do to them. */
export type Changes = Partial<Record<PolicyName, (policy: PolicyDocument) => PolicyDocument>>;

/** The organization with one of each module in dev, as AWS would hold it; with policies changed as a test wants. */
export function showcaseOrganization(changes: Changes = {}): Synthesized {
  documents ??= synth(showcase()).documents;
  const dev: TerraformJson = structuredClone(documents.get('dev'));
  for (const [name, change] of Object.entries(changes)) {
    const [type, address] = POLICIES[name as PolicyName];
    const resource = dev.resource[type][address];
    resource.policy = JSON.stringify(change(JSON.parse(resource.policy)));
  }
  return new Synthesized(blueprint, new Map([...documents, ['dev', dev]]));
}

/** The statements of a policy as synthesized. */
export function statementsOf(name: PolicyName): PolicyDocument['Statement'] {
  documents ??= synth(showcase()).documents;
  const [type, address] = POLICIES[name];
  return JSON.parse(documents.get('dev').resource[type][address].policy).Statement;
}

export const without =
  (sid: string) =>
  (policy: PolicyDocument): PolicyDocument => ({ ...policy, Statement: policy.Statement.filter(({ Sid }) => Sid !== sid) });

/** Somebody in a hurry lets everybody do everything; the denials must hold by themselves. */
export const careless = (policy: PolicyDocument): PolicyDocument => ({
  ...policy,
  Statement: [...policy.Statement, { Sid: 'Careless', Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' }],
});
