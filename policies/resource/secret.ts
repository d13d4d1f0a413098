import { type PolicyDocument, policyDocument } from '../policy-document';
import { custodians } from './custodians';
import { denyOthers, denyOutsideOrganization, denyPlainHttp } from './perimeter';

export interface SecretPolicy {
  readonly account: string;
  readonly organizationId: string;
  /** ARNs of roles that read the value. */
  readonly readers: readonly string[];
  /** ARN of the role of the rotation function: it alone writes values. */
  readonly rotation: string;
}

/** The value reaches the application and the function that rotates it; no administrator, no pipeline, no state. */
export const secretPolicy = ({ account, organizationId, readers, rotation }: SecretPolicy): PolicyDocument =>
  policyDocument(
    denyPlainHttp({ arn: '*', actions: 'secretsmanager:*' }),
    denyOutsideOrganization({ arn: '*', actions: 'secretsmanager:*' }, organizationId),
    denyOthers('DenyReadingByOthers', { arn: '*', actions: 'secretsmanager:GetSecretValue' }, [...readers, rotation]),
    denyOthers('DenyWritingByOthers', { arn: '*', actions: ['secretsmanager:PutSecretValue', 'secretsmanager:UpdateSecretVersionStage'] }, [rotation]),
    denyOthers(
      'DenySettingsByOthers',
      {
        arn: '*',
        actions: [
          'secretsmanager:CancelRotateSecret',
          'secretsmanager:DeleteResourcePolicy',
          'secretsmanager:DeleteSecret',
          'secretsmanager:PutResourcePolicy',
          'secretsmanager:ReplicateSecretToRegions',
          'secretsmanager:RotateSecret',
          'secretsmanager:UpdateSecret',
        ],
      },
      custodians(account),
    ),
  );

/** A master password is for RDS alone; whoever must have it in an emergency changes this policy first, which shows. */
export const masterSecretPolicy = (account: string, organizationId: string): PolicyDocument =>
  policyDocument(
    denyPlainHttp({ arn: '*', actions: 'secretsmanager:*' }),
    denyOutsideOrganization({ arn: '*', actions: 'secretsmanager:*' }, organizationId),
    denyOthers('DenyReadingByOthers', { arn: '*', actions: 'secretsmanager:GetSecretValue' }, [
      `arn:aws:iam::${account}:role/aws-service-role/rds.amazonaws.com/AWSServiceRoleForRDS`,
    ]),
    denyOthers('DenySettingsByOthers', { arn: '*', actions: ['secretsmanager:DeleteResourcePolicy', 'secretsmanager:PutResourcePolicy'] }, custodians(account)),
  );

/** A secret that nothing works with: the account's principals may read it (which alarms), nobody but pipeline and break-glass changes it. */
export const unusedSecretPolicy = (account: string, organizationId: string): PolicyDocument =>
  policyDocument(
    denyPlainHttp({ arn: '*', actions: 'secretsmanager:*' }),
    denyOutsideOrganization({ arn: '*', actions: 'secretsmanager:*' }, organizationId),
    denyOthers(
      'DenyChangesByOthers',
      { arn: '*', actions: ['secretsmanager:Delete*', 'secretsmanager:Put*', 'secretsmanager:Replicate*', 'secretsmanager:Rotate*', 'secretsmanager:Update*'] },
      custodians(account),
    ),
  );
