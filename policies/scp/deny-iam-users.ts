import { BREAK_GLASS, denyBut, type Guardrail } from '../guardrail-context';

/** Long-lived keys leak. No users, access keys, passwords, or identity providers of one's own; people sign in through Identity Center. Exempt: break-glass. */
export const denyIamUsers: Guardrail = () =>
  denyBut([BREAK_GLASS], {
    Sid: 'DenyIamUsers',
    Action: [
      'iam:AddClientIDToOpenIDConnectProvider',
      'iam:CreateAccessKey',
      'iam:CreateLoginProfile',
      'iam:CreateOpenIDConnectProvider',
      'iam:CreateSAMLProvider',
      'iam:CreateServiceSpecificCredential',
      'iam:CreateUser',
      'iam:CreateVirtualMFADevice',
      'iam:DeleteOpenIDConnectProvider',
      'iam:UpdateAccessKey',
      'iam:UpdateLoginProfile',
      'iam:UpdateOpenIDConnectProviderThumbprint',
      'iam:UpdateSAMLProvider',
      'iam:UploadSSHPublicKey',
      'iam:UploadSigningCertificate',
      'iam:AttachUserPolicy',
      'iam:PutUserPolicy',
      'rolesanywhere:Create*',
      'sts:GetFederationToken', // outlives the key that it was made with
    ],
  });
