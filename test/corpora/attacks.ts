import type { Attack } from './corpus';

/** Written for this project from public descriptions; each row names its source. */
export const ATTACKS: readonly Attack[] = [
  {
    what: 'takes the account out of the organization',
    as: 'admin',
    in: 'prod',
    tactic: 'defence evasion',
    source: 'MITRE ATT&CK T1666 Modify Cloud Resource Hierarchy',
    calls: [{ action: 'organizations:LeaveOrganization' }],
    stoppedBy: ['DenyLeavingOrganization'],
  },
];
