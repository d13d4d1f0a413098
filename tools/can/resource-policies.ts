import { kmsAliasArn } from '../../lib/arn';
import type { TerraformJson } from '../synthesis/synthesize';
import { type NamedPolicy, named, resourcesOf, type Synthesized } from './synthesized';
import { arnOf, type ReferenceScope, resolveReferences } from './terraform-references';

/** Types whose policy is a resource of its own, and the ARN of what it belongs to. */
export const POLICY_RESOURCES: Readonly<Record<string, (attributes: TerraformJson, scope: ReferenceScope) => string>> = {
  aws_s3_bucket_policy: ({ bucket }, scope) => `arn:aws:s3:::${resolveReferences(bucket, scope).replace(/^arn:aws:s3:::/, '')}`,
  aws_sns_topic_policy: ({ arn }, scope) => resolveReferences(arn, scope),
  aws_sqs_queue_policy: ({ queue_url }, scope) =>
    resolveReferences(queue_url, scope).replace(/^https:\/\/sqs\.([^.]+)\.amazonaws\.com\/(\d+)\/(.+)$/, 'arn:aws:sqs:$1:$2:$3'),
  aws_secretsmanager_secret_policy: ({ secret_arn }, scope) => resolveReferences(secret_arn, scope),
  aws_backup_vault_policy: ({ region, backup_vault_name }, scope) =>
    `arn:aws:backup:${region}:${scope.account}:backup-vault:${resolveReferences(backup_vault_name, scope)}`,
  aws_cloudwatch_event_bus_policy: ({ region, event_bus_name }, scope) =>
    `arn:aws:events:${region}:${scope.account}:event-bus/${resolveReferences(event_bus_name, scope)}`,
  aws_dynamodb_resource_policy: ({ resource_arn }, scope) => resolveReferences(resource_arn, scope),
};

/** What the stacks say of a resource. */
interface Known {
  /** ARN: that of the key where people know an alias. */
  readonly arn: string;
  readonly account: string;
  readonly aliases?: readonly string[];
  /** Read only when somebody asks for it: it may hold references that nobody can resolve. */
  readonly policy?: () => NamedPolicy;
}

/** ARN -> resource, for what answers to a policy of its own. */
function known(synthesized: Synthesized): ReadonlyMap<string, Known> {
  return synthesized.once('resources with policies', () => {
    const all = new Map<string, Known>();
    for (const scope of synthesized.scopes()) {
      const { account } = scope;
      for (const [name, { policy }] of resourcesOf(scope, 'aws_kms_key')) {
        const arn = arnOf('aws_kms_key', name, scope) as string;
        const aliases = resourcesOf(scope, 'aws_kms_alias').filter(([, { target_key_id }]) => target_key_id.startsWith(`\${aws_kms_key.${name}.`));
        const key: Known = {
          arn,
          account,
          aliases: aliases.map(([, alias]) => alias.name),
          ...(policy ? { policy: () => named(`key policy aws_kms_key.${name}`, policy, scope) } : {}),
        };
        for (const one of [arn, ...aliases.map(([, alias]) => kmsAliasArn(alias.region, account, alias.name))]) all.set(one, key);
      }
      for (const [name, { assume_role_policy }] of resourcesOf(scope, 'aws_iam_role')) {
        const arn = arnOf('aws_iam_role', name, scope) as string;
        all.set(arn, { arn, account, policy: () => named(`trust of aws_iam_role.${name}`, assume_role_policy, scope) });
      }
      for (const type of ['aws_s3_bucket', 'aws_sns_topic', 'aws_sqs_queue', 'aws_secretsmanager_secret', 'aws_dynamodb_table', 'aws_backup_vault']) {
        for (const [name, { policy }] of resourcesOf(scope, type)) {
          const arn = arnOf(type, name, scope) as string;
          all.set(arn, { arn, account, ...(policy ? { policy: () => named(`policy of ${type}.${name}`, policy, scope) } : {}) });
        }
      }
      for (const [type, ownerOf] of Object.entries(POLICY_RESOURCES))
        for (const [name, attributes] of resourcesOf(scope, type)) {
          const arn = ownerOf(attributes, scope);
          all.set(arn, { ...all.get(arn), arn, account, policy: () => named(`${type}.${name}`, attributes.policy, scope) });
        }
    }
    return all;
  });
}

/** A resource that the stacks make: by its ARN, that of an object in a bucket, of an alias of a key, of a secret with its suffix. */
export function knownResource(synthesized: Synthesized, arn: string): Known | undefined {
  const owner = /^arn:aws:s3:::[^/]+/.exec(arn)?.[0] ?? arn;
  return (
    known(synthesized).get(owner) ??
    vaultOf(synthesized, arn) ??
    (owner.includes(':secret:') ? known(synthesized).get(owner.replace(/-\w{6}$/, '')) : undefined)
  );
}

/** The vault that answers for a recovery point, whose ARN does not say in which one it lies: the only one that the stacks make in its account and region. */
export function vaultOf(synthesized: Synthesized, arn: string): Known | undefined {
  const place = /^(arn:aws:backup:[\w-]+:\d{12}):recovery-point:/.exec(arn)?.[1];
  const vaults = place ? [...known(synthesized).values()].filter((one) => one.arn.startsWith(`${place}:backup-vault:`)) : [];
  return vaults.length === 1 ? vaults[0] : undefined;
}

/** The policy that a resource itself carries: bucket, key, topic, queue, secret, table, vault or event bus; for a role, its trust. */
export const resourcePolicy = (synthesized: Synthesized, arn: string): NamedPolicy | undefined => knownResource(synthesized, arn)?.policy?.();

/** The policy of a VPC endpoint of an environment: service as in its name, for example s3. */
export function endpointPolicy(synthesized: Synthesized, service: string, accountName: string): NamedPolicy | undefined {
  for (const scope of synthesized.scopesOf(accountName))
    for (const [name, { service_name, policy }] of resourcesOf(scope, 'aws_vpc_endpoint'))
      if (service_name.endsWith(`.${service}`) && policy) return named(`aws_vpc_endpoint.${name}`, policy, scope);
  return undefined;
}

/** Aliases of a key, as the condition key kms:ResourceAliases holds them. */
export const aliasesOf = (synthesized: Synthesized, arn: string): readonly string[] => knownResource(synthesized, arn)?.aliases ?? [];

/** The ARN of the key that an alias stands for: people know aliases, AWS authorizes keys. Other ARNs stay as they are. */
export const keyArn = (synthesized: Synthesized, arn: string): string => (arn.includes(':alias/') ? (knownResource(synthesized, arn)?.arn ?? arn) : arn);
