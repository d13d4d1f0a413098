import { accountRootArn } from '../../lib/arn';
import type { PolicyStatement } from '../policy-document';
import type { KeyContext } from './key-context';

export interface EnclaveImage {
  /** ARN of the role of the parent instance. */
  readonly roleArn: string;
  /** PCR0 of the enclave image: the SHA-384 digest that nitro-cli build-enclave prints. */
  readonly imageSha384: string;
}

const MEASURED = ['kms:Decrypt', 'kms:GenerateDataKey', 'kms:GenerateDataKeyPair', 'kms:DeriveSharedSecret'];

/**
 * Data in use: AWS KMS answers only to the measured image, and only under that enclave's own public key. Root on the parent
 * instance holds the same role and gets nothing.
 */
export const allowEnclave = ({ account }: KeyContext, { roleArn, imageSha384 }: EnclaveImage): PolicyStatement => ({
  Sid: 'AllowEnclave',
  Effect: 'Allow',
  Principal: { AWS: accountRootArn(account) },
  Action: MEASURED,
  Resource: '*',
  Condition: {
    ArnEquals: { 'aws:PrincipalArn': roleArn },
    StringEqualsIgnoreCase: { 'kms:RecipientAttestation:ImageSha384': imageSha384, 'kms:RecipientAttestation:PCR0': imageSha384 },
  },
});

/** Without an attestation document the plaintext would leave AWS KMS: nobody gets it, not even by a grant. */
export const denyOutsideEnclave = ({ imageSha384 }: EnclaveImage): PolicyStatement => ({
  Sid: 'DenyOutsideEnclave',
  Effect: 'Deny',
  Principal: { AWS: '*' },
  Action: MEASURED,
  Resource: '*',
  Condition: { StringNotEqualsIgnoreCase: { 'kms:RecipientAttestation:ImageSha384': imageSha384 } },
});

/** Named producers encrypt what only the enclave opens. */
export const allowEncryption = ({ account }: KeyContext, producers: readonly string[]): PolicyStatement => ({
  Sid: 'AllowEncryption',
  Effect: 'Allow',
  Principal: { AWS: accountRootArn(account) },
  Action: ['kms:Encrypt', 'kms:DescribeKey'],
  Resource: '*',
  Condition: { ArnLike: { 'aws:PrincipalArn': producers } },
});
