import { SsoadminManagedPolicyAttachment } from '@cdktf/provider-aws/lib/ssoadmin-managed-policy-attachment';
import { SsoadminPermissionSet } from '@cdktf/provider-aws/lib/ssoadmin-permission-set';
import { SsoadminPermissionSetInlinePolicy } from '@cdktf/provider-aws/lib/ssoadmin-permission-set-inline-policy';
import type { ITerraformDependable } from 'cdktf';
import type { Construct } from 'constructs';
import { PERMISSION_SETS, type PermissionSetName } from '../../config/access-schema';
import { GLOBAL_REGION } from '../../config/aws-regions';
import type { Blueprint } from '../../config/blueprint';
import { PERMISSION_SET_RISKS } from '../../config/presets';
import { importExisting } from '../../lib/import-existing';
import { inlinePolicy, MANAGED_POLICIES } from '../../policies/permission-set/inline-policies';
import type { PermissionSetContext } from '../../policies/permission-set/permission-set-context';
import { minify } from '../../policies/policy-document';

/** What people read when they choose a role, and the page of the console on which they begin. */
const JOBS: Readonly<Record<PermissionSetName, { readonly description: string; readonly page: string; readonly global?: true }>> = {
  PlatformAdmin: { description: 'Look after the platform outside production', page: 'console/home' },
  Developer: { description: 'Build workloads in development environments', page: 'console/home' },
  DeveloperOperator: { description: 'Run and observe workloads, change no code and no infrastructure', page: 'cloudwatch/home' },
  DeveloperReadOnly: { description: 'Find out why a workload fails, change nothing', page: 'cloudwatch/home' },
  SecurityAdmin: { description: 'Run detection and response', page: 'securityhub/home' },
  SecurityAuditor: { description: 'Read what proves compliance, change nothing', page: 'securityhub/home' },
  NetworkAdmin: { description: 'Change networks and firewalls', page: 'vpcconsole/home' },
  KeyAdmin: { description: 'Administer keys without being able to use them', page: 'kms/home' },
  Billing: { description: 'Pay the bill and watch its growth', page: 'billing/home', global: true },
  OrganizationAdmin: { description: 'Look after the organization from the management account', page: 'organizations/v2/home', global: true },
  OrganizationAuditor: { description: 'Read the organization in the management account, change nothing', page: 'organizations/v2/home', global: true },
};

export interface PermissionSet {
  readonly arn: string;
  /** Its policies: whoever assigns the set waits for them, so that no role exists before its denials. */
  readonly policies: readonly ITerraformDependable[];
}

/** One set of permissions for each job: what it may do, where, and how long a stolen session is worth something. */
export function identityCenterPermissionSets(
  scope: Construct,
  { region, instanceArn }: Blueprint['identityCenter'],
  { permissionSets: limits, existing }: Blueprint['access'],
  organization: Omit<PermissionSetContext, 'regions' | 'services'>,
): Readonly<Record<PermissionSetName, PermissionSet>> {
  const permissionSet = (name: PermissionSetName): PermissionSet => {
    const { sessionHours, regions, services } = limits[name];
    const { description, page, global } = JOBS[name];
    const begin = global ? GLOBAL_REGION : regions[0];
    const set = new SsoadminPermissionSet(scope, name, {
      region,
      instanceArn,
      name,
      description,
      sessionDuration: `PT${sessionHours}H`,
      relayState: `https://${begin}.console.aws.amazon.com/${page}?region=${begin}`,
      tags: { Risk: PERMISSION_SET_RISKS[name] },
    });
    const arn = existing.permissionSets[name];
    if (arn) importExisting(set, `${arn},${instanceArn}@${region}`);
    const target = { region, instanceArn, permissionSetArn: set.arn };
    const inline = inlinePolicy(name, { ...organization, regions, services });
    const denials = [new SsoadminPermissionSetInlinePolicy(scope, `${name}-inline`, { ...target, inlinePolicy: minify(inline) })];
    const managed = MANAGED_POLICIES[name].map(
      (policy) =>
        new SsoadminManagedPolicyAttachment(scope, `${name}-${policy.split('/').pop()}`, {
          ...target,
          managedPolicyArn: `arn:aws:iam::aws:policy/${policy}`,
          // An administrator's policy must not come before the inline one that denies the platform's roles.
          dependsOn: denials,
        }),
    );
    return { arn: set.arn, policies: [...denials, ...managed] };
  };
  return Object.fromEntries(PERMISSION_SETS.map((name) => [name, permissionSet(name)])) as Record<PermissionSetName, PermissionSet>;
}
