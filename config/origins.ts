import type { LoadedBlueprint } from './load';
import { PROFILE_PRESETS } from './presets';

export type Origin = 'config' | 'preset' | 'default' | 'accounts.json' | 'placeholder' | 'computed';
export interface EffectiveValue {
  readonly path: string;
  readonly value: unknown;
  readonly origin: Origin;
}

/** Every value of the effective configuration with where it came from, one line each. */
export function effectiveValues({ blueprint, input, ids }: LoadedBlueprint): EffectiveValue[] {
  const environments = Object.fromEntries(blueprint.environments.map(({ name, account: _account, ...rest }) => [name, rest]));
  const { accounts, identityCenter, organizationalUnits, ...rest } = blueprint;
  return [
    ...leaves({ ...rest, environments }).map(({ path, keys, value }) => ({ path, value, origin: originOf(path, keys, input, environments) })),
    ...leaves({ accounts }).map(({ path, value }) => ({ path, value, origin: accountOrigin(path, value, input, ids) })),
    ...leaves({ identityCenter, organizationalUnits }).map(({ path, value }) => ({ path, value, origin: idOrigin(path, ids) })),
  ];
}

function originOf(path: string, keys: readonly string[], input: unknown, environments: Record<string, { profile: string }>): Origin {
  if (at(input, keys) !== undefined) return 'config';
  if (path === 'organization.id' || path === 'organization.rootId' || path.startsWith('regions.enabled')) return 'computed';
  const [section, name, , field] = keys;
  const profile = section === 'environments' ? environments[name as string]?.profile : undefined;
  if (profile && field && field in PROFILE_PRESETS[profile as keyof typeof PROFILE_PRESETS]) return 'preset';
  if (path.startsWith('access.permissionSets.')) return path.endsWith('.sessionHours') ? 'preset' : 'computed';
  return 'default';
}

function accountOrigin(path: string, value: unknown, input: unknown, ids: LoadedBlueprint['ids']): Origin {
  const [, name = '', field = ''] = path.split('.');
  const given = at(input, ['accounts', name]) ?? at(input, ['environments', name]);
  if (at(given, path.split('.').slice(2)) !== undefined) return 'config';
  if (field === 'id') {
    const known = name === 'management' ? ids.organization?.managementAccountId : ids.accounts[name];
    if (known === value) return 'accounts.json';
    return at(given, ['importId']) === value ? 'config' : 'placeholder';
  }
  return ['name', 'environment', 'organizationalUnit', 'displayName'].includes(field) ? 'computed' : 'default';
}

function idOrigin(path: string, ids: LoadedBlueprint['ids']): Origin {
  if (path.startsWith('organizationalUnits.')) return ids.organizationalUnits[path.slice('organizationalUnits.'.length)] ? 'accounts.json' : 'placeholder';
  if (path === 'identityCenter.region') return 'computed';
  return ids.identityCenter ? 'accounts.json' : 'placeholder';
}

/** Members of objects down to plain values and lists. Keys besides the path: the name of a group may hold a dot. */
function leaves(value: unknown, keys: readonly string[] = []): { path: string; keys: readonly string[]; value: unknown }[] {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return [{ path: keys.join('.'), keys, value }];
  return Object.entries(value).flatMap(([key, member]) => leaves(member, [...keys, key]));
}

function at(value: unknown, keys: readonly string[]): unknown {
  return keys.reduce<unknown>((member, key) => (member as Record<string, unknown> | undefined)?.[key], value);
}
