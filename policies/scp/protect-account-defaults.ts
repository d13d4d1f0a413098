import { APPLY, BREAK_GLASS, denyBut, type Guardrail } from '../guardrail-context';

/** Safe defaults of the account (no public buckets, images or snapshots, encrypted volumes, IMDSv2, no serial console) are switched off by mistake or on purpose. Exempt: the apply role and break-glass. */
export const protectAccountDefaults: Guardrail = () =>
  denyBut([APPLY, BREAK_GLASS], {
    Sid: 'ProtectAccountDefaults',
    Action: [
      's3:PutAccountPublicAccessBlock',
      'ec2:DisableEbsEncryptionByDefault',
      'ec2:ModifyEbsDefaultKmsKeyId',
      'ec2:ResetEbsDefaultKmsKeyId',
      'ec2:DisableSnapshotBlockPublicAccess',
      'ec2:DisableImageBlockPublicAccess',
      'ec2:EnableSerialConsoleAccess',
      'ec2:ModifyInstanceMetadataDefaults',
      'ec2:DisableAllowedImagesSettings',
      'ssm:UpdateServiceSetting',
      'ssm:ResetServiceSetting',
      'iam:DeleteAccountPasswordPolicy',
      'iam:UpdateAccountPasswordPolicy',
      'account:PutAlternateContact',
      'account:DeleteAlternateContact',
      'account:PutContactInformation',
      'account:EnableRegion',
      'account:DisableRegion',
      'emr:PutBlockPublicAccessConfiguration',
    ],
  });
