import { BREAK_GLASS, but, guardrail } from '../guardrail-context';
import { CLUSTER_PROVIDERS, IDENTITY_PROVIDER_ACTIONS } from './identity-provider-actions';

export const denyIdentityProviders = guardrail(
  'DenyIdentityProviders',
  "An identity provider of one's own signs anybody in, for good. The pipeline's stands in the state that bootstrap makes. Exempt: break-glass.",
  () => ({ Action: IDENTITY_PROVIDER_ACTIONS, NotResource: CLUSTER_PROVIDERS, Condition: but([BREAK_GLASS]) }),
);
