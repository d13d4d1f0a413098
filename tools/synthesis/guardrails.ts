import type { PolicyStatement } from '../../policies/policy-document';
import type { Directory } from './directory';
import { exemptions } from './guardrail-texts';
import type { FoundPolicy } from './policy-documents';
import type { ResourceBlock } from './resources-in';
import { referenceIn } from './terraform-reference';

/** The stack that attaches organization policies. */
export const GUARDRAILS_STACK = 'org-policies';

/** A statement of an organization policy, with where it holds. */
export interface AttachedGuardrail {
  readonly kind: 'SCP' | 'RCP';
  readonly sid: string;
  readonly stops: string;
  readonly exempts: readonly string[];
  /** Units that it is attached to; accounts of the units below inherit it. */
  readonly units: readonly string[];
  /** Every unit of the organization, each followed by those below it; the first is the root. */
  readonly allUnits: readonly string[];
}

/**
 * Service and resource control policies, statement by statement, as they stand in the output. Statements that differ between
 * units are listed apart, for the difference is what a reviewer looks for.
 */
export function attachedGuardrails(
  policies: readonly FoundPolicy[],
  resources: readonly ResourceBlock[],
  { units }: Directory,
  texts: ReadonlyMap<string, string>,
): AttachedGuardrail[] {
  const paths = [...units.values()];
  const allUnits = paths.filter((path) => !path.includes('/')).flatMap((path) => [path, ...paths.filter((below) => below.startsWith(`${path}/`))]);
  const attachments = resources.filter(({ type }) => type === 'aws_organizations_policy_attachment');
  const rows = new Map<string, AttachedGuardrail>();
  for (const { resource, statements, kind } of policies.filter((policy) => policy.resource.stack === GUARDRAILS_STACK)) {
    if (kind !== 'scp' && kind !== 'rcp') continue;
    const attached = attachments
      .filter(({ attributes }) => referenceIn(attributes.policy_id)?.name === resource.name)
      .map(({ attributes }) => units.get(attributes.target_id) ?? String(attributes.target_id));
    for (const statement of statements as PolicyStatement[]) {
      const key = `${kind} ${JSON.stringify(statement)}`;
      const before = rows.get(key)?.units ?? [];
      rows.set(key, {
        kind: kind === 'scp' ? 'SCP' : 'RCP',
        sid: statement.Sid,
        stops: texts.get(statement.Sid) ?? '',
        exempts: exemptions(statement),
        units: allUnits.filter((unit) => before.includes(unit) || attached.includes(unit)),
        allUnits,
      });
    }
  }
  return [...rows.values()];
}
