import type { AccountIds } from './account-ids';
import type { ParsedBlueprint } from './blueprint-schema';
import { accessMistakes } from './checks/access';
import { placementMistakes } from './checks/access-placement';
import { accountMistakes } from './checks/accounts';
import { alertMistakes } from './checks/alerts';
import { backendMistakes } from './checks/backends';
import { backupMistakes } from './checks/backup';
import { centralNetworkMistakes } from './checks/central-network';
import { columnEncryptionMistakes } from './checks/column-encryption';
import { conformancePackMistakes } from './checks/conformance-packs';
import { costMistakes } from './checks/costs';
import { credentialSearchMistakes } from './checks/credential-search';
import { dataClassMistakes } from './checks/data-classes';
import { dataProtectionMistakes } from './checks/data-protection';
import { deceptionMistakes } from './checks/deception';
import { exampleMistakes } from './checks/examples';
import { existingMistakes } from './checks/existing';
import { firewallManagerMistakes } from './checks/firewall-manager';
import { flowMistakes } from './checks/flows';
import { huntingMistakes } from './checks/hunting';
import { inspectionMistakes } from './checks/inspection';
import { loggingMistakes } from './checks/logging';
import { networkMistakes } from './checks/networks';
import { regionMistakes } from './checks/regions';
import { repetitionMistakes } from './checks/repetitions';
import { responseMistakes } from './checks/response';
import { separationMistakes } from './checks/separation-of-duties';
import { shieldMistakes } from './checks/shield';
import { templateMistakes } from './checks/terraform-templates';
import { wafMistakes } from './checks/waf';
import type { Mistake } from './config-error';

/** Input as it came, before it is known to fit the schema: every member may be missing or of another type. */
// biome-ignore lint/suspicious/noExplicitAny: unchecked input, read with optional chaining only
export type Loose = any;

/** What no single field can tell. Each check passes over what the schema already reports. */
const CHECKS: readonly ((input: Loose, ids: AccountIds) => Mistake[])[] = [
  accountMistakes,
  backendMistakes,
  regionMistakes,
  networkMistakes,
  centralNetworkMistakes,
  inspectionMistakes,
  flowMistakes,
  accessMistakes,
  placementMistakes,
  separationMistakes,
  dataClassMistakes,
  columnEncryptionMistakes,
  costMistakes,
  existingMistakes,
  wafMistakes,
  shieldMistakes,
  firewallManagerMistakes,
  exampleMistakes,
  backupMistakes,
  dataProtectionMistakes,
  credentialSearchMistakes,
  responseMistakes,
  huntingMistakes,
  deceptionMistakes,
  loggingMistakes,
  alertMistakes,
  conformancePackMistakes,
  repetitionMistakes,
  templateMistakes,
];

export function crossFieldMistakes(input: ParsedBlueprint, ids: AccountIds): Mistake[] {
  return CHECKS.flatMap((check) => check(input, ids));
}
