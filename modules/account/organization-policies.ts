import { OrganizationsPolicy } from '@cdktf/provider-aws/lib/organizations-policy';
import { OrganizationsPolicyAttachment } from '@cdktf/provider-aws/lib/organizations-policy-attachment';
import { Construct } from 'constructs';
import { ORGANIZATION_POLICY_LIMITS } from '../../config/aws-limits';
import type { Blueprint } from '../../config/blueprint';
import { type OrganizationPolicy, organizationPolicies } from '../../policies/organization-policies';

export interface OrganizationPoliciesProps {
  readonly rootId: string;
  /** Path of each organizational unit -> id. */
  readonly units: Readonly<Record<string, string>>;
  readonly accounts: Blueprint['accounts'];
  readonly dataClasses: Blueprint['dataClasses'];
  readonly homeRegion: string;
  /** Environments with the backup policy. */
  readonly backedUp: readonly string[];
  /**
   * Vault of another account that gets a copy of each backup.
   * @default none
   */
  readonly copyVaultArn?: string;
}

/** Settings that no account can change back (EC2), tags that mean something, AI opt-out and backups: what IAM language cannot say. */
export class OrganizationPolicies extends Construct {
  constructor(scope: Construct, id: string, props: OrganizationPoliciesProps) {
    super(scope, id);
    const accounts = Object.values(props.accounts);
    const policies = organizationPolicies({
      accounts: accounts.map((account) => account.id),
      environments: accounts.map(({ environment }) => environment),
      dataClasses: Object.entries(props.dataClasses).map(([name, { retentionDays }]) => ({ name, retentionDays })),
      homeRegion: props.homeRegion,
      backedUp: props.backedUp,
      ...(props.copyVaultArn ? { copyVaultArn: props.copyVaultArn } : {}),
    });
    for (const policy of policies) this.policy(policy, props);
  }

  private policy({ name, type, description, document, units }: OrganizationPolicy, props: OrganizationPoliciesProps): void {
    const content = JSON.stringify(document);
    const limit = ORGANIZATION_POLICY_LIMITS[type].characters;
    if (content.length > limit)
      throw new Error(`policies/organization-policies.ts: ${name} is too large, got ${content.length} of ${limit} characters; split it`);
    const policy = new OrganizationsPolicy(this, name, { name: `platform-${name}`, description, type, content });
    for (const path of units) {
      const targetId = path === '' ? props.rootId : props.units[path];
      if (!targetId) throw new Error(`policies/organization-policies.ts: ${name} attaches to no organizational unit, got "${path}"; correct the path`);
      new OrganizationsPolicyAttachment(this, `${name}-${path === '' ? 'root' : path.replaceAll('/', '-')}`, { policyId: policy.id, targetId });
    }
  }
}
