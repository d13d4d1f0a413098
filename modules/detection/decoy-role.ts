import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { IamRolePolicy } from '@cdktf/provider-aws/lib/iam-role-policy';
import { Construct } from 'constructs';
import { minify } from '../../policies/policy-document';
import { denyAll } from '../../policies/role/deny-all';
import { accountTrust } from '../../policies/role/trust';

export interface DecoyRoleProps {
  readonly account: string;
  readonly name: string;
}

/** A role with a tempting name that everybody in the account may try and that can do nothing: an intruder who collects roles rings the bell. */
export class DecoyRole extends Construct {
  constructor(scope: Construct, id: string, { account, name }: DecoyRoleProps) {
    super(scope, id);
    // No service in the trust: passing it to one is useless, and the guardrails deny it to all but the pipeline.
    const role = new IamRole(this, 'role', { name, path: '/', assumeRolePolicy: minify(accountTrust(account)), maxSessionDuration: 3600 });
    new IamRolePolicy(this, 'limits', { name: 'limits', role: role.name, policy: minify(denyAll()) });
  }
}
