import { SecretsmanagerSecret } from '@cdktf/provider-aws/lib/secretsmanager-secret';
import { SecretsmanagerSecretPolicy } from '@cdktf/provider-aws/lib/secretsmanager-secret-policy';
import { Construct } from 'constructs';
import { dataTags } from '../../lib/data-tags';
import { minify } from '../../policies/policy-document';
import { unusedSecretPolicy } from '../../policies/resource/secret';

export interface DecoySecretProps {
  readonly account: string;
  readonly organizationId: string;
  readonly region: string;
  readonly name: string;
  /** Key of secrets. */
  readonly keyArn: string;
  readonly owner: string;
}

/** A secret that nothing reads: whoever collects secrets reads it, too. Its value is put by hand: Terraform would read it at every plan. */
export class DecoySecret extends Construct {
  constructor(scope: Construct, id: string, { account, organizationId, region, name, keyArn, owner }: DecoySecretProps) {
    super(scope, id);
    const tags = dataTags('application', undefined, owner);
    const secret = new SecretsmanagerSecret(this, 'secret', { region, name, kmsKeyId: keyArn, recoveryWindowInDays: 30, tags });
    const policy = minify(unusedSecretPolicy(account, organizationId));
    new SecretsmanagerSecretPolicy(this, 'policy', { region, secretArn: secret.arn, blockPublicPolicy: true, policy });
  }
}
