import { identityCenterRolePattern } from '../../lib/arn';
import { APPLY, BREAK_GLASS, denyBut, type Guardrail } from '../guardrail-context';

/** An intruder's second step is to blind detection: detach the account, delete or mute findings. Exempt: the apply role, break-glass, and the security team, which archives findings for a living. */
export const protectSecurityServices: Guardrail = () =>
  denyBut([APPLY, BREAK_GLASS, ...identityCenterRolePattern('SecurityAdmin')], {
    Sid: 'ProtectSecurityServices',
    Action: [
      'access-analyzer:DeleteAnalyzer',
      'access-analyzer:CreateArchiveRule',
      'access-analyzer:UpdateArchiveRule',
      'detective:DeleteGraph',
      'detective:DisassociateMembership',
      'guardduty:ArchiveFindings',
      'guardduty:CreateFilter',
      'guardduty:CreateIPSet',
      'guardduty:Delete*',
      'guardduty:Disassociate*',
      'guardduty:StopMonitoringMembers',
      'guardduty:Update*',
      'inspector2:Disable*',
      'inspector2:Disassociate*',
      'inspector2:CreateFilter',
      'inspector2:UpdateConfiguration',
      'macie2:DisableMacie',
      'macie2:Disassociate*',
      'macie2:UpdateMacieSession',
      'macie2:CreateFindingsFilter',
      'securityhub:BatchDisableStandards',
      'securityhub:Delete*',
      'securityhub:Disable*',
      'securityhub:Disassociate*',
      'securityhub:UpdateSecurityHubConfiguration',
      'securityhub:UpdateStandardsControl',
    ],
  });
