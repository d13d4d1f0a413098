import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { IamRolePolicy } from '@cdktf/provider-aws/lib/iam-role-policy';
import { Construct } from 'constructs';
import { QUARANTINE_ROLE, SERVICE_ROLE_PATH } from '../../lib/naming';
import { minify } from '../../policies/policy-document';
import { quarantinePolicy, quarantineTrust } from '../../policies/role/quarantine';

export interface QuarantineRoleProps {
  readonly managementAccount: string;
  readonly securityAccount: string;
  readonly organizationId: string;
  /** Ids of accounts that may be cut off. */
  readonly quarantinable: readonly string[];
}

/** Cuts an account off by a service control policy, for the response function alone. People take it back. */
export class QuarantineRole extends Construct {
  constructor(scope: Construct, id: string, props: QuarantineRoleProps) {
    super(scope, id);
    const { managementAccount, securityAccount, organizationId, quarantinable } = props;
    const role = new IamRole(this, 'role', {
      name: QUARANTINE_ROLE,
      path: SERVICE_ROLE_PATH,
      maxSessionDuration: 3600,
      assumeRolePolicy: minify(quarantineTrust(securityAccount, organizationId)),
    });
    new IamRolePolicy(this, 'quarantine', {
      name: 'quarantine',
      role: role.name,
      policy: minify(quarantinePolicy(managementAccount, organizationId, quarantinable)),
    });
  }
}
