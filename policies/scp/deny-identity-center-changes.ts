import { BREAK_GLASS, but, guardrail } from '../guardrail-context';

export const denyIdentityCenterChanges = guardrail(
  'DenyIdentityCenterChanges',
  'Identity Center decides who may do what everywhere; it is changed from the management account only. In a member account an attempt is an escalation. Exempt: break-glass.',
  () => ({
    Action: [
      'identitystore:Create*',
      'identitystore:Delete*',
      'identitystore:Update*',
      'sso-directory:Add*',
      'sso-directory:Create*',
      'sso-directory:Delete*',
      'sso-directory:Disable*',
      'sso-directory:Enable*',
      'sso-directory:Remove*',
      'sso-directory:Start*',
      'sso-directory:Update*',
      'sso:Associate*',
      'sso:Attach*',
      'sso:Create*',
      'sso:Delete*',
      'sso:Detach*',
      'sso:Disassociate*',
      'sso:Import*',
      'sso:Provision*',
      'sso:Put*',
      'sso:Start*',
      'sso:Update*',
    ],
    Condition: but([BREAK_GLASS]),
  }),
);
