import { accountRootArn, iamRoleArn, identityCenterRolePattern } from '../../lib/arn';
import { HUNTING_ROLE, SERVICE_ROLE_PATH } from '../../lib/naming';
import { ofGuardDuty } from '../bucket/findings';
import { type PolicyDocument, policyDocument } from '../policy-document';
import { allowKeyAdministration, allowReadingKeySettings, denyDecryptingByApplyRole, denyKeyLoss, denyUseByKeyAdministrators } from './administration';
import { keyAdministrators } from './key-context';

export interface FindingsKey {
  /** Id of the security account, whose key it is. */
  readonly security: string;
  /** Id of the log archive, where the findings lie. */
  readonly archive: string;
  readonly region: string;
  /** GuardDuty's service principals. */
  readonly principals: readonly string[];
}

/** GuardDuty encrypts findings for our own detectors; in the archive the security team and its hunting role read them through S3, nobody else anywhere. */
export function findingsKeyPolicy({ security, archive, region, principals }: FindingsKey): PolicyDocument {
  const context = { account: security, region, administrators: keyAdministrators(security) };
  return policyDocument(
    allowKeyAdministration(context),
    allowReadingKeySettings(context),
    {
      Sid: 'AllowGuardDuty',
      Effect: 'Allow',
      Principal: { Service: [...principals] },
      Action: 'kms:GenerateDataKey',
      Resource: '*',
      Condition: ofGuardDuty(security),
    },
    {
      Sid: 'AllowReadersOfArchive',
      Effect: 'Allow',
      Principal: { AWS: accountRootArn(archive) },
      Action: ['kms:Decrypt', 'kms:DescribeKey'],
      Resource: '*',
      Condition: {
        StringEquals: { 'kms:CallerAccount': archive, 'kms:ViaService': `s3.${region}.amazonaws.com` },
        ArnLike: { 'aws:PrincipalArn': [iamRoleArn(archive, SERVICE_ROLE_PATH, HUNTING_ROLE), ...identityCenterRolePattern('SecurityAdmin', archive)] },
      },
    },
    denyUseByKeyAdministrators(context),
    denyDecryptingByApplyRole(context),
    denyKeyLoss(context),
  );
}
