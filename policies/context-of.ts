import type { Blueprint } from '../config/blueprint';
import { type GuardedEnvironment, type GuardrailContext, people } from './guardrail-context';

/** What guardrails need to know, from the effective configuration. */
export function guardrailContext({ organization, accounts, regions, guardrails, dataClasses, pipeline, backup }: Blueprint): GuardrailContext {
  return {
    organizationId: organization.id,
    accountIds: Object.values(accounts).map(({ id }) => id),
    logArchive: accounts['log-archive']?.id as string,
    home: regions.home,
    enabledRegions: regions.enabled,
    bootstrapRoleNames: [...new Set(Object.values(accounts).flatMap(({ bootstrapRoleName }) => bootstrapRoleName ?? []))],
    deployRoles: guardrails.deployRoles,
    applicationPaths: guardrails.applicationPaths,
    keyAdministrators: keyAdministrators(dataClasses),
    unusedServices: guardrails.unusedServices,
    costlyInstanceTypes: guardrails.costlyInstanceTypes,
    partnerAccounts: guardrails.partners.map(({ account }) => account),
    copiesBackups: backup.copyTo !== undefined,
    centralNetwork: accounts.network !== undefined,
    webIdentity: { issuer: pipeline.issuer, subjects: pipeline.webIdentitySubjects },
  };
}

/** KeyAdmin administers the keys that belong to no class: those of logs. */
const keyAdministrators = (dataClasses: Blueprint['dataClasses']): string[] => [
  ...new Set([
    ...people('KeyAdmin'),
    ...Object.values(dataClasses).flatMap(({ administrators: { permissionSets, roles } }) => [
      ...people(...permissionSets),
      ...roles.map((role) => `arn:aws:iam::*:role/${role}`),
    ]),
  ]),
];

export const guardedEnvironments = ({ environments }: Blueprint): GuardedEnvironment[] =>
  environments.map(({ name, handsOn, network }) => ({ name, handsOn, interfaceEndpoints: network.interfaceEndpoints }));
