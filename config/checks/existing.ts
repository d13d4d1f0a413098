import type { AccountIds } from '../account-ids';
import { GLOBAL_REGION } from '../aws-regions';
import type { Mistake } from '../config-error';
import type { Loose } from '../cross-field-checks';
import { FIXED_UNITS, unitOf } from '../organizational-units';
import { entriesOf, listOf, textOf } from './loose';

/** What is said to exist must be something that the blueprint makes: a line that imports nothing would be believed. */
export function existingMistakes(input: Loose, ids: AccountIds): Mistake[] {
  return [...units(input, ids), ...delegations(input, ids), ...accounts(input)];
}

function units(input: Loose, ids: AccountIds): Mistake[] {
  const made: readonly string[] = [...FIXED_UNITS, ...Object.keys(input?.environments ?? {}).map(unitOf)];
  return entriesOf(input?.organization?.existing?.organizationalUnits, 'organization.existing.organizationalUnits').flatMap(({ name, path, value }) => {
    if (!made.includes(name)) return [{ path, message: `must be the path of a unit that the blueprint makes (${made.join(', ')}); remove it`, value }];
    const known = ids.organizationalUnits[name];
    return known && known !== value ? [{ path, message: `differs from accounts.json, which has ${known}; remove the wrong one`, value }] : [];
  });
}

function delegations(input: Loose, ids: AccountIds): Mistake[] {
  const services = listOf(input?.organization?.existing?.delegatedAdministrators);
  const known = ids.accounts.security ?? textOf(input?.accounts?.security?.importId);
  if (services.length === 0 || known) return [];
  return [
    {
      path: 'organization.existing.delegatedAdministrators',
      message: 'needs the id of the security account; set accounts.security.importId',
      value: services,
    },
  ];
}

function accounts(input: Loose): Mistake[] {
  const enabled = [input?.regions?.home, ...listOf(input?.regions?.additional), GLOBAL_REGION];
  const members = [...entriesOf(input?.accounts, 'accounts'), ...entriesOf(input?.environments, 'environments')];
  return members.flatMap(({ name: account, path: at, value }) => {
    const analyzers = entriesOf(value?.existing?.accessAnalyzers, `${at}.existing.accessAnalyzers`);
    const regional = [...entriesOf(value?.existing?.configRecorders, `${at}.existing.configRecorders`), ...analyzers];
    return [
      ...(account === 'security' ? [] : analyzers).map(({ path, value: given }) => ({
        path,
        message: 'is only for accounts.security, which makes the analyzers; remove it',
        value: given,
      })),
      ...regional
        .filter(({ name }) => !enabled.includes(name))
        .map(({ path, value: given }) => ({
          path,
          message: `must be in an enabled region (${enabled.join(', ')}); remove it, or add the region to regions.additional`,
          value: given,
        })),
    ];
  });
}
