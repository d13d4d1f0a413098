import { COMPUTE } from './compute-guardrails';
import type { GuardedEnvironment, Guardrail } from './guardrail-context';
import { DATA, EVERYWHERE, EVIDENCE, IDENTITIES, NETWORK } from './guardrail-sets';
import { denyConfusedDeputies } from './rcp/deny-confused-deputies';
import { denyConsumerLogins } from './rcp/deny-consumer-logins';
import { denyForeignRoleSessions } from './rcp/deny-foreign-role-sessions';
import { denyForeignWebIdentities } from './rcp/deny-foreign-web-identities';
import { denyOldTls } from './rcp/deny-old-tls';
import { denyOutsideOrganization } from './rcp/deny-outside-organization';
import { denyPartnersWithoutExternalId } from './rcp/deny-partners-without-external-id';
import { denyPlainHttp } from './rcp/deny-plain-http';
import { denyQuarantinedObjects } from './rcp/deny-quarantined-objects';
import { denyBorrowedApplicationRoles } from './scp/deny-borrowed-application-roles';
import { denyDataDestruction } from './scp/deny-data-destruction';
import { denyEverything } from './scp/deny-everything';
import { denyEverythingButResponse } from './scp/deny-everything-but-response';
import { denyHastyKeyDeletion } from './scp/deny-hasty-key-deletion';
import { denyInstanceCredentialsFromOtherVpc } from './scp/deny-instance-credentials-from-other-vpc';
import { denyInstanceCredentialsOutsideVpc } from './scp/deny-instance-credentials-outside-vpc';
import { denyKeyDeletion } from './scp/deny-key-deletion';
import { denyManualChanges } from './scp/deny-manual-changes';
import { denyManualOperations } from './scp/deny-manual-operations';
import { denyNetworkBypass } from './scp/deny-network-bypass';
import { denyRemoteCommands } from './scp/deny-remote-commands';
import { denyShells } from './scp/deny-shells';
import { denyUserDataChanges } from './scp/deny-user-data-changes';
import { protectGatewayShare } from './scp/protect-gateway-share';
import { protectSecurityGroups } from './scp/protect-security-groups';
import { protectTransitGateways } from './scp/protect-transit-gateways';

/** Guardrails that go together: packed into as few policies as fit, and attached to the same units. */
export interface GuardrailSet {
  /** Prefix of the policies' names. */
  readonly name: string;
  readonly type: 'SERVICE_CONTROL_POLICY' | 'RESOURCE_CONTROL_POLICY';
  /** Paths of organizational units; '' is the root. Units below inherit. None: attached by hand or by a response. */
  readonly units: readonly string[];
  readonly guardrails: readonly Guardrail[];
}

/** Units whose accounts hold something of ours. Not `onboarding`, where bootstrap makes the platform. */
const SETTLED = ['security', 'infrastructure', 'workloads', 'policy-staging'];
/** Units without developers. */
const WITHOUT_DEVELOPERS = ['security', 'infrastructure', 'policy-staging'];
const BY_PIPELINES = { handsOn: false };
const BY_HAND = { handsOn: true };

/** What differs from environment to environment: this list. */
const ofEnvironment = (environment: GuardedEnvironment): Guardrail[] => [
  denyManualChanges(environment),
  denyManualOperations(environment),
  denyBorrowedApplicationRoles(environment),
  denyUserDataChanges(environment),
  denyDataDestruction(environment),
  denyShells(environment),
  denyRemoteCommands(environment),
  denyKeyDeletion(environment),
  ...(environment.handsOn ? [denyHastyKeyDeletion] : [protectSecurityGroups]),
  // Where instances reach AWS through endpoints of their own VPC; endpoints in a shared VPC would make every call look stolen.
  ...(environment.interfaceEndpoints.length > 0 ? [denyInstanceCredentialsOutsideVpc(environment), denyInstanceCredentialsFromOtherVpc] : []),
];

const serviceControls = (environments: readonly GuardedEnvironment[], centralNetwork: boolean): Omit<GuardrailSet, 'type'>[] => [
  { name: 'root', units: [''], guardrails: EVERYWHERE },
  { name: 'settled', units: [...SETTLED, 'sandbox'], guardrails: [...IDENTITIES, ...EVIDENCE, ...DATA, ...COMPUTE] },
  { name: 'network', units: SETTLED, guardrails: [...NETWORK, ...(centralNetwork ? [protectTransitGateways] : [])] },
  {
    name: 'without-developers',
    units: WITHOUT_DEVELOPERS,
    // The share of the gateway is the account `network`'s, in `infrastructure`: a policy of its own would take one of the unit's ten places.
    guardrails: [
      denyKeyDeletion(BY_PIPELINES),
      denyShells(BY_PIPELINES),
      denyDataDestruction(BY_PIPELINES),
      protectSecurityGroups,
      ...(centralNetwork ? [protectGatewayShare] : []),
    ],
  },
  ...environments.map((environment) => ({
    name: `workloads-${environment.name}`,
    units: [`workloads/${environment.name}`],
    guardrails: ofEnvironment(environment),
  })),
  { name: 'sandbox', units: ['sandbox'], guardrails: [denyNetworkBypass, denyKeyDeletion(BY_HAND), denyHastyKeyDeletion] },
  { name: 'suspended', units: ['suspended'], guardrails: [denyEverything] },
  { name: 'quarantine', units: [], guardrails: [denyEverythingButResponse] },
];

/** Alike wherever the platform stands: who outside the organization reaches what is inside. */
const resourceControls = (partners: boolean): Omit<GuardrailSet, 'type'>[] => [
  {
    name: 'resources',
    units: [...SETTLED, 'sandbox', 'suspended'],
    guardrails: [
      denyOutsideOrganization,
      denyForeignRoleSessions,
      ...(partners ? [denyPartnersWithoutExternalId] : []),
      denyForeignWebIdentities,
      ...denyConsumerLogins,
      denyConfusedDeputies,
      denyPlainHttp,
      denyOldTls,
      denyQuarantinedObjects,
    ],
  },
];

/** What an organization has that not every one has. */
export interface Extras {
  readonly partners: boolean;
  readonly centralNetwork: boolean;
}

/** Every guardrail with where it is attached. The management account is bound by none. */
export function attachments(environments: readonly GuardedEnvironment[], { partners, centralNetwork }: Extras): GuardrailSet[] {
  return [
    ...serviceControls(environments, centralNetwork).map((set): GuardrailSet => ({ ...set, type: 'SERVICE_CONTROL_POLICY' })),
    ...resourceControls(partners).map((set): GuardrailSet => ({ ...set, type: 'RESOURCE_CONTROL_POLICY' })),
  ];
}
