import type { Blueprint } from '../config/blueprint';
import type { GuardedEnvironment, GuardrailContext } from './guardrail-context';

/** What guardrails need to know, from the effective configuration. */
export function guardrailContext({ organization, accounts, regions, guardrails, pipeline }: Blueprint): GuardrailContext {
  return {
    organizationId: organization.id,
    accountIds: Object.values(accounts).map(({ id }) => id),
    home: regions.home,
    enabledRegions: regions.enabled,
    bootstrapRoleNames: [...new Set(Object.values(accounts).flatMap(({ bootstrapRoleName }) => bootstrapRoleName ?? []))],
    deployRoles: guardrails.deployRoles,
    applicationPaths: guardrails.applicationPaths,
    unusedServices: guardrails.unusedServices,
    costlyInstanceTypes: guardrails.costlyInstanceTypes,
    partnerAccounts: guardrails.partners.map(({ account }) => account),
    webIdentity: { issuer: pipeline.issuer, subjects: pipeline.webIdentitySubjects },
  };
}

export const guardedEnvironments = ({ environments }: Blueprint): GuardedEnvironment[] =>
  environments.map(({ name, handsOn, network }) => ({ name, handsOn, interfaceEndpoints: network.interfaceEndpoints }));
