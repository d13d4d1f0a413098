import type { OrdinaryWork } from './ordinary-work';
import { all, BY_HAND, byStrangers, from, named, SUCCEEDED, type TrailAlarms } from './pattern';

/** Code that runs because somebody slipped it in. */
export const workloadAlarms = (work: OrdinaryWork): TrailAlarms => ({
  // CloudTrail writes the new text as <sensitiveDataRemoved>; the API names it by an attribute or by its own field.
  'user-data-change': {
    pattern: all(
      from('ec2'),
      named('ModifyInstanceAttribute'),
      '($.requestParameters.userData EXISTS) || ($.requestParameters.attribute = "userData")',
      SUCCEEDED,
      ...BY_HAND,
    ),
    description: 'What an instance runs at its next start was changed',
  },
  'remote-command': {
    pattern: all(
      from('ssm'),
      named('CreateActivation', 'ModifyDocumentPermission', 'ResumeSession', 'SendCommand', 'StartAutomationExecution', 'StartSession'),
      SUCCEEDED,
      ...byStrangers(work),
    ),
    description: 'A command or a shell was started on a machine where nobody works by hand',
  },
  'password-data-read': {
    pattern: all(from('ec2'), named('GetPasswordData'), SUCCEEDED),
    description: 'The Windows password of an instance was read',
  },
  'model-guardrail-change': {
    pattern: all(from('bedrock'), named('DeleteGuardrail', 'DeleteModelInvocationLoggingConfiguration', 'UpdateGuardrail'), SUCCEEDED, ...byStrangers(work)),
    description: 'A guardrail or the log of a language model was changed by hand',
  },
});
