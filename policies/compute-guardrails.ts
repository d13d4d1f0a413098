import type { Guardrail } from './guardrail-context';
import { denyCommandHistory } from './scp/deny-command-history';
import { denyCommitments } from './scp/deny-commitments';
import { denyCostlyInstances } from './scp/deny-costly-instances';
import { denyCostlyResizing } from './scp/deny-costly-resizing';
import { denyDefaultNetwork } from './scp/deny-default-network';
import { denyExemptTag } from './scp/deny-exempt-tag';
import { denyInstanceLogins } from './scp/deny-instance-logins';
import { denyInstanceMetadataV1 } from './scp/deny-instance-metadata-v1';
import { denyLongLivedModelKeys } from './scp/deny-long-lived-model-keys';
import { denyMarketplace } from './scp/deny-marketplace';
import { denyMetadataChanges } from './scp/deny-metadata-changes';
import { denyQuarantineTag } from './scp/deny-quarantine-tag';
import { denyUnusedServices } from './scp/deny-unused-services';
import { protectQuarantined } from './scp/protect-quarantined';

/** What runs, what it costs, and what a response cut off. Where the platform stands. */
export const COMPUTE: readonly Guardrail[] = [
  denyInstanceMetadataV1,
  denyMetadataChanges,
  denyInstanceLogins,
  denyCommandHistory,
  denyCostlyInstances,
  denyCommitments,
  denyMarketplace,
  denyLongLivedModelKeys,
  denyUnusedServices,
  denyDefaultNetwork,
  denyCostlyResizing,
  protectQuarantined,
  denyQuarantineTag,
  denyExemptTag,
];
