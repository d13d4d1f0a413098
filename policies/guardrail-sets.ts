import type { Guardrail } from './guardrail-context';
import { denyAccessDelegation } from './scp/deny-access-delegation';
import { denyBoundaryRemoval } from './scp/deny-boundary-removal';
import { denyClusterIdentityProviders } from './scp/deny-cluster-identity-providers';
import { denyCustomerProvidedKeys } from './scp/deny-customer-provided-keys';
import { denyDataExport } from './scp/deny-data-export';
import { denyDataOutsideOrganization } from './scp/deny-data-outside-organization';
import { denyDocumentSharing } from './scp/deny-document-sharing';
import { denyDomainLoss } from './scp/deny-domain-loss';
import { denyExternalSharePrincipals } from './scp/deny-external-share-principals';
import { denyExternalShares } from './scp/deny-external-shares';
import { denyForeignFunctionPermissions } from './scp/deny-foreign-function-permissions';
import { denyForeignFunctionRoles } from './scp/deny-foreign-function-roles';
import { denyForeignKeys } from './scp/deny-foreign-keys';
import { denyForeignRoles } from './scp/deny-foreign-roles';
import { denyForeignShares } from './scp/deny-foreign-shares';
import { denyForeignSnapshotShares } from './scp/deny-foreign-snapshot-shares';
import { denyFunctionPolicies } from './scp/deny-function-policies';
import { denyIamUsers } from './scp/deny-iam-users';
import { denyIdentityCenterChanges } from './scp/deny-identity-center-changes';
import { denyIdentityProviders } from './scp/deny-identity-providers';
import { denyImageSharing } from './scp/deny-image-sharing';
import { denyKeyDestruction } from './scp/deny-key-destruction';
import { denyKeyPolicyChanges } from './scp/deny-key-policy-changes';
import { denyLeavingOrganization } from './scp/deny-leaving-organization';
import { denyMemberRoot } from './scp/deny-member-root';
import { denyMessagesOutsideOrganization } from './scp/deny-messages-outside-organization';
import { denyMisleadingPaths } from './scp/deny-misleading-paths';
import { denyNetworkBypass } from './scp/deny-network-bypass';
import { denyNetworkTags } from './scp/deny-network-tags';
import { denyOpenFunctionUrls } from './scp/deny-open-function-urls';
import { denyOtherRegions } from './scp/deny-other-regions';
import { denyPublicSnapshots } from './scp/deny-public-snapshots';
import { denyRegistryChanges } from './scp/deny-registry-changes';
import { denyResourcePolicies } from './scp/deny-resource-policies';
import { denyRolesAnywhere } from './scp/deny-roles-anywhere';
import { denyRolesOfOthers } from './scp/deny-roles-of-others';
import { denyRootSessions } from './scp/deny-root-sessions';
import { denySnapshotReading } from './scp/deny-snapshot-reading';
import { denyUnencryptedClusters } from './scp/deny-unencrypted-clusters';
import { denyUnencryptedDatabases } from './scp/deny-unencrypted-databases';
import { denyUnencryptedFileSystems } from './scp/deny-unencrypted-file-systems';
import { denyUnencryptedVolumes } from './scp/deny-unencrypted-volumes';
import { denyUnmask } from './scp/deny-unmask';
import { protectAccountDefaults } from './scp/protect-account-defaults';
import { protectApprovals } from './scp/protect-approvals';
import { protectDataKeyAliases } from './scp/protect-data-key-aliases';
import { protectLogs } from './scp/protect-logs';
import { protectNetwork } from './scp/protect-network';
import { protectPlatformFunctions } from './scp/protect-platform-functions';
import { protectPlatformKeys } from './scp/protect-platform-keys';
import { protectPlatformMetrics } from './scp/protect-platform-metrics';
import { protectPlatformResources } from './scp/protect-platform-resources';
import { protectPlatformRoles } from './scp/protect-platform-roles';
import { protectRecording } from './scp/protect-recording';
import { protectSecurityServices } from './scp/protect-security-services';
import { protectServiceRoles } from './scp/protect-service-roles';
import { protectSessionLogging } from './scp/protect-session-logging';
import { requireBoundary } from './scp/require-boundary';

/** In every account but the management account, newcomers among them: what no bootstrap needs. */
export const EVERYWHERE: readonly Guardrail[] = [denyLeavingOrganization, denyMemberRoot, denyOtherRegions];

/** Where the platform stands: nobody works around it. Not in `onboarding`, where bootstrap makes it. */
export const IDENTITIES: readonly Guardrail[] = [
  denyIamUsers,
  denyIdentityProviders,
  denyClusterIdentityProviders,
  denyRolesAnywhere,
  denyIdentityCenterChanges,
  protectPlatformRoles,
  protectServiceRoles,
  requireBoundary,
  denyBoundaryRemoval,
  denyRolesOfOthers,
  denyRootSessions,
  denyAccessDelegation,
  denyMisleadingPaths,
];
export const EVIDENCE: readonly Guardrail[] = [
  protectLogs,
  protectRecording,
  protectSecurityServices,
  protectPlatformResources,
  protectPlatformFunctions,
  protectPlatformMetrics,
  protectApprovals,
  protectAccountDefaults,
  protectSessionLogging,
];
export const DATA: readonly Guardrail[] = [
  denyKeyDestruction,
  protectPlatformKeys,
  denyPublicSnapshots,
  denyForeignSnapshotShares,
  denyImageSharing,
  denyDataExport,
  denyForeignFunctionPermissions,
  denyOpenFunctionUrls,
  denyExternalShares,
  denyDocumentSharing,
  denyRegistryChanges,
  denyCustomerProvidedKeys,
  denyDataOutsideOrganization,
  denyUnencryptedVolumes,
  denyUnencryptedDatabases,
  denyUnencryptedClusters,
  denyUnencryptedFileSystems,
  denyFunctionPolicies,
  denyForeignFunctionRoles,
  denyForeignKeys,
  denyForeignRoles,
  denyExternalSharePrincipals,
  denyForeignShares,
  denySnapshotReading,
  denyKeyPolicyChanges,
  denyResourcePolicies,
  denyDomainLoss,
  denyMessagesOutsideOrganization,
  protectDataKeyAliases,
  denyUnmask,
];
export const NETWORK: readonly Guardrail[] = [protectNetwork, denyNetworkBypass, denyNetworkTags];
