import type { TerraformJson } from '../synthesis/synthesize';

/** Where a reference stands. */
export interface ReferenceScope {
  readonly stack: string;
  readonly account: string;
  readonly document: TerraformJson;
}
type Attributes = (resource: TerraformJson, name: string, scope: ReferenceScope) => Readonly<Record<string, string>>;

const iam =
  (kind: string): Attributes =>
  ({ name, path = '/' }, _name, { account }) => ({ arn: `arn:aws:iam::${account}:${kind}${path}${name}`, name, id: name });

const masterSecret =
  (kind: string): Attributes =>
  ({ region }, name, { account }) => ({ 'master_user_secret[0].secret_arn': `arn:aws:secretsmanager:${region}:${account}:secret:rds!${kind}-${name}` });

/**
 * What AWS will answer for attributes that policies refer to. Ids that AWS makes up are the resource's own name: policies
 * only compare them with themselves.
 */
const ATTRIBUTES: Readonly<Record<string, Attributes>> = {
  aws_iam_role: iam('role'),
  aws_iam_policy: iam('policy'),
  aws_iam_user: iam('user'),
  aws_iam_group: iam('group'),
  aws_iam_openid_connect_provider: ({ url }, _name, { account }) => ({ arn: `arn:aws:iam::${account}:oidc-provider/${url.replace('https://', '')}` }),
  aws_s3_bucket: ({ bucket }) => ({ id: bucket, bucket, arn: `arn:aws:s3:::${bucket}` }),
  aws_kms_key: ({ region }, name, { account }) => ({ arn: `arn:aws:kms:${region}:${account}:key/${name}`, key_id: name, id: name }),
  aws_kms_alias: ({ region, name }, _name, { account }) => ({ arn: `arn:aws:kms:${region}:${account}:${name}`, name }),
  aws_cloudwatch_log_group: ({ region, name }, _name, { account }) => ({ arn: `arn:aws:logs:${region}:${account}:log-group:${name}`, name, id: name }),
  aws_sns_topic: ({ region, name }, _name, { account }) => ({ arn: `arn:aws:sns:${region}:${account}:${name}` }),
  aws_sqs_queue: ({ region, name }, _name, { account }) => {
    const url = `https://sqs.${region}.amazonaws.com/${account}/${name}`;
    return { arn: `arn:aws:sqs:${region}:${account}:${name}`, id: url, url };
  },
  aws_cloudwatch_event_bus: ({ region, name }, _name, { account }) => ({ arn: `arn:aws:events:${region}:${account}:event-bus/${name}`, name, id: name }),
  aws_cloudwatch_event_rule: ({ region, name, event_bus_name }, _name, { account }) => ({
    arn: `arn:aws:events:${region}:${account}:rule/${event_bus_name ? `${event_bus_name}/` : ''}${name}`,
    name,
  }),
  aws_secretsmanager_secret: ({ region, name }, _name, { account }) => ({ arn: `arn:aws:secretsmanager:${region}:${account}:secret:${name}` }),
  aws_backup_vault: ({ region, name }, _name, { account }) => ({ arn: `arn:aws:backup:${region}:${account}:backup-vault:${name}`, name, id: name }),
  aws_dynamodb_table: ({ region, name }, _name, { account }) => ({ arn: `arn:aws:dynamodb:${region}:${account}:table/${name}`, name, id: name }),
  // RDS makes the secret of the master password and names it.
  aws_rds_cluster: masterSecret('cluster'),
  aws_db_instance: masterSecret('db'),
  aws_cloudfront_distribution: (_resource, name, { account }) => ({ arn: `arn:aws:cloudfront::${account}:distribution/${name}`, id: name }),
  aws_vpc_endpoint: (_resource, name) => ({ id: name }),
  aws_organizations_policy: (_resource, name) => ({ id: name }),
  aws_organizations_account: (_resource, name) => ({ id: name }),
  aws_organizations_organizational_unit: (_resource, name) => ({ id: name }),
  aws_ssoadmin_permission_set: ({ name }) => ({ arn: name }),
};

/**
 * Replaces the Terraform references of a text by what AWS will answer.
 * @throws Error for a reference that it does not know: guessing would answer for another policy than the one applied
 */
export function resolveReferences(text: string, scope: ReferenceScope): string {
  const resolved = text.replaceAll(/(?<!\$)\$\{([a-z0-9_]+)\.([\w-]+)\.([a-z_]+(?:\[0\]\.[a-z_]+)?)\}/g, (reference, type, name, attribute) => {
    const resource = scope.document.resource?.[type]?.[name];
    const value = resource && ATTRIBUTES[type]?.(resource, name, scope)[attribute];
    if (value === undefined) throw new Error(`${scope.stack}: cannot resolve ${reference}; add the attribute to tools/can/terraform-references.ts`);
    return value;
  });
  // What is left of Terraform's own language (data sources, functions, other shapes) would be compared as text and never match.
  const unresolved = /(?<!\$)\$\{[^}]*\}?|(?<!%)%\{[^}]*\}?/.exec(resolved)?.[0];
  if (unresolved !== undefined)
    throw new Error(`${scope.stack}: cannot resolve ${unresolved}; write it as a literal, or as an attribute that tools/can/terraform-references.ts knows`);
  return resolved.replaceAll('$${', '${'); // variables of IAM, escaped from Terraform
}

/** The ARN of a resource, or undefined for types that no policy names. */
export function arnOf(type: string, name: string, scope: ReferenceScope): string | undefined {
  return ATTRIBUTES[type]?.(scope.document.resource[type][name], name, scope).arn;
}
