import type { Guardrail } from './guardrail-context';
import { denyDefaultNetwork } from './scp/deny-default-network';
import { denyEverything } from './scp/deny-everything';
import { denyIamUsers } from './scp/deny-iam-users';
import { denyInstanceMetadataV1 } from './scp/deny-instance-metadata-v1';
import { denyLeavingOrganization } from './scp/deny-leaving-organization';
import { denyMemberRoot } from './scp/deny-member-root';
import { denyNetworkBypass } from './scp/deny-network-bypass';
import { denyOtherRegions } from './scp/deny-other-regions';
import { denyPublicSharing } from './scp/deny-public-sharing';
import { protectAccountDefaults } from './scp/protect-account-defaults';
import { protectKeys } from './scp/protect-keys';
import { protectLogs } from './scp/protect-logs';
import { protectNetwork } from './scp/protect-network';
import { protectPlatformRoles } from './scp/protect-platform-roles';
import { protectRecording } from './scp/protect-recording';
import { protectSecurityGroups } from './scp/protect-security-groups';
import { protectSecurityServices } from './scp/protect-security-services';
import { protectServiceRoles } from './scp/protect-service-roles';

/** In every account but the management account, newcomers among them: what no bootstrap needs. */
const EVERYWHERE: readonly Guardrail[] = [denyLeavingOrganization, denyMemberRoot, denyOtherRegions];

/** Where the platform stands: nobody works around it. Not in `onboarding`, where bootstrap makes it. */
const PLATFORM: readonly Guardrail[] = [
  denyIamUsers,
  protectPlatformRoles,
  protectServiceRoles,
  protectLogs,
  protectRecording,
  protectSecurityServices,
  protectKeys,
  protectAccountDefaults,
  denyDefaultNetwork,
  denyPublicSharing,
  denyInstanceMetadataV1,
];
const NETWORK: readonly Guardrail[] = [protectNetwork, denyNetworkBypass];

/** An environment as far as guardrails differ. */
export interface GuardedEnvironment {
  readonly name: string;
  readonly developersChangeSecurityGroups: boolean;
}

/**
 * Organizational unit -> guardrails; '' is the root. Units inherit what stands above them.
 * The differences between environments are the last line of this table.
 */
export function attachments(environments: readonly GuardedEnvironment[]): Readonly<Record<string, readonly Guardrail[]>> {
  return {
    '': EVERYWHERE,
    security: [...PLATFORM, ...NETWORK, protectSecurityGroups],
    infrastructure: [...PLATFORM, ...NETWORK],
    workloads: [...PLATFORM, ...NETWORK],
    sandbox: [...PLATFORM, denyNetworkBypass],
    suspended: [denyEverything],
    'policy-staging': [...PLATFORM, ...NETWORK, protectSecurityGroups],
    ...Object.fromEntries(
      environments.filter((environment) => !environment.developersChangeSecurityGroups).map(({ name }) => [`workloads/${name}`, [protectSecurityGroups]]),
    ),
  };
}
