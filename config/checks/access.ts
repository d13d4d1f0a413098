import { identifierOf } from '../../lib/addressing';
import type { AccountIds } from '../account-ids';
import type { Mistake } from '../config-error';
import type { Loose } from '../cross-field-checks';
import { entriesOf, listOf, textOf } from './loose';

/** Groups and assignments that name what does not exist, or the same thing twice. */
export function accessMistakes(input: Loose, _ids: AccountIds): Mistake[] {
  return [...groupMistakes(input), ...assignmentMistakes(input)];
}

function groupMistakes(input: Loose): Mistake[] {
  const { source, names } = input?.access?.groups ?? {};
  const retired = listOf(input?.access?.groups?.retired);
  const first = new Map<string, string>();
  const sameAddress = entriesOf(names, 'access.groups.names').flatMap(({ name, path }) => {
    const other = first.get(identifierOf(name));
    first.set(identifierOf(name), name);
    return other === undefined ? [] : [{ path, message: `has the Terraform address of "${other}"; rename one, letters and digits must differ`, value: name }];
  });
  const notRetired = retired.flatMap((name, index): Mistake[] => {
    const path = `access.groups.retired.${index}`;
    // With scim both are right: the group leaves the state, and is then looked up.
    const managed = source !== 'scim' && textOf(name) !== undefined && Object.hasOwn(names ?? {}, name);
    return managed ? [{ path, message: 'is still in access.groups.names; remove it from one of the two', value: name }] : [];
  });
  return [...sameAddress, ...notRetired, ...importMistakes(input)];
}

/** An import that nothing takes up would be passed over in silence. */
function importMistakes(input: Loose): Mistake[] {
  const { source, names } = input?.access?.groups ?? {};
  return entriesOf(input?.access?.existing?.groups, 'access.existing.groups').flatMap(({ name, path, value }) => {
    if (source === 'scim') return [{ path, message: "cannot be imported with access.groups.source 'scim', which looks groups up; remove it", value }];
    if (Object.hasOwn(names ?? {}, name)) return [];
    return [{ path, message: 'is not in access.groups.names; add the group or remove the import', value, against: 'access.groups.names' }];
  });
}

const PLATFORM_ACCOUNTS = ['management', 'log-archive', 'security'];

function assignmentMistakes(input: Loose): Mistake[] {
  const groups = Object.keys(input?.access?.groups?.names ?? {});
  const optional = ['backup', 'network'].filter((name) => input?.accounts?.[name]);
  const environments = entriesOf(input?.environments, '').map(({ name }) => name);
  const accounts = [...PLATFORM_ACCOUNTS, ...optional, ...environments];
  const seen = new Map<string, number>();
  return listOf(input?.access?.assignments).flatMap((assignment: Loose, index) => {
    const path = `access.assignments.${index}`;
    const group = assignment?.group;
    const mistakes: Mistake[] = [];
    if (typeof group === 'string' && !groups.includes(group)) {
      mistakes.push({
        path: `${path}.group`,
        message: `must be one of access.groups.names (${groups.join(', ')}); add the group or correct the name`,
        value: group,
        against: 'access.groups.names',
      });
    }
    listOf(assignment?.accounts).forEach((name, position) => {
      // Without environments that is the one mistake.
      if (environments.length > 0 && !accounts.includes(name)) {
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
  });
}
