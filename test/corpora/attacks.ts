import { BACK_DOORS } from './attacks-back-doors';
import { CREDENTIAL_ACCESS } from './attacks-credential-access';
import { DEFENCE_EVASION } from './attacks-defence-evasion';
import { EXFILTRATION } from './attacks-exfiltration';
import { IMPACT } from './attacks-impact';
import { PAST_THE_PERIMETER } from './attacks-past-the-perimeter';
import { PERSISTENCE } from './attacks-persistence';
import { PRIVILEGE_ESCALATION } from './attacks-privilege-escalation';
import { ATTACKS_REDTEAM } from './attacks-redteam';
import { AROUND_RESPONSES } from './attacks-response';
import { BY_RIGHTS_OF_OTHERS } from './attacks-rights-of-others';
import { BY_SERVICES } from './attacks-services';
import type { Attack } from './corpus';

/** Written for this project from public descriptions; each row names its source. */
export const ATTACKS: readonly Attack[] = [
  ...CREDENTIAL_ACCESS,
  ...PRIVILEGE_ESCALATION,
  ...PERSISTENCE,
  ...DEFENCE_EVASION,
  ...EXFILTRATION,
  ...IMPACT,
  ...ATTACKS_REDTEAM,
  ...AROUND_RESPONSES,
  ...BY_SERVICES,
  ...BACK_DOORS,
  ...BY_RIGHTS_OF_OTHERS,
  ...PAST_THE_PERIMETER,
];
