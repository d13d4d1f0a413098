import type { Blueprint } from '../../config/blueprint';
import type { CallResult } from '../../tools/can/corpus';
import { Synthesized } from '../../tools/can/synthesized';
import type { Verdict } from '../../tools/review/verdict-changes';
import type { TerraformJson } from '../../tools/synthesis/synthesize';
import { bound, principalOf } from '../support/organization';
import { attackResult, everydayResult, placed } from '../support/whole-organization';
import { ATTACKS } from './attacks';
import type { Attack, Everyday } from './corpus';
import { EVERYDAY } from './everyday';

/** For `npm run review`: every row of the corpora whose accounts and principals an organization has, as its stacks decide it. */
export async function verdicts(
  blueprint: Blueprint,
  documents: ReadonlyMap<string, TerraformJson>,
  asked: (row: Attack | Everyday) => boolean = () => true,
): Promise<Map<string, Verdict>> {
  const organization = new Synthesized(blueprint, documents);
  const found = new Map<string, Verdict>();
  const judge = async (kind: Verdict['kind'], row: Attack | Everyday, decide: () => Promise<CallResult>) => {
    if (!asked(row) || !blueprint.accounts[row.in] || /\{[a-z][\w-]*\}/.test(JSON.stringify(bound(organization, row)))) return; // an account that is not here
    if (!isKnown(organization, row)) return;
    const who = `${row.as} in ${row.in}`;
    found.set(`${who} ${row.what}`, { kind, who, what: row.what, ...(await decide()) });
  };
  for (const attack of ATTACKS.map((one) => placed(one))) await judge('attack', attack, () => attackResult(organization, attack));
  for (const row of EVERYDAY.filter(({ expect }) => expect === 'allow')) await judge('everyday', row, () => everydayResult(organization, row));
  return found;
}

/** A permission set that a fork has renamed cannot be asked. */
function isKnown(organization: Synthesized, row: { as: string; in: string }): boolean {
  try {
    principalOf(organization, row);
    return true;
  } catch {
    return false;
  }
}
