import type { OrdinaryWork } from './ordinary-work';
import { all, byStrangers, from, named, SUCCEEDED, type TrailAlarms } from './pattern';

/** Code that runs because somebody slipped it in. */
export const workloadAlarms = (work: OrdinaryWork): TrailAlarms => ({
  'remote-command': {
    pattern: all(
      from('ssm'),
      named('CreateActivation', 'ModifyDocumentPermission', 'ResumeSession', 'SendCommand', 'StartAutomationExecution', 'StartSession'),
      SUCCEEDED,
      ...byStrangers(work),
    ),
    description: 'A command or a shell was started on a machine where nobody works by hand',
  },
  'model-guardrail-change': {
    pattern: all(from('bedrock'), named('DeleteGuardrail', 'DeleteModelInvocationLoggingConfiguration', 'UpdateGuardrail'), SUCCEEDED, ...byStrangers(work)),
    description: 'A guardrail or the log of a language model was changed by hand',
  },
});
