import type { Blueprint } from '../../config/blueprint';
import type { PolicyDocument } from '../../policies/policy-document';
import { levels, type OrganizationPolicyType } from './levels';
import type { Principal } from './principals';
import { aliasesOf, endpointPolicy, keyArn, resourcePolicy } from './resource-policies';
import { type Chain, type Outcome, simulate } from './simulator';
import type { NamedPolicy, Synthesized } from './synthesized';

/** Kinds of policies that can have a say; an evaluation may leave some out. */
export type Layer = 'scp' | 'rcp' | 'identity' | 'resource' | 'endpoint';
export const LAYERS: readonly Layer[] = ['scp', 'rcp', 'identity', 'resource', 'endpoint'];

export interface Request {
  readonly principal: Principal;
  readonly action: string;
  /** ARN; `*` by default. */
  readonly resource?: string;
  /** Account that owns the resource; by default the one in its ARN, else the principal's. */
  readonly resourceAccount?: string;
  readonly region?: string;
  readonly context?: Readonly<Record<string, string | readonly string[]>>;
  /** The request passes the VPC endpoint of this service (s3, kms, ...) in the principal's account. */
  readonly throughEndpoint?: string;
}

const document = (Statement: PolicyDocument['Statement'][number]): PolicyDocument => ({ Version: '2012-10-17', Statement: [Statement] });
export const FULL_ACCESS: NamedPolicy = { name: 'FullAWSAccess', document: document({ Sid: 'FullAWSAccess', Effect: 'Allow', Action: '*', Resource: '*' }) };
/** A resource that leaves the answer to the policies of the principal, as keys and roles do that trust the root of its account. */
const delegating = (principal: string, account: string | undefined): NamedPolicy => ({
  name: 'a resource policy that delegates',
  document: document({
    Sid: 'Delegates',
    Effect: 'Allow',
    Principal: isService(principal) ? { Service: principal } : isFederated(principal) ? { Federated: principal } : { AWS: `arn:aws:iam::${account}:root` },
    Action: '*',
    Resource: '*',
  }),
});

const accountIn = (arn: string): string | undefined => /^arn:[\w-]+:[^:]*:[^:]*:(\d{12}):/.exec(arn)?.[1];
const isServiceLinked = (arn: string): boolean => arn.includes(':role/aws-service-role/');
const isRoot = (arn: string): boolean => arn.endsWith(':root');
/** A provider that vouches for somebody who is not signed in yet: web identity or SAML. */
const isFederated = (arn: string): boolean => /:(oidc|saml)-provider\//.test(arn);
const isService = (name: string): boolean => /^[a-z0-9.-]+\.amazonaws\.com$/.test(name);

const hasNoPolicies = (arn: string): boolean => isRoot(arn) || isService(arn) || isFederated(arn);

/**
 * Evaluates a request against everything that the synthesized organization says about it.
 * @param layers policies to take into account; those left out allow everything
 * @throws Error for what cannot be evaluated: an unknown action, an unresolved reference, a key that nobody would look at
 */
export async function decide(synthesized: Synthesized, request: Request, layers: readonly Layer[] = LAYERS, anyResource = false): Promise<Outcome> {
  const { principal, action } = request;
  const resource = keyArn(synthesized, request.resource ?? '*');
  const on = (layer: Layer) => layers.includes(layer);
  const own = accountIn(principal.arn);
  const owner = request.resourceAccount ?? accountIn(resource) ?? own ?? '';
  const policy = on('resource') ? resourcePolicy(synthesized, resource) : undefined;
  const endpoint = on('endpoint') && request.throughEndpoint ? endpointOf(synthesized, request.throughEndpoint, own) : undefined;
  const chain: Chain = {
    principal: principal.arn,
    action,
    resource,
    resourceAccount: owner,
    context: { ...derived(synthesized, request, own, owner), ...request.context },
    identity: hasNoPolicies(principal.arn) ? [] : on('identity') ? principal.policies : [FULL_ACCESS],
    ...(on('identity') && principal.boundary ? { boundary: principal.boundary } : {}),
    // AWS: service-linked roles are bound by neither kind of policy, services by no service control policy.
    serviceControl:
      on('scp') && !isServiceLinked(principal.arn) && !isService(principal.arn) && !isFederated(principal.arn)
        ? organizationPolicies(synthesized, 'SERVICE_CONTROL_POLICY', own)
        : [],
    resourceControl: on('rcp') && !isServiceLinked(principal.arn) ? organizationPolicies(synthesized, 'RESOURCE_CONTROL_POLICY', owner) : [],
    ...(policy ? { resourcePolicy: policy } : asksResource(request, own, owner) ? { resourcePolicy: delegating(principal.arn, own) } : {}),
    ...(endpoint ? { endpoint } : {}),
  };
  const outcome = await simulate(chain, anyResource);
  // The root user has no identity policies: only an explicit denial counts.
  return isRoot(principal.arn) && outcome.result === 'ImplicitlyDenied' ? { ...outcome, result: 'Allowed' } : outcome;
}

/** Where AWS asks the resource besides the principal and its policy is not known, it is taken to let in whom the others let in. */
function asksResource({ action, principal }: Request, own: string | undefined, owner: string): boolean {
  return action.startsWith('kms:') || action.startsWith('sts:AssumeRole') || isService(principal.arn) || own !== owner;
}

function organizationPolicies(synthesized: Synthesized, type: OrganizationPolicyType, account: string | undefined): Chain['serviceControl'] {
  const name = account && synthesized.accountName(account);
  if (!name) return []; // an account outside the organization
  return levels(synthesized, type, name).map(({ unit, policies }) => ({
    unit,
    policies: type === 'SERVICE_CONTROL_POLICY' ? [FULL_ACCESS, ...policies] : policies, // the simulator adds RCPFullAWSAccess itself
  }));
}

function endpointOf(synthesized: Synthesized, service: string, account: string | undefined): NamedPolicy {
  const name = account && synthesized.accountName(account);
  const policy = name ? endpointPolicy(synthesized, service, name) : undefined;
  if (!policy) throw new Error(`endpoint: ${name ?? account} has no endpoint of ${service} with a policy; choose another service`);
  return policy;
}

/** Context keys that AWS fills in by itself. */
function derived(synthesized: Synthesized, request: Request, own: string | undefined, owner: string): Record<string, string | string[]> {
  const { id: organization } = synthesized.blueprint.organization as Blueprint['organization'];
  const ours = (account: string | undefined) => account !== undefined && synthesized.accountName(account) !== undefined;
  const service = isService(request.principal.arn);
  const anonymous = service || isFederated(request.principal.arn);
  const aliases = request.resource && request.action.startsWith('kms:') ? aliasesOf(synthesized, keyArn(synthesized, request.resource)) : [];
  return {
    'aws:RequestedRegion': request.region ?? synthesized.blueprint.regions.home,
    'aws:SecureTransport': 'true',
    'aws:PrincipalIsAWSService': String(service),
    'aws:ViaAWSService': 'false',
    'aws:ResourceAccount': owner,
    ...(ours(owner) ? { 'aws:ResourceOrgID': organization } : {}),
    ...(anonymous ? {} : { 'aws:PrincipalArn': request.principal.arn, 'aws:PrincipalAccount': own ?? '' }),
    ...(!anonymous && ours(own) ? { 'aws:PrincipalOrgID': organization } : {}),
    ...(aliases.length > 0 ? { 'kms:ResourceAliases': aliases } : {}),
  };
}
