/** Last words of an argument, variable or header that holds a secret; `password_field` and `http_tokens` end otherwise. */
const SECRET_NAME =
  /(^|[_.-])(passwords?|passphrase|passwd|secret|private_?key|secret_?key|secret_?access_?key|secret_?string|secret_?binary|preshared_?key|bgp_auth_?key|api_?key|api_?secret_?key|admin_user_password|(access|auth|refresh|id|jwt|hec|session|web_identity|secret|bearer)?_?token)$/i;
/** Names that end like a secret and are none: the optimistic locks of AWS WAF and Network Firewall among them. */
const NO_SECRET = new Set(['token', 'next_token', 'client_token', 'creation_token', 'client_request_token', 'password_type', 'update_token', 'lock_token']);
/** `token` is a secret only here: elsewhere it is a pagination mark, an idempotency mark or a word of AWS WAF. */
const TOKEN_TYPES = new Set(['provider', 'aws_codebuild_source_credential', 'aws_codepipeline_webhook', 'aws_appflow_connector_profile']);

/** Write-only arguments reach neither plan nor state (Terraform 1.11), but a literal in them stands in the committed JSON. */
export const isWriteOnly = (name: string): boolean => name.endsWith('_wo');
export const isSecretName = (name: string, type: string): boolean =>
  isWriteOnly(name) || (SECRET_NAME.test(name) && (!NO_SECRET.has(name.toLowerCase()) || (name === 'token' && TOKEN_TYPES.has(type))));

/** Arguments that hold a secret under a name that does not say so. */
export const SECRET_ARGUMENTS: ReadonlyMap<string, readonly string[]> = new Map([
  ['aws_api_gateway_api_key', ['value']],
  ['aws_elasticache_replication_group', ['auth_token']],
]);

/** Resources whose secret AWS makes and Terraform writes into the state, unless a PGP key encrypts it. */
export const NEEDS_PGP_KEY: ReadonlySet<string> = new Set(['aws_iam_access_key', 'aws_iam_user_login_profile', 'aws_lightsail_key_pair']);
/** Resources that exist to write a secret into the state. */
export const STATE_HOLDS_SECRET: ReadonlySet<string> = new Set([
  'random_password',
  'tls_private_key',
  'aws_iam_service_specific_credential',
  'aws_workmail_user',
]);
/** Data sources that read a secret into the state; ephemeral resources of the same names do not. */
export const SECRET_DATA_SOURCES: ReadonlySet<string> = new Set([
  'aws_secretsmanager_secret_version',
  'aws_secretsmanager_random_password',
  'aws_kms_secrets',
  'aws_ecr_authorization_token',
  'aws_eks_cluster_auth',
  'aws_codeartifact_authorization_token',
]);

/** Arguments that hold a script or environment which the instance metadata service, or anybody who may describe it, reads out. */
export const SCRIPTS: ReadonlySet<string> = new Set(['user_data', 'user_data_base64', 'commands', 'buildspec', 'setup_script', 'content']);
