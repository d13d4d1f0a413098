import { OrganizationsPolicy } from '@cdktf/provider-aws/lib/organizations-policy';
import { OrganizationsPolicyAttachment } from '@cdktf/provider-aws/lib/organizations-policy-attachment';
import { Construct } from 'constructs';
import { ORGANIZATION_POLICY_LIMITS } from '../../config/aws-limits';
import { resourceControls, serviceControls, UNATTACHED } from '../../policies/attachments';
import type { GuardedEnvironment, Guardrail, GuardrailContext } from '../../policies/guardrail-context';
import { type PackedPolicy, pack } from '../../policies/pack';
import { minify } from '../../policies/policy-document';

export interface GuardrailsProps {
  readonly rootId: string;
  /** Path of each organizational unit -> id. */
  readonly units: Readonly<Record<string, string>>;
  readonly environments: readonly GuardedEnvironment[];
  readonly context: GuardrailContext;
}

type PolicyType = 'SERVICE_CONTROL_POLICY' | 'RESOURCE_CONTROL_POLICY';
/** Service control policies: what nobody in a unit may do, however powerful. Resource control policies: what nobody may do to what is in it. */
export class Guardrails extends Construct {
  constructor(
    scope: Construct,
    id: string,
    private readonly props: GuardrailsProps,
  ) {
    super(scope, id);
    const { environments, context } = props;
    for (const [path, guardrails] of Object.entries(serviceControls(environments))) {
      this.attach('SERVICE_CONTROL_POLICY', path, this.packed('SERVICE_CONTROL_POLICY', nameOf(path), guardrails));
    }
    for (const [name, guardrails] of Object.entries(UNATTACHED)) {
      for (const packed of this.packed('SERVICE_CONTROL_POLICY', name, guardrails))
        this.policy('SERVICE_CONTROL_POLICY', packed, `Attached to an account: ${name}`);
    }
    // One policy for all units: they do not differ.
    const shared = new Map<string, OrganizationsPolicy>();
    for (const [path, guardrails] of Object.entries(resourceControls(context.partnerAccounts.length > 0))) {
      this.attach('RESOURCE_CONTROL_POLICY', path, this.packed('RESOURCE_CONTROL_POLICY', 'resources', guardrails), shared);
    }
  }

  private packed(type: PolicyType, name: string, guardrails: readonly Guardrail[]): PackedPolicy[] {
    const { characters, perTarget, attachedByAws } = ORGANIZATION_POLICY_LIMITS[type];
    const slots = perTarget - attachedByAws;
    const statements = guardrails.map(({ statement }) => statement(this.props.context));
    const packs = pack(name, statements, characters);
    if (packs.length > slots) throw new Error(`policies/attachments.ts: "${name}" needs ${packs.length} policies, ${slots} fit; shorten or move statements`);
    return packs;
  }

  private attach(type: PolicyType, path: string, packs: readonly PackedPolicy[], shared = new Map<string, OrganizationsPolicy>()): void {
    const targetId = path === '' ? this.props.rootId : this.props.units[path];
    if (!targetId) throw new Error(`policies/attachments.ts: attaches to "${path}", which is no organizational unit; correct the path`);
    for (const packed of packs) {
      const common = shared.get(packed.name);
      const policy =
        common ?? this.policy(type, packed, type === 'SERVICE_CONTROL_POLICY' ? `Guardrails of ${path || 'the root'}` : 'Who outside reaches what is inside');
      shared.set(packed.name, policy);
      const name = type === 'SERVICE_CONTROL_POLICY' ? packed.name : `${packed.name}-${nameOf(path)}`;
      new OrganizationsPolicyAttachment(this, `${name}-attachment`, { policyId: policy.id, targetId });
    }
  }

  private policy(type: PolicyType, { name, document }: PackedPolicy, description: string): OrganizationsPolicy {
    return new OrganizationsPolicy(this, name, { name: `platform-${name}`, description, type, content: minify(document) });
  }
}

const nameOf = (path: string): string => (path === '' ? 'root' : path.replaceAll('/', '-'));
