import { inferenceProfiles } from '../bedrock-regions';
import { APPLY, BREAK_GLASS, but, guardrail, PLAN, people, ROOT_SESSION } from '../guardrail-context';
import { GLOBAL_ACTIONS } from './global-actions';

export const denyOtherRegions = guardrail(
  'DenyOtherRegions',
  'Miners and exfiltration hide where nobody looks. Services without a region of their own and cleaning up are left out. Exempt: break-glass, root sessions, the apply role, which lays baselines where nobody works, auditors and plans, who only read, and models that an inference profile of a region in use answers from next door.',
  ({ enabledRegions }) => ({
    NotAction: GLOBAL_ACTIONS,
    Condition: {
      StringNotEquals: { 'aws:RequestedRegion': enabledRegions },
      ArnNotLike: {
        ...but([APPLY, BREAK_GLASS, ROOT_SESSION, PLAN, ...people('SecurityAuditor')]).ArnNotLike,
        'bedrock:InferenceProfileArn': inferenceProfiles(enabledRegions),
      },
    },
  }),
);
