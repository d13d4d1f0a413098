import { OrganizationsPolicy } from '@cdktf/provider-aws/lib/organizations-policy';
import { OrganizationsPolicyAttachment } from '@cdktf/provider-aws/lib/organizations-policy-attachment';
import { Construct } from 'constructs';
import { LIMITS } from '../../config/aws-limits';
import type { Blueprint } from '../../config/blueprint';
import { attachments } from '../../policies/attachments';
import { pack } from '../../policies/pack';
import { minify } from '../../policies/policy-document';

export interface GuardrailsProps {
  readonly rootId: string;
  /** Path of each organizational unit -> id. */
  readonly units: Readonly<Record<string, string>>;
  readonly environments: Blueprint['environments'];
  readonly enabledRegions: readonly string[];
  readonly bootstrapRoleNames: readonly string[];
}

/** Service control policies: what nobody in a unit may do, however powerful in their account. */
export class Guardrails extends Construct {
  constructor(scope: Construct, id: string, props: GuardrailsProps) {
    super(scope, id);
    const context = { enabledRegions: props.enabledRegions, bootstrapRoleNames: props.bootstrapRoleNames };
    for (const [path, guardrails] of Object.entries(attachments(props.environments))) {
      const targetId = path === '' ? props.rootId : props.units[path];
      if (!targetId) throw new Error(`policies/attachments.ts: attaches to "${path}", which is no organizational unit; correct the path`);
      const name = path === '' ? 'root' : path.replaceAll('/', '-');
      const packs = pack(
        name,
        guardrails.map((guardrail) => guardrail(context)),
        LIMITS.serviceControlPolicyCharacters,
      );
      const usable = LIMITS.serviceControlPoliciesPerTarget - 1; // FullAWSAccess keeps its place
      if (packs.length > usable)
        throw new Error(`policies/attachments.ts: "${path}" needs ${packs.length} policies, ${usable} fit; shorten or move statements`);
      for (const { name: policyName, document } of packs) {
        const policy = new OrganizationsPolicy(this, policyName, {
          name: `platform-${policyName}`,
          description: `Guardrails of ${path || 'the root'}`,
          type: 'SERVICE_CONTROL_POLICY',
          content: minify(document),
        });
        new OrganizationsPolicyAttachment(this, `${policyName}-attachment`, { policyId: policy.id, targetId });
      }
    }
  }
}
