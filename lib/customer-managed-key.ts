import { KmsAlias } from '@cdktf/provider-aws/lib/kms-alias';
import { KmsKey } from '@cdktf/provider-aws/lib/kms-key';
import type { Construct } from 'constructs';
import { minify, type PolicyDocument } from '../policies/policy-document';

export interface CustomerManagedKeyProps {
  readonly region: string;
  readonly description: string;
  readonly tags: Record<string, string>;
  readonly policy: PolicyDocument;
  /** `alias/...`. */
  readonly aliasName: string;
}

/** A key that rotates, with its alias, made in the scope of its module; deleting it takes the longest time that AWS KMS knows (30 days). */
export function customerManagedKey(scope: Construct, { region, description, tags, policy, aliasName }: CustomerManagedKeyProps): KmsKey {
  const key = new KmsKey(scope, 'key', { region, description, enableKeyRotation: true, deletionWindowInDays: 30, tags, policy: minify(policy) });
  new KmsAlias(scope, 'alias', { region, name: aliasName, targetKeyId: key.keyId });
  return key;
}
