import { minify, type PolicyDocument, type PolicyStatement } from '../../policies/policy-document';
import { pathsTo, unitOf } from '../../tools/can/levels';
import { Synthesized } from '../../tools/can/synthesized';
import { resolveReferences } from '../../tools/can/terraform-references';
import type { Synthesis, TerraformJson } from '../../tools/synthesis/synthesize';

/** A guardrail where it is attached: one statement of one policy. */
export interface Attached {
  /** Name of the policy in the synthesized JSON. */
  readonly policy: string;
  readonly type: 'SERVICE_CONTROL_POLICY' | 'RESOURCE_CONTROL_POLICY';
  readonly statement: PolicyStatement;
  /** Accounts that the policy binds. */
  readonly accounts: readonly string[];
}

/** Every statement of every service and resource control policy, as it stands in the synthesized JSON. */
export function attachedGuardrails(synthesized: Synthesized): Attached[] {
  const scope = synthesized.scope('org-policies');
  const { aws_organizations_policy: policies, aws_organizations_policy_attachment: attachments } = scope.document.resource;
  return Object.entries<TerraformJson>(policies)
    .filter(([, { type }]) => type === 'SERVICE_CONTROL_POLICY' || type === 'RESOURCE_CONTROL_POLICY')
    .flatMap(([policy, { type, content }]) => {
      const targets = Object.values<TerraformJson>(attachments)
        .filter(({ policy_id }) => resolveReferences(policy_id, scope) === policy)
        .map(({ target_id }) => target_id as string);
      const { Statement } = JSON.parse(resolveReferences(content, scope)) as PolicyDocument;
      return Statement.map((statement): Attached => ({ policy, type, statement, accounts: accountsBelow(synthesized, targets) }));
    });
}

function accountsBelow(synthesized: Synthesized, targets: readonly string[]): string[] {
  const { accounts, organization, organizationalUnits } = synthesized.blueprint;
  const idOf = (unit: string) => (unit === '' ? organization.rootId : organizationalUnits[unit]);
  return Object.keys(accounts)
    .filter((name) => name !== 'management')
    .filter((name) => pathsTo(unitOf(synthesized, name)).some((unit) => targets.includes(idOf(unit) as string)));
}

/** The organization with another text of one policy. */
export function withStatements(
  synthesized: Synthesized,
  documents: Synthesis['documents'],
  policy: string,
  change: (statements: readonly PolicyStatement[]) => readonly PolicyStatement[],
): Synthesized {
  const policies = documents.get('org-policies');
  const { aws_organizations_policy: all } = policies.resource;
  const { Statement, ...rest } = JSON.parse(all[policy].content.replaceAll('$${', '${')) as PolicyDocument;
  const content = minify({ ...rest, Statement: change(Statement) });
  const changed = { ...policies, resource: { ...policies.resource, aws_organizations_policy: { ...all, [policy]: { ...all[policy], content } } } };
  return new Synthesized(synthesized.blueprint, new Map([...documents, ['org-policies', changed]]));
}
