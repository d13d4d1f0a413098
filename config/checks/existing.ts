import type { AccountIds } from '../account-ids';
import { GLOBAL_REGION } from '../aws-regions';
import type { Mistake } from '../config-error';
import type { Loose } from '../cross-field-checks';
import { FIXED_UNITS, unitOf } from '../organizational-units';
import { entriesOf, listOf, textOf } from './loose';

/** What is said to exist must be something that the blueprint makes: a line that imports nothing would be believed. */
export function existingMistakes(input: Loose, ids: AccountIds): Mistake[] {
  return [...units(input, ids), ...delegations(input, ids), ...regionalAdministrators(input, ids), ...accounts(input)];
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

/** Field -> the only account whose stack makes such a thing. */
const ONLY: Readonly<Record<string, string>> = {
  anomalyMonitor: 'management',
  accessAnalyzers: 'security',
  detectiveGraphs: 'security',
  findingAggregator: 'security',
  guardDutyDetectors: 'management',
  securityHubs: 'management',
};
/** Fields that name regions: as keys of a record, or in a list. */
const REGIONAL = ['configRecorders', 'accessAnalyzers', 'guardDutyDetectors', 'securityHubs', 'detectiveGraphs'];

function accounts(input: Loose): Mistake[] {
  const enabled = enabledRegions(input);
  const members = [...entriesOf(input?.accounts, 'accounts'), ...entriesOf(input?.environments, 'environments')];
  return members.flatMap(({ name: account, path: at, value }) => [
    ...Object.entries(ONLY)
      .filter(([, only]) => only !== account)
      .flatMap(([field, only]) =>
        given(value?.existing, `${at}.existing`, field).map((one) => ({
          path: one.path,
          message: `is only for accounts.${only}, which makes ${MADE[field]}; remove it`,
          value: one.value,
        })),
      ),
    ...REGIONAL.flatMap((field) => given(value?.existing, `${at}.existing`, field).flatMap((one) => outside(one, enabled))),
  ]);
}

const MADE: Readonly<Record<string, string>> = {
  anomalyMonitor: 'the anomaly monitor',
  accessAnalyzers: 'the analyzers',
  detectiveGraphs: 'the graphs',
  findingAggregator: 'the aggregator',
  guardDutyDetectors: 'a detector of its own',
  securityHubs: 'a hub of its own',
};

interface Given {
  readonly path: string;
  /** Region that the entry is for, where it is for one. */
  readonly region?: string;
  readonly value: unknown;
}

/** What stands in a field: entries of a record by region, regions of a list, or one value. */
function given(existing: Loose, at: string, field: string): Given[] {
  const value = existing?.[field];
  if (Array.isArray(value)) return value.map((region, index) => ({ path: `${at}.${field}.${index}`, region: textOf(region) ?? '', value: region }));
  if (typeof value === 'string') return [{ path: `${at}.${field}`, value }];
  return entriesOf(value, `${at}.${field}`).map(({ name, path, value: entry }) => ({ path, region: name, value: entry }));
}

const enabledRegions = (input: Loose): unknown[] => [input?.regions?.home, ...listOf(input?.regions?.additional), GLOBAL_REGION];

function outside({ path, region, value }: Given, enabled: readonly unknown[]): Mistake[] {
  if (region === undefined || enabled.includes(region)) return [];
  const message = `must be in an enabled region (${enabled.join(', ')}); remove it, or add the region to regions.additional`;
  return [{ path, message, value, against: 'regions' }];
}

/** Imports need the literal id of the administrator, and a region whose delegation the blueprint makes: from step `correlated` on. */
function regionalAdministrators(input: Loose, ids: AccountIds): Mistake[] {
  const field = 'organization.existing.regionalAdministrators';
  const services = entriesOf(input?.organization?.existing?.regionalAdministrators, field);
  if (services.length === 0) return [];
  const known = ids.accounts.security ?? textOf(input?.accounts?.security?.importId);
  const enabled = enabledRegions(input);
  return [
    ...(known
      ? []
      : [{ path: field, message: 'needs the id of the security account; set accounts.security.importId', value: services.map(({ name }) => name) }]),
    ...services.flatMap(({ path, value }) =>
      listOf(value).flatMap((region, index) => outside({ path: `${path}.${index}`, region: textOf(region) ?? '', value: region }, enabled)),
    ),
  ];
}
