import { guardrail } from '../guardrail-context';

export const denyOpenFunctionUrls = guardrail(
  'DenyOpenFunctionUrls',
  'A function URL without authentication is an entry past the firewalls, and a back door. Nobody is exempt.',
  () => ({
    Action: ['lambda:AddPermission', 'lambda:CreateFunctionUrlConfig', 'lambda:UpdateFunctionUrlConfig'],
    Condition: { StringEquals: { 'lambda:FunctionUrlAuthType': 'NONE' } },
  }),
);
