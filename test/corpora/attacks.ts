import { PRIVILEGE_ESCALATION } from './attacks-privilege-escalation';
import type { Attack } from './corpus';

/** Written for this project from public descriptions; each row names its source. */
export const ATTACKS: readonly Attack[] = [...PRIVILEGE_ESCALATION];
