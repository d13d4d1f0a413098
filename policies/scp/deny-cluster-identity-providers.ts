import { APPLY, BREAK_GLASS, but, guardrail } from '../guardrail-context';
import { CLUSTER_PROVIDERS, IDENTITY_PROVIDER_ACTIONS } from './identity-provider-actions';

export const denyClusterIdentityProviders = guardrail(
  'DenyClusterIdentityProviders',
  "The provider of somebody else's EKS cluster would sign their pods in here. Exempt: the apply role, which makes those of our clusters, and break-glass.",
  () => ({ Action: IDENTITY_PROVIDER_ACTIONS, Resource: CLUSTER_PROVIDERS, Condition: but([APPLY, BREAK_GLASS]) }),
);
