import { guardrail } from '../guardrail-context';

export const denyLongLivedModelKeys = guardrail(
  'DenyLongLivedModelKeys',
  'An API key of Bedrock that stays is a password in a header: found in a repository, it calls models at our cost until somebody looks (LLM hijacking). Keys made from a session, which end with it, go on. Nobody is exempt.',
  () => ({ Action: 'bedrock:CallWithBearerToken', Condition: { StringEquals: { 'bedrock:BearerTokenType': 'LONG_TERM' } } }),
);
