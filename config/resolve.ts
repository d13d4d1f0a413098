import { PERMISSION_SETS, type PermissionSetName } from './access-schema';
import type { AccountIds } from './account-ids';
import { ALERT_SEVERITIES, type AlertSeverity } from './alerts-schema';
import { GLOBAL_REGION } from './aws-regions';
import type { Account, Blueprint, DataClass, PermissionSetLimits } from './blueprint';
import type { ParsedBlueprint } from './blueprint-schema';
import { attached, NETWORK_ACCOUNT, resolveNetwork } from './central-network';
import { isSensitive } from './data-class-schema';
import { FIXED_UNITS, unitOf } from './organizational-units';
import { PLACEHOLDER_IDENTITY_CENTER, PLACEHOLDER_ORGANIZATION, placeholderAccountId, placeholderOrganizationalUnitId } from './placeholders';
import { PERMISSION_SET_RISKS, SESSION_HOURS } from './presets';
import { resolveEnvironment } from './resolve-environment';

/** Applies presets and fills in ids. Expects a checked configuration; changes nothing that it is given. */
export function resolve(parsed: ParsedBlueprint, ids: AccountIds): Blueprint {
  const management = managementAccount(parsed, ids);
  const { management: _, ...platform } = parsed.accounts;
  const members = { ...platform, ...parsed.environments };
  const accounts: Record<string, Account> = { management };
  for (const [name, input] of Object.entries(members)) if (input) accounts[name] = memberAccount(parsed, ids, name, input);
  const rootId = ids.organization?.rootId ?? PLACEHOLDER_ORGANIZATION.rootId;
  const units = [...FIXED_UNITS, ...Object.keys(parsed.environments).map(unitOf)];
  const enabled = [...new Set([parsed.regions.home, ...parsed.regions.additional, GLOBAL_REGION])];
  const environments = Object.entries(parsed.environments).map(([name, input]) =>
    resolveEnvironment(name, input, accounts[name] as Account, parsed.network.topology),
  );
  const network = resolveNetwork(parsed, environments);
  return deepFreeze({
    organization: { ...parsed.organization, id: ids.organization?.id ?? PLACEHOLDER_ORGANIZATION.id, rootId },
    identityCenter: {
      ...(ids.identityCenter ?? PLACEHOLDER_IDENTITY_CENTER),
      region: parsed.regions.identityCenter ?? parsed.regions.home,
    },
    regions: {
      home: parsed.regions.home,
      enabled,
    },
    pipeline: { ...parsed.pipeline, webIdentitySubjects: parsed.pipeline.webIdentitySubjects ?? [`repo:${parsed.pipeline.repository.split('/')[0]}/*`] },
    breakGlass: parsed.breakGlass,
    accounts,
    environments: environments.map((one) => attached(one, network, accounts[NETWORK_ACCOUNT], environments)),
    dataClasses: dataClasses(parsed),
    backup: parsed.backup,
    dataProtection: parsed.dataProtection,
    credentialSearch: parsed.credentialSearch,
    logging: parsed.logging,
    access: { ...parsed.access, permissionSets: permissionSets(parsed, enabled) },
    guardrails: parsed.guardrails,
    alerts: alerts(parsed),
    securityServices: parsed.securityServices,
    detection: parsed.detection,
    response: parsed.response,
    deception: parsed.deception,
    dnsFirewall: parsed.dnsFirewall,
    hunting: parsed.hunting,
    network,
    firewallManager: parsed.firewallManager,
    organizationalUnits: Object.fromEntries(
      units.map((path) => [
        path,
        ids.organizationalUnits[path] ?? parsed.organization.existing.organizationalUnits[path] ?? placeholderOrganizationalUnitId(rootId, path),
      ]),
    ),
  });
}

/** Whoever is not told otherwise: the security contact. */
function alerts({ alerts: { emails, chat }, organization }: ParsedBlueprint): Blueprint['alerts'] {
  const told = ALERT_SEVERITIES.map((severity): [AlertSeverity, string[]] => [severity, emails[severity] ?? [organization.contacts.security.email]]);
  return { emails: Object.fromEntries(told) as Record<AlertSeverity, string[]>, chat };
}

/** Without a word in the configuration, what concerns people is open to applications only. */
function dataClasses({ dataClasses: classes, guardrails }: ParsedBlueprint): Blueprint['dataClasses'] {
  const applications = { permissionSets: [], roles: guardrails.applicationPaths.map((path) => `${path.slice(1)}*`) };
  const resolved = Object.entries(classes).map(([name, { users, ...dataClass }]): [string, DataClass] => [
    name,
    { ...dataClass, users: users ?? (isSensitive(name, dataClass) ? applications : 'account') },
  ]);
  return Object.fromEntries(resolved) as Blueprint['dataClasses'];
}

function permissionSets(parsed: ParsedBlueprint, enabled: readonly string[]): Blueprint['access']['permissionSets'] {
  const limits = PERMISSION_SETS.map((name): [PermissionSetName, PermissionSetLimits] => {
    const { sessionHours = SESSION_HOURS[PERMISSION_SET_RISKS[name]], regions = enabled, services } = parsed.access.permissionSets[name] ?? {};
    return [name, { sessionHours, regions, ...(services ? { services } : {}) }];
  });
  return Object.fromEntries(limits) as Record<PermissionSetName, PermissionSetLimits>;
}

function managementAccount(parsed: ParsedBlueprint, ids: AccountIds): Account {
  const input = parsed.accounts.management;
  return {
    name: 'management',
    environment: 'org',
    id: ids.organization?.managementAccountId ?? placeholderAccountId('management'),
    email: input.email,
    displayName: `${parsed.organization.name} management`,
    status: 'active',
    organizationalUnit: '',
    existing: input.existing,
    ...(input.budgetUsd ? { budgetUsd: input.budgetUsd } : {}),
  };
}

function memberAccount(parsed: ParsedBlueprint, ids: AccountIds, name: string, input: ParsedBlueprint['accounts']['security']): Account {
  return {
    name,
    environment: name,
    id: ids.accounts[name] ?? input.importId ?? placeholderAccountId(name),
    email: input.email,
    displayName: input.displayName ?? `${parsed.organization.name} ${name}`,
    status: input.status,
    organizationalUnit: unitOf(name),
    bootstrapRoleName: input.bootstrapRoleName,
    existing: input.existing,
    ...(input.importId ? { importId: input.importId } : {}),
    ...(input.budgetUsd ? { budgetUsd: input.budgetUsd } : {}),
  };
}

function deepFreeze<T>(value: T): T {
  if (value && typeof value === 'object' && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const member of Object.values(value)) deepFreeze(member);
  }
  return value;
}
