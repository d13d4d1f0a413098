import { SecretsmanagerSecret } from '@cdktf/provider-aws/lib/secretsmanager-secret';
import { SecretsmanagerSecretPolicy } from '@cdktf/provider-aws/lib/secretsmanager-secret-policy';
import { SecretsmanagerSecretRotation } from '@cdktf/provider-aws/lib/secretsmanager-secret-rotation';
import { Construct } from 'constructs';
import { refuse } from '../../lib/mistakes';
import { minify } from '../../policies/policy-document';
import { secretPolicy } from '../../policies/resource/secret';
import { type NamedRole, refuseRoles, roleArns } from './named-roles';
import { type DataProps, refuseName, workloadTags } from './workload';

export interface RotatedSecretProps extends DataProps {
  readonly readers: readonly NamedRole[];
  /** The function that makes every value, the first included. It stands before this is applied and lets secretsmanager.amazonaws.com call it. */
  readonly rotation: { readonly functionArn: string; readonly role: NamedRole };
  /** Days between rotations, 1 to 90. @default 30 */
  readonly rotationDays?: number;
}

/** A value that applications read and that no person, file or Terraform state ever holds: its function makes and changes it. */
export class RotatedSecret extends Construct {
  readonly arn: string;

  constructor(scope: Construct, id: string, props: RotatedSecretProps) {
    super(scope, id);
    const { workload, readers, rotation, rotationDays = 30 } = props;
    const { region, account, organization, environment } = workload;
    const name = `${environment}/${props.name}`;
    refuseName(this, props, name, 512);
    refuseRoles(this, { readers, 'rotation.role': [rotation.role] });
    refuse(this, [
      !(Number.isInteger(rotationDays) && rotationDays >= 1 && rotationDays <= 90) &&
        `rotationDays must be a whole number from 1 to 90, got ${rotationDays}; a value that lives longer is as good as a password on paper`,
      !new RegExp(`^arn:aws:lambda:${region}:${account}:function:[\\w-]{1,64}$`).test(rotation.functionArn) &&
        `rotation.functionArn must be a function of this account and region, got ${rotation.functionArn}; Secrets Manager calls no other`,
    ]);
    const secret = new SecretsmanagerSecret(this, 'secret', {
      region,
      name,
      description: `Made and rotated by ${rotation.functionArn.split(':').pop()}`,
      kmsKeyId: workload.keyArns.secrets,
      recoveryWindowInDays: 30,
      tags: workloadTags(props),
    });
    const policy = secretPolicy({
      account,
      organizationId: organization.id,
      readers: roleArns(workload, readers),
      rotation: roleArns(workload, [rotation.role])[0] as string,
    });
    const guarded = new SecretsmanagerSecretPolicy(this, 'policy', { region, secretArn: secret.arn, blockPublicPolicy: true, policy: minify(policy) });
    new SecretsmanagerSecretRotation(this, 'rotation', {
      region,
      secretId: secret.id,
      rotationLambdaArn: rotation.functionArn,
      rotationRules: { automaticallyAfterDays: rotationDays },
      rotateImmediately: true, // the first rotation makes the first value
      dependsOn: [guarded],
    });
    this.arn = secret.arn;
  }
}
