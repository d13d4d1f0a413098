import { ofMacie } from '../bucket/macie-results';
import { type PolicyDocument, policyDocument } from '../policy-document';
import { allowKeyAdministration, allowReadingKeySettings, denyDecryptingByApplyRole, denyKeyLoss, denyUseByKeyAdministrators } from './administration';
import { keyAdministrators } from './key-context';
import { allowUseThroughServices } from './use';

export interface MacieResultsKey {
  readonly account: string;
  readonly region: string;
  /** Macie's service principals. */
  readonly principals: readonly string[];
}

/** Macie encrypts results for our own jobs; who may read the bucket reads them through S3, and neither the pipeline nor who administers keys. */
export function macieResultsKeyPolicy({ account, region, principals }: MacieResultsKey): PolicyDocument {
  const context = { account, region, administrators: keyAdministrators(account) };
  return policyDocument(
    allowKeyAdministration(context),
    allowReadingKeySettings(context),
    allowUseThroughServices(context, ['s3']),
    {
      Sid: 'AllowMacie',
      Effect: 'Allow',
      Principal: { Service: [...principals] },
      Action: ['kms:Encrypt', 'kms:GenerateDataKey'],
      Resource: '*',
      Condition: ofMacie(account),
    },
    denyUseByKeyAdministrators(context),
    denyDecryptingByApplyRole(context),
    denyKeyLoss(context),
  );
}
