import type { AccountIds } from '../account-ids';
import type { Mistake } from '../config-error';
import type { Loose } from '../cross-field-checks';
import { entriesOf, listOf, textOf } from './loose';

/** Names that are stacks or accounts of their own. */
export const RESERVED_NAMES = ['state', 'org', 'policies', 'access', 'management', 'log-archive', 'security', 'backup', 'network'];

export function accountMistakes(input: Loose, ids: AccountIds): Mistake[] {
  const members = [...entriesOf(input?.accounts, 'accounts'), ...entriesOf(input?.environments, 'environments')];
  return [
    ...reservedNames(input),
    ...sameTwice(
      members.map(({ path, value }) => ({ path: `${path}.email`, key: textOf(value?.email)?.toLowerCase(), value: value?.email })),
      'is also the address of',
      'AWS takes each address once; use plus addressing such as aws+NAME@example.com',
    ),
    ...sameTwice(
      members.map(({ path, value }) => ({ path: `${path}.importId`, key: textOf(value?.importId), value: value?.importId })),
      'is also the account of',
      'every account has its own environment',
    ),
    ...sameTwice(
      Object.entries({ management: ids.organization?.managementAccountId, ...ids.accounts }).map(([name, id]) => ({
        path: `accounts.json: accounts.${name}`,
        key: id,
        value: id,
      })),
      'is also the id of',
      'run `npm run accounts -- pull`',
    ),
    ...conflictingIds(members, ids),
    ...breakGlassUsers(input),
    ...statuses(input),
    ...backedUp(input),
  ];
}

/**
 * Names of stacks that the blueprint makes besides, and `*-plan`: jobs plan NAME from the deployment environment `NAME-plan`, which nobody
 * has to approve. The apply role of an account of that name would trust the same jobs: whoever may plan one account would rule the other.
 */
const TAKEN = /^org-|^network-routes$|-(state|plan)$/;

function reservedNames(input: Loose): Mistake[] {
  return entriesOf(input?.environments, 'environments')
    .filter(({ name }) => RESERVED_NAMES.includes(name) || TAKEN.test(name))
    .map(({ path, name }) => ({
      path,
      message: `is a reserved name (${RESERVED_NAMES.join(', ')}, network-routes, org-*, *-state and *-plan); choose another name`,
      value: name,
    }));
}

function conflictingIds(members: ReturnType<typeof entriesOf>, ids: AccountIds): Mistake[] {
  return members
    .filter(({ name, value }) => textOf(value?.importId) && ids.accounts[name] && value.importId !== ids.accounts[name])
    .map(({ path, name, value }) => ({
      path: `${path}.importId`,
      message: `differs from accounts.json, which has ${ids.accounts[name]}; remove the wrong one`,
      value: value.importId,
    }));
}

function breakGlassUsers(input: Loose): Mistake[] {
  const users: unknown[] = Array.isArray(input?.breakGlass?.users) ? input.breakGlass.users : [];
  return new Set(users).size === users.length ? [] : [{ path: 'breakGlass.users', message: 'names the same user twice; name two people', value: users }];
}

function statuses(input: Loose): Mistake[] {
  return ['log-archive', 'security', ...(input?.backup?.copyTo === 'backup' ? ['backup'] : [])]
    .filter((name) => ['suspended', 'retired'].includes(input?.accounts?.[name]?.status))
    .map((name) => ({
      path: `accounts.${name}.status`,
      message: 'must be onboarding or active: every other account depends on it; keep it',
      value: input.accounts[name].status,
    }));
}

function backedUp(input: Loose): Mistake[] {
  const environments = Object.keys(input?.environments ?? {});
  const listed = listOf(input?.organization?.backupPolicy?.environments);
  return listed.flatMap((name, index) => {
    const path = `organization.backupPolicy.environments.${index}`;
    return environments.includes(name) ? [] : [{ path, message: `must be one of ${environments.join(', ')}; correct the name`, value: name }];
  });
}

function sameTwice(values: { path: string; key?: string; value?: unknown }[], what: string, remedy: string): Mistake[] {
  const first = new Map<string, string>();
  return values.flatMap(({ path, key, value }) => {
    if (!key) return [];
    const other = first.get(key);
    if (other) return [{ path, message: `${what} ${other.replace(/\.(email|importId)$/, '')}; ${remedy}`, value }];
    first.set(key, path);
    return [];
  });
}
