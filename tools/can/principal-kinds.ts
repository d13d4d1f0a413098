/** What kind of principal an ARN or a service's name stands for. */
export const isServiceLinked = (arn: string): boolean => arn.includes(':role/aws-service-role/');
export const isRoot = (arn: string): boolean => arn.endsWith(':root');
/** A provider that vouches for somebody who is not signed in yet: web identity or SAML. */
export const isFederated = (arn: string): boolean => /:(oidc|saml)-provider\//.test(arn);
export const isService = (name: string): boolean => /^[a-z0-9.-]+\.amazonaws\.com$/.test(name);
export const hasNoPolicies = (arn: string): boolean => isService(arn) || isFederated(arn);

/** Account in an ARN; undefined where it has none, as those of buckets. */
export const accountIn = (arn: string): string | undefined => /^arn:[\w-]+:[^:]*:[^:]*:(\d{12}):/.exec(arn)?.[1];
