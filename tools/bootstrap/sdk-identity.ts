/** The part of an AWS client's configuration that says who calls. */
export interface SdkIdentity {
  readonly credentials?: { readonly accessKeyId: string; readonly secretAccessKey: string; readonly sessionToken?: string };
  readonly profile?: string;
}

/**
 * Makes an AWS client call as terraform does with the same environment. Left to itself the SDK reads the environment of
 * this process, not the one that terraform gets: it would vouch for one account while terraform changes another.
 */
export function sdkIdentity(env: NodeJS.ProcessEnv): SdkIdentity {
  const { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey, AWS_SESSION_TOKEN: sessionToken, AWS_PROFILE: profile } = env;
  if (accessKeyId && secretAccessKey) return { credentials: { accessKeyId, secretAccessKey, ...(sessionToken ? { sessionToken } : {}) } };
  return profile ? { profile } : {};
}
