import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { IamRolePolicyAttachment } from '@cdktf/provider-aws/lib/iam-role-policy-attachment';
import { Construct } from 'constructs';
import { iamUserArn } from '../../lib/arn';
import { PLATFORM_PATH } from '../../lib/naming';
import { minify } from '../../policies/policy-document';
import { breakGlassTrust } from '../../policies/role/trust';

export interface BreakGlassRoleProps {
  readonly managementAccount: string;
  /** Names of the two IAM users of the management account. */
  readonly users: readonly string[];
}

/** The way in when Identity Center, the identity provider or a guardrail fails; every use alarms. */
export class BreakGlassRole extends Construct {
  constructor(scope: Construct, id: string, { managementAccount, users }: BreakGlassRoleProps) {
    super(scope, id);
    const role = new IamRole(this, 'role', {
      name: 'break-glass',
      path: PLATFORM_PATH,
      description: 'Emergencies only: two people with hardware MFA; every use alarms',
      maxSessionDuration: 3600,
      assumeRolePolicy: minify(
        breakGlassTrust(
          managementAccount,
          users.map((user) => iamUserArn(managementAccount, PLATFORM_PATH, user)),
        ),
      ),
    });
    new IamRolePolicyAttachment(this, 'administrator', { role: role.name, policyArn: 'arn:aws:iam::aws:policy/AdministratorAccess' });
  }
}
