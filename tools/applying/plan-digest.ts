import { goneProtection, grantedAccess } from '../review/granted-access';
import { grouped } from '../review/grouped-changes';
import { looserValues } from '../review/looser-values';
import { changeSections, limited } from '../review/render-changes';
import type { Action, ResourceChange } from '../review/resource-changes';
import { valueChanges } from '../review/value-changes';
import type { ResourceChange as PlannedChange, TerraformPlan } from './plan-gate';
import { printable } from './plan-values';

/**
 * A plan in few lines, the worst first: what protects less, then resources by what happens to them. The same change to several is told
 * once, policies statement by statement. Empty when nothing changes.
 */
export function planDigest(stack: string, plan: TerraformPlan): string[] {
  const groups = grouped((plan.resource_changes ?? []).flatMap((planned) => changeOf(stack, planned) ?? []));
  if (groups.length === 0) return [];
  const first = [
    ...grantedAccess(groups).map((line) => `access given: ${line}`),
    ...goneProtection(groups).map((line) => `protection gone: ${line}`),
    ...groups.flatMap((group) => looserValues(group).map((says) => `setting weaker: ${group.addresses.join(', ')}: ${says}`)),
  ].map((line) => `- ${line}`);
  return [...(first.length > 0 ? ['', 'LOOK HERE FIRST', ...limited(first, LIMIT)] : []), ...changeSections(groups, LIMIT).map(plain)];
}

const LIMIT = { most: 25, rest: "terraform's own plan, above, has them" };
/** A terminal shows no Markdown. */
const plain = (line: string): string => line.replace(/^### /, '').replaceAll('`', '');

function changeOf(stack: string, planned: PlannedChange): ResourceChange | undefined {
  const { address, type, change, previous_address: from } = planned;
  const action = actionOf(planned);
  if (!action) return undefined;
  const before = printable(change.before, change.before_sensitive);
  const after = printable(change.after, change.after_sensitive, change.after_unknown);
  const changes = ['create', 'destroy', 'forget'].includes(action) ? [] : valueChanges(withoutAllTags(before), withoutAllTags(after));
  const secrets = action === 'change' && changes.length === 0 ? [{ path: '(sensitive values)', removed: [], added: ['changed'] }] : [];
  const forced = (change.replace_paths ?? []).map((path) => ({ path: `forces the replacement: ${path.join('.')}`, removed: [], added: [] }));
  return { stack, action, address, type, changes: [...forced, ...changes, ...secrets], ...(from ? { from } : {}) };
}

function actionOf({ change: { actions, importing }, previous_address: from }: PlannedChange): Action | undefined {
  if (actions.includes('delete')) return actions.includes('create') ? 'replace' : 'destroy';
  if (actions.includes('forget')) return 'forget';
  if (importing !== undefined && importing !== null) return 'import';
  if (from) return 'move';
  return actions.includes('update') ? 'change' : actions.includes('create') ? 'create' : undefined;
}

/** What the provider adds to the tags is said by the tags. */
function withoutAllTags(value: ReturnType<typeof printable>): ReturnType<typeof printable> {
  const { tags_all: _all, ...rest } = value ?? {};
  return rest;
}
