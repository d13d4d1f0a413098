import { BREAK_GLASS, but, guardrail, RESPONSE } from '../guardrail-context';

export const protectQuarantined = guardrail(
  'ProtectQuarantined',
  'What a response cut off or kept as evidence carries the tag Quarantine: whoever is inside would connect it again, or destroy it. Exempt: the response role, which the security team may assume, and break-glass.',
  () => ({
    Action: [
      'ec2:AttachNetworkInterface',
      'ec2:AuthorizeSecurityGroup*',
      'ec2:CreateTags',
      'ec2:DeleteNetworkInterface',
      'ec2:DeleteSecurityGroup',
      'ec2:DeleteSnapshot',
      'ec2:DeleteTags',
      'ec2:DetachNetworkInterface',
      'ec2:DetachVolume',
      'ec2:ModifyInstanceAttribute',
      'ec2:ModifyNetworkInterfaceAttribute',
      'ec2:ModifySecurityGroupRules',
      'ec2:RebootInstances',
      'ec2:StartInstances',
      'ec2:StopInstances',
      'ec2:TerminateInstances',
    ],
    Condition: but([BREAK_GLASS, RESPONSE], { Null: { 'aws:ResourceTag/Quarantine': 'false' } }),
  }),
);
