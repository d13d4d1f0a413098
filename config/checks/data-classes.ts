import type { AccountIds } from '../account-ids';
import type { Mistake } from '../config-error';
import type { Loose } from '../cross-field-checks';
import { isSensitive } from '../data-class-schema';
import { entriesOf, listOf, textOf } from './loose';
import { mustBeTwoGroups } from './separation-of-duties';

/** Sets whose own policies let them administer keys (policies/permission-set). */
const ADMINISTERING = ['KeyAdmin', 'PlatformAdmin'];
/** Sets whose own policies deny decrypting, or know nothing of it: a key that names one would open for nobody. */
const NEVER_DECRYPTING = ['KeyAdmin', 'DeveloperReadOnly', 'SecurityAuditor', 'OrganizationAuditor', 'NetworkAdmin', 'Billing'];
/** Made by bootstrap; they administer every key. */
const PLATFORM_ROLES = ['platform/apply', 'platform/break-glass'];

/** Who may administer and who may use the keys of a class: two lists that must not meet, and that must not be empty promises. */
export function dataClassMistakes(input: Loose, _ids: AccountIds): Mistake[] {
  const applications: string[] = listOf(input?.guardrails?.applicationPaths ?? ['/app/']).flatMap((path) => (textOf(path) ? [`${path.slice(1)}*`] : []));
  return entriesOf(input?.dataClasses, 'dataClasses').flatMap((entry) => [
    ...userMistakes(entry),
    ...administratorMistakes(entry, applications),
    ...regionMistakes(entry),
    ...groupMistakes(entry, input),
  ]);
}

interface Entry {
  readonly name: string;
  readonly path: string;
  readonly value: Loose;
}

const DEFAULT_ADMINISTRATORS = { permissionSets: ['KeyAdmin'], roles: [] };
const administratorsOf = ({ value }: Entry): Loose => value?.administrators ?? DEFAULT_ADMINISTRATORS;

/** Do two names meet: the same role, or one within the other's path? A wildcard stands at the end only. */
function meet(one: string, other: string): boolean {
  const [a, b] = [one.replace(/\*$/, ''), other.replace(/\*$/, '')];
  return one === other || (one.endsWith('*') && b.startsWith(a)) || (other.endsWith('*') && a.startsWith(b));
}

const mistakes = (path: string, values: readonly Loose[], wrong: (value: string) => string | undefined): Mistake[] =>
  values.flatMap((value, index) => {
    const message = textOf(value) === undefined ? undefined : wrong(value);
    return message ? [{ path: `${path}.${index}`, message, value }] : [];
  });

function userMistakes(entry: Entry): Mistake[] {
  const { name, path, value } = entry;
  const administrators = administratorsOf(entry);
  if (value?.users === 'account' && isSensitive(name, { pii: value?.pii === true }))
    return [{ path: `${path}.users`, message: 'opens customer data or PII to the whole account; name permission sets and roles', value: value.users }];
  const administering = (kind: 'permissionSets' | 'roles', one: string) =>
    listOf(administrators?.[kind]).some((other) => textOf(other) !== undefined && meet(one, other));
  const both = `also administers the keys of this class (${path}.administrators), and who administers a key must not use it; remove it from one of the two`;
  return [
    ...mistakes(`${path}.users.permissionSets`, listOf(value?.users?.permissionSets), (set) => {
      if (administering('permissionSets', set)) return both;
      return NEVER_DECRYPTING.includes(set) ? 'reads no data, whatever a key allows; name another permission set or remove it' : undefined;
    }),
    ...mistakes(`${path}.users.roles`, listOf(value?.users?.roles), (role) => {
      if (administering('roles', role)) return both;
      return role !== '*' && PLATFORM_ROLES.some((other) => meet(role, other)) ? PLATFORM : ofAws(role);
    }),
  ];
}

const PLATFORM = 'takes in the apply role or break-glass, which administer every key; name other roles, such as platform/service/NAME';
const ofAws = (role: string): string | undefined =>
  /^aws-(reserved|service-role)\//.test(role) ? 'is a path of roles that AWS makes; name a permission set, or leave it to policies/key' : undefined;

function administratorMistakes(entry: Entry, applications: readonly string[]): Mistake[] {
  const path = `${entry.path}.administrators`;
  const administrators = administratorsOf(entry);
  return [
    ...mistakes(`${path}.permissionSets`, listOf(administrators?.permissionSets), (set) =>
      ADMINISTERING.includes(set) ? undefined : `cannot administer keys, whatever a key allows; use ${ADMINISTERING.join(' or ')}`,
    ),
    // Who can make a role of that name would be an administrator of the key.
    ...mistakes(`${path}.roles`, listOf(administrators?.roles), (role) =>
      applications.some((other) => meet(role, other)) ? 'lies under guardrails.applicationPaths, where developers make roles; use another path' : ofAws(role),
    ),
  ];
}

function regionMistakes({ path, value }: Entry): Mistake[] {
  const names = listOf(value?.additionalRegions).map((entry) => entry?.region ?? entry);
  return names.flatMap((name, index) =>
    textOf(name) && names.indexOf(name) < index ? [{ path: `${path}.additionalRegions.${index}`, message: 'is listed twice; remove it', value: name }] : [],
  );
}

/** A group with both hats makes the two lists one. */
function groupMistakes(entry: Entry, input: Loose): Mistake[] {
  const assignments = listOf(input?.access?.assignments);
  const indexOf = (group: Loose, set: Loose) => assignments.findIndex((one) => one?.group === group && one?.permissionSet === set);
  const groups = [...new Set(assignments.map((one) => textOf(one?.group)).filter((group) => group !== undefined))];
  return listOf(entry.value?.users?.permissionSets).flatMap((user) =>
    listOf(administratorsOf(entry)?.permissionSets).flatMap((administrator) =>
      user === administrator || mustBeTwoGroups(administrator, user)
        ? [] // reported already
        : groups
            .filter((group) => indexOf(group, user) >= 0 && indexOf(group, administrator) >= 0)
            .map((group) => ({
              path: `access.assignments.${indexOf(group, administrator)}.group`,
              message: `holds both ${administrator}, which administers the keys of ${entry.path}, and ${user}, which uses them; use two groups`,
              value: group,
            })),
    ),
  );
}
