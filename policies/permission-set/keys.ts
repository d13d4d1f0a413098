import type { PolicyStatement } from '../policy-document';

/** Everything about keys but using them. */
export const allowKeySettings: PolicyStatement = {
  Sid: 'AllowKeySettings',
  Effect: 'Allow',
  Action: [
    'kms:CancelKeyDeletion',
    'kms:CreateAlias',
    'kms:DeleteAlias',
    'kms:Describe*',
    'kms:EnableKey*',
    'kms:Get*',
    'kms:List*',
    'kms:PutKeyPolicy',
    'kms:RevokeGrant',
    'kms:RotateKeyOnDemand',
    'kms:TagResource',
    'kms:UntagResource',
    'kms:UpdateAlias',
    'kms:UpdateKeyDescription',
  ],
  Resource: '*',
};

/** Separation of duties: who administers keys decrypts nothing, not by a grant either. */
export const denyKeyUse: PolicyStatement = {
  Sid: 'DenyKeyUse',
  Effect: 'Deny',
  Action: ['kms:CreateGrant', 'kms:Decrypt', 'kms:Encrypt', 'kms:GenerateDataKey*', 'kms:ReEncrypt*'],
  Resource: '*',
};
