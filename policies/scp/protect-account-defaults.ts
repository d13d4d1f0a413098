import { APPLY, BREAK_GLASS, but, guardrail } from '../guardrail-context';

export const protectAccountDefaults = guardrail(
  'ProtectAccountDefaults',
  'Safe defaults of the account (no public buckets, images or snapshots, encrypted volumes, IMDSv2, no serial console, contacts, regions) are switched off by mistake or on purpose. Exempt: the apply role and break-glass.',
  () => ({
    Action: [
      'account:DeleteAlternateContact',
      'account:DisableRegion',
      'account:EnableRegion',
      'account:PutAlternateContact',
      'account:PutContactInformation',
      'ec2:DisableAllowedImagesSettings',
      'ec2:DisableEbsEncryptionByDefault',
      'ec2:DisableImageBlockPublicAccess',
      'ec2:DisableSnapshotBlockPublicAccess',
      'ec2:EnableSerialConsoleAccess',
      'ec2:ModifyEbsDefaultKmsKeyId',
      'ec2:ModifyInstanceMetadataDefaults',
      'ec2:ReplaceImageCriteriaInAllowedImagesSettings',
      'ec2:ResetEbsDefaultKmsKeyId',
      'elasticmapreduce:PutBlockPublicAccessConfiguration',
      'iam:CreateAccountAlias',
      'iam:DeleteAccountAlias',
      'iam:DeleteAccountPasswordPolicy',
      'iam:SetSecurityTokenServicePreferences',
      'iam:UpdateAccountPasswordPolicy',
      's3:PutAccountPublicAccessBlock',
      'ssm:ResetServiceSetting',
      'ssm:UpdateServiceSetting',
    ],
    Condition: but([APPLY, BREAK_GLASS]),
  }),
);
