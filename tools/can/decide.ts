import type { PolicyDocument } from '../../policies/policy-document';
import { derived } from './derived-context';
import { levels, type OrganizationPolicyType } from './levels';
import { accountIn, hasNoPolicies, isFederated, isRoot, isService, isServiceLinked } from './principal-kinds';
import type { Principal } from './principals';
import { contextValue, merged } from './request-context';
import { endpointPolicy, keyArn, knownResource, resourcePolicy } from './resource-policies';
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
  /** One of several resources of a call: AWS sends some keys of the call with others only. */
  readonly oneOfSeveral?: boolean;
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

/**
 * Evaluates a request against everything that the synthesized organization says about it.
 * @param layers policies to take into account; those left out allow everything
 * @throws Error for what cannot be evaluated: an unknown action, an unresolved reference, a key that nobody would look at
 */
export async function decide(synthesized: Synthesized, request: Request, layers: readonly Layer[] = LAYERS, anyResource = false): Promise<Outcome> {
  return simulate(chainOf(synthesized, request, layers), anyResource);
}

/** Everything that has a say in a request. */
export function chainOf(synthesized: Synthesized, request: Request, layers: readonly Layer[] = LAYERS): Chain {
  const { principal, action, context = {} } = request;
  const resource = keyArn(synthesized, request.resource ?? '*');
  const on = (layer: Layer) => layers.includes(layer);
  const own = accountIn(principal.arn);
  const owner = ownerOf(synthesized, request, resource);
  const policy = on('resource') ? resourcePolicy(synthesized, resource) : undefined;
  const endpoint = on('endpoint') && request.throughEndpoint ? endpointOf(synthesized, request.throughEndpoint, own) : undefined;
  // AWS: service-linked roles are bound by neither kind of policy, services by no service control policy.
  const bound = !isServiceLinked(principal.arn);
  return {
    principal: principal.arn,
    action,
    resource,
    resourceAccount: owner,
    context: merged(derived(synthesized, request, own, owner), context),
    stated: request.oneOfSeveral ? [] : Object.keys(context),
    // The root user has no policies and may do what nobody denies it; what a resource's policy must allow, it must.
    identity: hasNoPolicies(principal.arn) ? [] : on('identity') && !isRoot(principal.arn) ? principal.policies : [FULL_ACCESS],
    ...(on('identity') && principal.boundary ? { boundary: principal.boundary } : {}),
    serviceControl: on('scp') && bound && !hasNoPolicies(principal.arn) ? organizationPolicies(synthesized, 'SERVICE_CONTROL_POLICY', own) : [],
    resourceControl: on('rcp') && bound ? organizationPolicies(synthesized, 'RESOURCE_CONTROL_POLICY', owner) : [],
    ...(policy
      ? { resourcePolicy: policy }
      : isLetIn(synthesized, request, own, owner, on('resource'))
        ? { resourcePolicy: delegating(principal.arn, own) }
        : {}),
    ...(endpoint ? { endpoint } : {}),
  };
}

/** Account of a resource. ARNs of buckets do not say: then it is the stack's that makes it, else where the principal asks. */
export function ownerOf(synthesized: Synthesized, { principal, resourceAccount, context = {} }: Request, resource: string): string {
  return (
    resourceAccount ??
    contextValue(context, 'aws:ResourceAccount') ??
    accountIn(resource) ??
    knownResource(synthesized, resource)?.account ??
    principal.at ??
    accountIn(principal.arn) ??
    ''
  );
}

/**
 * Where AWS asks the resource besides the principal and its policy is not known, it is taken to let in whom the others let
 * in. A resource that the stacks make without a policy lets in nobody from elsewhere.
 */
export function isLetIn(
  synthesized: Synthesized,
  { action, principal, resource = '*' }: Request,
  own: string | undefined,
  owner: string,
  asked: boolean,
): boolean {
  if (asked && knownResource(synthesized, keyArn(synthesized, resource)) !== undefined) return false;
  if (asked && own !== undefined && own !== owner && action.startsWith('iam:')) return false; // roles and users carry no policy that lets others change them
  return /^(kms:|sts:AssumeRole)/i.test(action) || isService(principal.arn) || own !== owner;
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
