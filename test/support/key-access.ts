import { accountNamed } from '../../config/blueprint';
import { administrator } from '../../tools/can/corpus';
import { decide, type Layer } from '../../tools/can/decide';
import type { Principal } from '../../tools/can/principals';
import type { Synthesized } from '../../tools/can/synthesized';

/** A key of an environment by the end of its alias. */
export type KeyName = 'customer' | 'application' | 'operational' | 'infrastructure' | 'logs' | 'secrets';
export const KEY_NAMES: readonly KeyName[] = ['customer', 'application', 'operational', 'infrastructure', 'logs', 'secrets'];

/** What somebody may try with a key. */
export type Verb = 'administer' | 'encrypt' | 'decrypt' | 'decrypt directly' | 'grant to AWS' | 'grant' | 'read settings' | 'delete';
type Context = Readonly<Record<string, string>>;

export const accountId = (synthesized: Synthesized, name: string): string => accountNamed(synthesized.blueprint, name).id;
export const keyOf = (synthesized: Synthesized, environment: string, key: string, region = synthesized.blueprint.regions.home): string =>
  `arn:aws:kms:${region}:${accountId(synthesized, environment)}:alias/data/${key}`;
export const roleArn = (synthesized: Synthesized, environment: string, name: string): string =>
  `arn:aws:iam::${accountId(synthesized, environment)}:role/${name}`;
/** The role that Identity Center makes of a permission set. */
export const setRole = (synthesized: Synthesized, environment: string, set: string): string =>
  roleArn(synthesized, environment, `aws-reserved/sso.amazonaws.com/${synthesized.blueprint.identityCenter.region}/AWSReservedSSO_${set}_0123456789abcdef`);

/** What KMS hears when a service works for somebody: the service, the account, and where it says so, for what. */
export const through = (synthesized: Synthesized, service: string, caller: string): Context => {
  const { home } = synthesized.blueprint.regions;
  const account = accountId(synthesized, caller);
  return {
    'kms:ViaService': `${service}.${home}.amazonaws.com`,
    'kms:CallerAccount': account,
    ...(service === 'secretsmanager' ? { 'kms:EncryptionContext:SecretARN': `arn:aws:secretsmanager:${home}:${account}:secret:database-AbCdEf` } : {}),
    ...(service === 'dynamodb' ? { 'kms:EncryptionContext:aws:dynamodb:subscriberId': account, 'kms:EncryptionContext:aws:dynamodb:tableName': 'orders' } : {}),
  };
};
/** The same without encryption context: grants and descriptions have none. */
const bare = (context: Context): Context => Object.fromEntries(Object.entries(context).filter(([key]) => !key.startsWith('kms:EncryptionContext')));
export const granting = (context: Context, toAws = true): Context => ({ ...bare(context), 'kms:GrantIsForAWSResource': String(toAws) });

/** Every verb as the request that AWS makes of it. */
export function requests(synthesized: Synthesized, key: KeyName, caller: string): Readonly<Record<Verb, readonly [action: string, context: Context]>> {
  const via = through(synthesized, key === 'secrets' ? 'secretsmanager' : 's3', caller);
  const own = { 'kms:CallerAccount': accountId(synthesized, caller) };
  return {
    administer: ['kms:PutKeyPolicy', {}],
    encrypt: ['kms:GenerateDataKey', via],
    decrypt: ['kms:Decrypt', via],
    'decrypt directly': ['kms:Decrypt', own],
    'grant to AWS': ['kms:CreateGrant', granting(through(synthesized, 'rds', caller))],
    grant: ['kms:CreateGrant', granting(own, false)],
    'read settings': ['kms:GetKeyPolicy', {}],
    delete: ['kms:ScheduleKeyDeletion', {}],
  };
}

/** May somebody, whom IAM lets do everything, do this? Then the key alone says no. */
export async function may(
  synthesized: Synthesized,
  principal: string | Principal,
  resource: string,
  [action, context]: readonly [string, Context],
  layers: readonly Layer[] = ['resource'],
): Promise<boolean> {
  const who = typeof principal === 'string' ? administrator(principal) : principal;
  return (await decide(synthesized, { principal: who, action, resource, context }, layers)).result === 'Allowed';
}
