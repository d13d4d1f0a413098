import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { IamRolePolicy } from '@cdktf/provider-aws/lib/iam-role-policy';
import { Construct } from 'constructs';
import { RESPONSE_ROLE, SERVICE_ROLE_PATH } from '../../lib/naming';
import { minify } from '../../policies/policy-document';
import { responsePolicy, responseTrust } from '../../policies/role/response';

export interface ResponseRoleProps {
  /** Id of the account that the role stands in, and of the one that responds. */
  readonly account: string;
  readonly securityAccount: string;
  readonly organizationId: string;
}

/** Lets the security account's responses act in an account, each action for one kind of finding. */
export class ResponseRole extends Construct {
  constructor(scope: Construct, id: string, { account, securityAccount, organizationId }: ResponseRoleProps) {
    super(scope, id);
    const role = new IamRole(this, 'role', {
      name: RESPONSE_ROLE,
      path: SERVICE_ROLE_PATH,
      maxSessionDuration: 3600,
      assumeRolePolicy: minify(responseTrust(securityAccount, organizationId)),
    });
    new IamRolePolicy(this, 'respond', { name: 'respond', role: role.name, policy: minify(responsePolicy(account)) });
  }
}
