import { OrganizationsPolicy } from '@cdktf/provider-aws/lib/organizations-policy';
import { OrganizationsPolicyAttachment } from '@cdktf/provider-aws/lib/organizations-policy-attachment';
import { Construct } from 'constructs';
import { ORGANIZATION_POLICY_LIMITS, PACKING_FILL } from '../../config/aws-limits';
import { attachments, type GuardrailSet } from '../../policies/attachments';
import type { GuardedEnvironment, GuardrailContext } from '../../policies/guardrail-context';
import { pack } from '../../policies/pack';
import { minify } from '../../policies/policy-document';

export interface GuardrailsProps {
  readonly rootId: string;
  /** Path of each organizational unit -> id. */
  readonly units: Readonly<Record<string, string>>;
  readonly environments: readonly GuardedEnvironment[];
  readonly context: GuardrailContext;
}

/** Service control policies: what nobody in a unit may do, however powerful. Resource control policies: what nobody may do to what is in it. */
export class Guardrails extends Construct {
  constructor(
    scope: Construct,
    id: string,
    private readonly props: GuardrailsProps,
  ) {
    super(scope, id);
    const { environments, context } = props;
    for (const set of attachments(environments, { partners: context.partnerAccounts.length > 0, centralNetwork: context.centralNetwork })) this.attach(set);
  }

  private attach({ name, type, units, guardrails }: GuardrailSet): void {
    const statements = guardrails.map(({ statement }) => statement(this.props.context));
    const { characters } = ORGANIZATION_POLICY_LIMITS[type];
    const where = units.length > 0 ? units.map((unit) => unit || 'the root').join(', ') : 'nothing; attached to an account in an incident';
    for (const packed of pack(name, statements, characters, PACKING_FILL)) {
      const policy = new OrganizationsPolicy(this, packed.name, {
        name: `platform-${packed.name}`,
        description: `Guardrails of ${where}`,
        type,
        content: minify(packed.document),
      });
      for (const unit of units)
        new OrganizationsPolicyAttachment(this, `${packed.name}-on-${nameOf(unit)}`, { policyId: policy.id, targetId: this.targetOf(unit) });
    }
  }

  private targetOf(unit: string): string {
    const id = unit === '' ? this.props.rootId : this.props.units[unit];
    if (!id) throw new Error(`policies/attachments.ts: attaches to "${unit}", which is no organizational unit; correct the path`);
    return id;
  }
}

const nameOf = (unit: string): string => (unit === '' ? 'root' : unit.replaceAll('/', '-'));
