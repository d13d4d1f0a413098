import type { AccountIds } from '../account-ids';
import type { Mistake } from '../config-error';
import type { Loose } from '../cross-field-checks';
import { listOf, textOf } from './loose';

export function accessMistakes(input: Loose, _ids: AccountIds): Mistake[] {
  const groups = Object.keys(input?.access?.groups ?? {});
  const accounts = ['management', 'log-archive', 'security', ...Object.keys(input?.environments ?? {})];
  const seen = new Map<string, number>();
  return listOf(input?.access?.assignments)
    .flatMap((assignment: Loose, index) => {
      const path = `access.assignments.${index}`;
      const group = textOf(assignment?.group);
      const mistakes: Mistake[] = [];
      if (group && !groups.includes(group)) {
        mistakes.push({
          path: `${path}.group`,
          message: `must be one of access.groups (${groups.join(', ')}); add the group or correct the name`,
          value: group,
        });
      }
      listOf(assignment?.accounts).forEach((name, position) => {
        if (!accounts.includes(name)) {
          mistakes.push({ path: `${path}.accounts.${position}`, message: `must be one of ${accounts.join(', ')}; correct the name`, value: name });
        }
        const key = `${group} ${assignment?.permissionSet} ${name}`;
        const other = seen.get(key);
        if (other !== undefined) {
          mistakes.push({ path: `${path}.accounts.${position}`, message: `is assigned already by access.assignments.${other}; remove one`, value: name });
        }
        seen.set(key, index);
      });
      return mistakes;
    })
    .concat(separationMistakes(input));
}

/** Separation of duties (key admins never decrypt): one group must not hold both hats in an account. */
const DISJOINT: readonly [string, string, string][] = [
  ['KeyAdmin', 'Developer', 'key administrators must not use the data'],
  ['KeyAdmin', 'PlatformAdmin', 'key administrators must not apply the platform'],
  ['SecurityAuditor', 'SecurityAdmin', 'auditors must not audit themselves'],
];

function separationMistakes(input: Loose): Mistake[] {
  const assignments = listOf(input?.access?.assignments);
  return DISJOINT.flatMap(([one, other, why]) =>
    assignments.flatMap((assignment: Loose, index) => {
      if (assignment?.permissionSet !== one) return [];
      const clash = assignments.find(
        (candidate: Loose) =>
          candidate?.permissionSet === other &&
          candidate?.group === assignment?.group &&
          listOf(candidate?.accounts).some((name) => listOf(assignment?.accounts).includes(name)),
      );
      return clash
        ? [
            {
              path: `access.assignments.${index}.group`,
              message: `holds both ${one} and ${other} in an account (${why}); use two groups`,
              value: assignment.group,
            },
          ]
        : [];
    }),
  );
}
