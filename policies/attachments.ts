import type { GuardedEnvironment, Guardrail } from './guardrail-context';
import { COMPUTE, DATA, EVERYWHERE, EVIDENCE, IDENTITIES, NETWORK } from './guardrail-sets';
import { denyConfusedDeputies } from './rcp/deny-confused-deputies';
import { denyConsumerLogins } from './rcp/deny-consumer-logins';
import { denyForeignRoleSessions } from './rcp/deny-foreign-role-sessions';
import { denyForeignWebIdentities } from './rcp/deny-foreign-web-identities';
import { denyOldTls } from './rcp/deny-old-tls';
import { denyOutsideOrganization } from './rcp/deny-outside-organization';
import { denyPartnersWithoutExternalId } from './rcp/deny-partners-without-external-id';
import { denyPlainHttp } from './rcp/deny-plain-http';
import { denyBorrowedApplicationRoles } from './scp/deny-borrowed-application-roles';
import { denyDataDestruction } from './scp/deny-data-destruction';
import { denyEverything } from './scp/deny-everything';
import { denyEverythingButResponse } from './scp/deny-everything-but-response';
import { denyInstanceCredentialsOutsideVpc } from './scp/deny-instance-credentials-outside-vpc';
import { denyKeyDeletion } from './scp/deny-key-deletion';
import { denyManualChanges } from './scp/deny-manual-changes';
import { denyManualOperations } from './scp/deny-manual-operations';
import { denyNetworkBypass } from './scp/deny-network-bypass';
import { denyRemoteCommands } from './scp/deny-remote-commands';
import { denyShells } from './scp/deny-shells';
import { denyUserDataChanges } from './scp/deny-user-data-changes';
import { protectSecurityGroups } from './scp/protect-security-groups';

const PLATFORM: readonly Guardrail[] = [...IDENTITIES, ...EVIDENCE, ...DATA, ...COMPUTE];
const BY_PIPELINES_ONLY = { handsOn: false };

/** What differs from environment to environment. */
const ofEnvironment = (environment: GuardedEnvironment): Guardrail[] => [
  denyManualChanges(environment),
  denyManualOperations(environment),
  denyBorrowedApplicationRoles(environment),
  denyUserDataChanges(environment),
  denyDataDestruction(environment),
  denyShells(environment),
  denyRemoteCommands(environment),
  denyKeyDeletion(environment),
  ...(environment.interfaceEndpoints.length > 0 ? [denyInstanceCredentialsOutsideVpc(environment)] : []),
  ...(environment.handsOn ? [] : [protectSecurityGroups]),
];

/**
 * Service control policies: organizational unit -> guardrails; '' is the root. Units inherit what stands above them.
 * The management account is bound by none.
 */
export function serviceControls(environments: readonly GuardedEnvironment[]): Readonly<Record<string, readonly Guardrail[]>> {
  return {
    '': EVERYWHERE,
    security: [...PLATFORM, ...NETWORK, protectSecurityGroups, denyKeyDeletion(BY_PIPELINES_ONLY), denyShells(BY_PIPELINES_ONLY)],
    infrastructure: [...PLATFORM, ...NETWORK, denyKeyDeletion(BY_PIPELINES_ONLY), denyShells(BY_PIPELINES_ONLY)],
    workloads: [...PLATFORM, ...NETWORK],
    ...Object.fromEntries(environments.map((environment) => [`workloads/${environment.name}`, ofEnvironment(environment)])),
    sandbox: [...PLATFORM, denyNetworkBypass, denyKeyDeletion({ handsOn: true })],
    suspended: [denyEverything],
    'policy-staging': [...PLATFORM, ...NETWORK, protectSecurityGroups, denyKeyDeletion(BY_PIPELINES_ONLY), denyShells(BY_PIPELINES_ONLY)],
  };
}

/** Policies that are made but attached to nothing: the response to an incident attaches them to one account. */
export const UNATTACHED: Readonly<Record<string, readonly Guardrail[]>> = { quarantine: [denyEverythingButResponse] };

/** Resource control policies, alike wherever the platform stands: who outside the organization reaches what is inside. */
export function resourceControls(partners: boolean): Readonly<Record<string, readonly Guardrail[]>> {
  const all = [
    denyOutsideOrganization,
    denyForeignRoleSessions,
    ...(partners ? [denyPartnersWithoutExternalId] : []),
    denyForeignWebIdentities,
    ...denyConsumerLogins,
    denyConfusedDeputies,
    denyPlainHttp,
    denyOldTls,
  ];
  return Object.fromEntries(['security', 'infrastructure', 'workloads', 'sandbox', 'suspended', 'policy-staging'].map((unit) => [unit, all]));
}
