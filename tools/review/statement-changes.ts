import type { FoundPolicy } from '../synthesis/policy-documents';
import { policyDocumentsIn } from '../synthesis/policy-documents';
import { resourcesIn } from '../synthesis/resources-in';
import type { TerraformJson } from '../synthesis/synthesize';
import { type ValueChange, valueChanges } from './value-changes';

/** A statement that lets somebody do more than before: an Allow that is new or wider, a Deny that is gone or narrower. */
export interface WiderStatement {
  readonly stack: string;
  /** `TYPE.NAME` of the resource whose policy it is. */
  readonly address: string;
  readonly says: string;
}

/** Organization policies are packed anew with every change: their statements are compared by unit (guardrail-rows.ts). */
const compared = ({ kind }: FoundPolicy): boolean => kind !== 'scp' && kind !== 'rcp';

/** Statements of one stack's policies that became wider. What is new or gone as a whole is told with its resource. */
export function widerStatements(stack: string, before: TerraformJson = {}, after: TerraformJson = {}): WiderStatement[] {
  const [old, now] = [before, after].map(
    (document) =>
      new Map(
        resourcesIn(stack, document)
          .flatMap(policyDocumentsIn)
          .filter(compared)
          .map((one) => [one.path, one]),
      ),
  );
  return [...(now as Map<string, FoundPolicy>)].flatMap(([path, policy]) => {
    const known = old?.get(path);
    if (!known) return [];
    const address = `${policy.resource.type}.${policy.resource.name}`;
    return wider(known.statements, policy.statements).map((says) => ({ stack, address, says }));
  });
}

function wider(before: readonly TerraformJson[], after: readonly TerraformJson[]): string[] {
  const [old, now] = [before, after].map(byName) as [Map<string, TerraformJson>, Map<string, TerraformJson>];
  const gone = [...old].flatMap(([name, statement]) => (!now.has(name) && statement.Effect === 'Deny' ? [`${name} no longer denies ${words(statement)}`] : []));
  const others = [...now].flatMap(([name, statement]) => {
    const known = old.get(name);
    if (!known) return statement.Effect === 'Allow' ? [`${name} is new and allows ${words(statement)}`] : [];
    const changes = valueChanges(known, statement);
    if (changes.length === 0) return [];
    const reasons = changes.filter((change) => (statement.Effect === 'Allow' ? opens(change) : opens(mirrored(change))) || change.path === 'Effect').map(told);
    return reasons.length > 0 ? [`${name} (${statement.Effect}) ${reasons.join(', ')}`] : [];
  });
  return [...gone, ...others];
}

/** Of an Allow: more actions, resources or principals, fewer exceptions, or another condition. */
function opens({ path, removed, added }: ValueChange): boolean {
  if (/^(Action|Resource|Principal)\b/.test(path)) return added.length > 0;
  if (/^(NotAction|NotResource|NotPrincipal)\b/.test(path)) return removed.length > 0;
  return path.startsWith('Condition');
}
const mirrored = ({ path, removed, added }: ValueChange): ValueChange => ({ path, removed: added, added: removed });
const told = ({ path, removed, added }: ValueChange): string =>
  `${path} ${[...removed.map((text) => `− ${text}`), ...added.map((text) => `+ ${text}`)].slice(0, 6).join(', ')}`;

/** Statements by Sid; those without one by what they say, so that one of them changed reads as gone and new. */
const byName = (statements: readonly TerraformJson[]): Map<string, TerraformJson> =>
  new Map(statements.map((statement) => [statement.Sid ?? `a statement on ${words(statement)}`, statement]));

function words(statement: TerraformJson): string {
  const actions = [statement.Action ?? `everything but ${[statement.NotAction ?? []].flat().join(', ')}`].flat() as string[];
  return actions.length > 4 ? `${actions.slice(0, 3).join(', ')} and ${actions.length - 3} more` : actions.join(', ');
}
