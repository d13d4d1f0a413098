import type { DataClass } from '../../config/blueprint';
import type { KeyPrincipals } from '../../config/data-class-schema';
import { identityCenterRolePattern, platformRoleArn } from '../../lib/arn';
import { type PolicyDocument, policyDocument } from '../policy-document';
import { allowKeyAdministration, allowReadingKeySettings, denyDecryptingByApplyRole, denyKeyLoss, denyUseByKeyAdministrators } from './administration';
import { allowBackupCopies, type CopyingAccounts } from './backup-copies';
import { allowColumnEncryption } from './column-encryption';
import type { KeyContext } from './key-context';
import { serviceRoles } from './service-roles';
import { allowServicesOfAccount } from './services-of-account';
import {
  allowBuilding,
  allowCloudWatchLogs,
  allowGrantsForServices,
  allowReadingFirewalls,
  allowUseForContext,
  allowUseThroughServices,
  FIREWALL,
  type KeyUsers,
} from './use';

export interface DataKeyProps {
  readonly account: string;
  readonly region: string;
  /** Name of the class; stands in the encryption context of its columns. */
  readonly className: string;
  readonly dataClass: Pick<DataClass, 'administrators' | 'users' | 'columnEncryption'>;
  /** What the key is for: data of a class, the platform's own configuration, log groups, or secrets. */
  readonly purpose: 'data' | 'configuration' | 'logs' | 'secrets';
  /** Path and name of the roles with which application pipelines deploy. */
  readonly deployRoles: readonly string[];
  /**
   * Accounts that AWS Backup copies what this key encrypts into.
   * @default none
   */
  readonly copies?: CopyingAccounts;
}

/** Services through which users use a key of a class, and which tell nothing of what they work for. */
const SERVICES = ['backup', 'ebs', 'ec2', 'ecr', 'elasticfilesystem', 'kinesis', 'lambda', FIREWALL, 'rds', 's3', 'sns', 'sqs', 'ssm'];
/** These say in the encryption context whose table or secret it is. */
const WITH_CONTEXT = ['dynamodb', 'secretsmanager'];

/** ARN patterns of permission sets and roles in an account. */
export const arnPatterns = (account: string, { permissionSets, roles }: KeyPrincipals): string[] => [
  ...permissionSets.flatMap((name) => identityCenterRolePattern(name, account)),
  ...roles.map((name) => `arn:aws:iam::${account}:role/${name}`),
];

/** The policy of a data class's key: administrators and users are different people, and everything passes through a service. */
export function dataKeyPolicy({ account, region, className, dataClass, purpose, deployRoles, copies }: DataKeyProps): PolicyDocument {
  const platform = [platformRoleArn(account, 'apply'), platformRoleArn(account, 'break-glass')];
  const context: KeyContext = { account, region, administrators: [...platform, ...arnPatterns(account, dataClass.administrators)] };
  const users: KeyUsers = dataClass.users === 'account' ? 'account' : [...arnPatterns(account, dataClass.users), ...serviceRoles(account)];
  // Whoever may use the key builds with it anyway, where that is everybody.
  const builders = [...platform, ...(users === 'account' ? [] : arnPatterns(account, { permissionSets: [], roles: [...deployRoles] }))];
  const secret = ['SecretARN', `arn:aws:secretsmanager:${region}:${account}:secret:*`] as const;
  const use = {
    data: [
      allowUseThroughServices(context, SERVICES, users),
      allowUseForContext(context, 'AllowUseForOurTables', 'dynamodb', ['aws:dynamodb:subscriberId', account], users),
      allowUseForContext(context, 'AllowUseForOurSecrets', 'secretsmanager', secret, users),
      allowGrantsForServices(context, [...SERVICES, ...WITH_CONTEXT], users),
      ...allowBuilding(context, [...SERVICES, ...WITH_CONTEXT], builders),
      // A log group's readers need no key: CloudWatch Logs decrypts for them. So no log groups of sensitive classes.
      ...(users === 'account' ? [allowCloudWatchLogs(context), ...allowServicesOfAccount(context)] : []),
      ...(copies ? allowBackupCopies(context, copies) : []),
      ...dataClass.columnEncryption.flatMap((table) => allowColumnEncryption(context, className, table)),
    ],
    logs: [allowCloudWatchLogs(context)],
    secrets: [
      allowUseForContext(context, 'AllowUseForOurSecrets', 'secretsmanager', secret, users),
      allowGrantsForServices(context, ['rds', 'secretsmanager'], users),
      ...allowBuilding(context, ['rds', 'secretsmanager'], builders),
    ],
  };
  return policyDocument(
    allowKeyAdministration(context),
    allowReadingKeySettings(context),
    ...(purpose === 'configuration' ? [...use.data, allowReadingFirewalls(context, platform.slice(0, 1))] : use[purpose]),
    ...(context.administrators.length > platform.length ? [denyUseByKeyAdministrators(context)] : []),
    denyDecryptingByApplyRole(context),
    denyKeyLoss(context),
  );
}
