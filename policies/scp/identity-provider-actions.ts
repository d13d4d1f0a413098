/** Everything that makes or changes an identity provider of IAM. */
export const IDENTITY_PROVIDER_ACTIONS: readonly string[] = [
  'iam:AddClientIDToOpenIDConnectProvider',
  'iam:CreateOpenIDConnectProvider',
  'iam:CreateSAMLProvider',
  'iam:DeleteOpenIDConnectProvider',
  'iam:DeleteSAMLProvider',
  'iam:UpdateOpenIDConnectProviderThumbprint',
  'iam:UpdateSAMLProvider',
];

/** Providers of EKS clusters: AWS hosts them, each signs for one cluster. */
export const CLUSTER_PROVIDERS = 'arn:aws:iam::*:oidc-provider/oidc.eks.*.amazonaws.com/id/*';
