import type { AccountIds } from '../account-ids';
import type { Mistake } from '../config-error';
import type { Loose } from '../cross-field-checks';
import { listOf, textOf } from './loose';

/** Two hats that nobody wears together, wherever the accounts: what one hides or allows, the other uses. */
const DISJOINT: readonly (readonly [one: string, other: string, why: string])[] = [
  ['KeyAdmin', 'Developer', 'key administrators must not use the data'],
  ['KeyAdmin', 'DeveloperOperator', 'key administrators must not use the data'],
  ['KeyAdmin', 'PlatformAdmin', 'key administrators must not apply the platform'],
  ['KeyAdmin', 'OrganizationAdmin', 'key administrators must not lift the guardrails over keys'],
  ['SecurityAuditor', 'SecurityAdmin', 'auditors must not audit themselves'],
  ['OrganizationAuditor', 'SecurityAdmin', 'auditors must not audit themselves'],
  ['SecurityAuditor', 'OrganizationAdmin', 'auditors must not audit themselves'],
  ['OrganizationAuditor', 'OrganizationAdmin', 'auditors must not audit themselves'],
  ['OrganizationAdmin', 'Developer', 'who changes a guardrail must not work under it'],
  ['OrganizationAdmin', 'DeveloperOperator', 'who changes a guardrail must not work under it'],
];

/** Whether two sets are never for one group. */
export const mustBeTwoGroups = (one: string, other: string): boolean => DISJOINT.some((pair) => pair.includes(one) && pair.includes(other));

/** Groups that hold two hats which must be on two heads: key administrators who decrypt, auditors of their own work. */
export function separationMistakes(input: Loose, _ids: AccountIds): Mistake[] {
  const assignments = listOf(input?.access?.assignments);
  const groups = [...new Set(assignments.map((assignment: Loose) => textOf(assignment?.group)).filter((group) => group !== undefined))];
  return groups.flatMap((group) => {
    const indexOf = (set: string) => assignments.findIndex((assignment: Loose) => assignment?.group === group && assignment?.permissionSet === set);
    return DISJOINT.filter(([one, other]) => indexOf(one) >= 0 && indexOf(other) >= 0).map(([one, other, why]) => ({
      path: `access.assignments.${indexOf(one)}.group`,
      message: `holds both ${one} and ${other} (${why}); use two groups`,
      value: group,
    }));
  });
}
