import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { IamRolePolicyAttachment } from '@cdktf/provider-aws/lib/iam-role-policy-attachment';
import { ShieldDrtAccessRoleArnAssociation } from '@cdktf/provider-aws/lib/shield-drt-access-role-arn-association';
import type { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import { SERVICE_ROLE_PATH } from '../../lib/naming';
import { minify } from '../../policies/policy-document';
import { shieldResponseTeamTrust } from '../../policies/role/shield-response-team';

/** Help during an attack without a night call for access: AWS's response team may change WAF and Shield, nothing else. */
export class ShieldResponseTeam extends Construct {
  constructor(scope: Construct, id: string, { account, dependsOn }: { readonly account: string; readonly dependsOn: ITerraformDependable[] }) {
    super(scope, id);
    const role = new IamRole(this, 'role', {
      name: 'shield-response-team',
      path: SERVICE_ROLE_PATH,
      description: "AWS's Shield response team",
      assumeRolePolicy: minify(shieldResponseTeamTrust(account)),
    });
    const attachment = new IamRolePolicyAttachment(this, 'policy', {
      role: role.name,
      policyArn: 'arn:aws:iam::aws:policy/service-role/AWSShieldDRTAccessPolicy',
    });
    new ShieldDrtAccessRoleArnAssociation(this, 'association', { roleArn: role.arn, dependsOn: [attachment, ...dependsOn] });
  }
}
