import { APPLY, BREAK_GLASS, but, guardrail } from '../guardrail-context';

export const denyMarketplace = guardrail(
  'DenyMarketplace',
  'Software and models of third parties come with their own costs and rights; LLM hijackers subscribe to models first. Exempt: the apply role and break-glass.',
  () => ({
    Action: [
      'aws-marketplace:AcceptAgreementApprovalRequest',
      'aws-marketplace:AcceptAgreementRequest',
      'aws-marketplace:CreateAgreementRequest',
      'aws-marketplace:Subscribe',
      'bedrock:CreateFoundationModelAgreement',
      'bedrock:DeleteEnforcedGuardrailConfiguration',
      'bedrock:DeleteGuardrail',
      'bedrock:PutEnforcedGuardrailConfiguration',
      'bedrock:PutFoundationModelEntitlement',
      'bedrock:PutUseCaseForModelAccess',
      'bedrock:UpdateGuardrail',
    ],
    Condition: but([APPLY, BREAK_GLASS]),
  }),
);
