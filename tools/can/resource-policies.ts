import { kmsAliasArn } from '../../lib/arn';
import { type NamedPolicy, named, resourcesOf, type Synthesized } from './synthesized';
import { arnOf, type ReferenceScope, resolveReferences } from './terraform-references';

/** Types whose policy is a resource of its own, and the attribute that says whose it is. */
const POLICY_RESOURCES = {
  aws_s3_bucket_policy: 'bucket',
  aws_sns_topic_policy: 'arn',
  aws_sqs_queue_policy: 'queue_url',
  aws_secretsmanager_secret_policy: 'secret_arn',
} as const;

/**
 * The policy that a resource itself carries: bucket, key, topic, queue or secret; for a role, its trust.
 * @param arn of the resource, of an object in a bucket, or of an alias of a key
 */
export function resourcePolicy(synthesized: Synthesized, arn: string): NamedPolicy | undefined {
  const bucket = /^arn:aws:s3:::([^/]+)/.exec(arn)?.[1];
  for (const scope of synthesized.scopes()) {
    for (const [type, owner] of Object.entries(POLICY_RESOURCES)) {
      for (const [name, attributes] of resourcesOf(scope, type)) {
        const target = resolveReferences(attributes[owner], scope);
        if (target === arn || (bucket !== undefined && target === bucket)) return named(`${type}.${name}`, attributes.policy, scope);
      }
    }
    for (const [name, { policy }] of resourcesOf(scope, 'aws_kms_key'))
      if (keyArns(name, scope).includes(arn)) return named(`aws_kms_key.${name}`, policy, scope);
    for (const [name, { assume_role_policy }] of resourcesOf(scope, 'aws_iam_role'))
      if (arnOf('aws_iam_role', name, scope) === arn) return named(`trust of aws_iam_role.${name}`, assume_role_policy, scope);
  }
  return undefined;
}

/** The policy of a VPC endpoint of an environment: service as in its name, for example s3. */
export function endpointPolicy(synthesized: Synthesized, service: string, accountName: string): NamedPolicy | undefined {
  for (const scope of synthesized.scopesOf(accountName))
    for (const [name, { service_name, policy }] of resourcesOf(scope, 'aws_vpc_endpoint'))
      if (service_name.endsWith(`.${service}`) && policy) return named(`aws_vpc_endpoint.${name}`, policy, scope);
  return undefined;
}

/** Aliases of a key, as the condition key kms:ResourceAliases holds them. */
export function aliasesOf(synthesized: Synthesized, keyArn: string): string[] {
  for (const scope of synthesized.scopes()) {
    for (const [name] of resourcesOf(scope, 'aws_kms_key')) {
      const arns = keyArns(name, scope);
      if (arns.includes(keyArn)) return arns.filter((arn) => arn.includes(':alias/')).map((arn) => arn.slice(arn.indexOf(':alias/') + 1));
    }
  }
  return [];
}

/** The ARN of the key that an alias stands for: people know aliases, AWS authorizes keys. Other ARNs stay as they are. */
export function keyArn(synthesized: Synthesized, arn: string): string {
  if (!arn.includes(':alias/')) return arn;
  for (const scope of synthesized.scopes())
    for (const [name] of resourcesOf(scope, 'aws_kms_key')) if (keyArns(name, scope).includes(arn)) return arnOf('aws_kms_key', name, scope) as string;
  return arn;
}

/** ARN of the key and of its aliases. */
function keyArns(key: string, scope: ReferenceScope): string[] {
  const aliases = resourcesOf(scope, 'aws_kms_alias')
    .filter(([, { target_key_id }]) => target_key_id.startsWith(`\${aws_kms_key.${key}.`))
    .map(([, { region, name }]) => kmsAliasArn(region, scope.account, name));
  return [arnOf('aws_kms_key', key, scope) as string, ...aliases];
}
