import {
  createValidatedPolicy,
  validateEndpointPolicy,
  validateIdentityPolicy,
  validateResourceControlPolicy,
  validateResourcePolicy,
  validateServiceControlPolicy,
} from '@cloud-copilot/iam-policy';
import {
  getDenialReasons,
  getGrantReasons,
  isWildcardOnlyAction,
  type RequestDenial,
  type RequestGrant,
  runSimulation,
  runUnsafeSimulation,
  type Simulation,
} from '@cloud-copilot/iam-simulate';
import { unknownOperators } from '../../policies/validate';
import { mentions, withKeyRenamed } from './condition-keys';
import type { NamedPolicy } from './synthesized';

/** A request with every policy that has a say in it. */
export interface Chain {
  readonly principal: string;
  readonly action: string;
  readonly resource: string;
  readonly resourceAccount: string;
  readonly context: Readonly<Record<string, string | readonly string[]>>;
  readonly identity: readonly NamedPolicy[];
  readonly boundary?: NamedPolicy;
  readonly serviceControl: readonly { readonly unit: string; readonly policies: readonly NamedPolicy[] }[];
  readonly resourceControl: readonly { readonly unit: string; readonly policies: readonly NamedPolicy[] }[];
  readonly resourcePolicy?: NamedPolicy;
  readonly endpoint?: NamedPolicy;
}

export interface Outcome {
  readonly result: 'Allowed' | 'ExplicitlyDenied' | 'ImplicitlyDenied';
  readonly denials: readonly RequestDenial[];
  readonly grants: readonly RequestGrant[];
}

/**
 * Evaluates one request. The simulator is a library; what it would pass over in silence is an error here: an unknown
 * operator, an unknown action, a context key that it drops although a policy asks for it.
 * @param anyResource evaluate although AWS's list says that the action does not take such a resource (corpora of others)
 * @throws Error for all of these
 */
export async function simulate(chain: Chain, anyResource = false): Promise<Outcome> {
  for (const policy of policiesOf(chain)) checked(policy);
  const [service = '', name = ''] = chain.action.split(':');
  const wildcardOnly = await isWildcardOnlyAction(service, name).catch(() => false);
  const simulation = simulationOf(wildcardOnly ? { ...chain, resource: '*' } : chain);
  const answer = await runSimulation(simulation, {});
  if (answer.resultType === 'error') {
    const { message } = answer.errors;
    if (anyResource && /resource\.types$/.test(message)) return { result: unlisted(simulation), denials: [], grants: [] };
    throw new Error(`${chain.action}: ${REASONS[message] ?? JSON.stringify(answer.errors)}, got ${chain.resource}`);
  }
  const single = answer.resultType === 'single' ? [answer.result] : answer.results;
  const dropped = [...new Set(single.flatMap(({ ignoredContextKeys = [] }) => ignoredContextKeys))].filter((key) =>
    policiesOf(chain).some(({ document }) => mentions(document, key)),
  );
  if (dropped.length > 0) return simulate(renamed(chain, dropped), anyResource);
  return {
    result: answer.overallResult,
    denials: single.flatMap(({ analysis }) => getDenialReasons(analysis)),
    grants: single.flatMap(({ analysis }) => getGrantReasons(analysis)),
  };
}

/** AWS's list lacks some kinds of resources (API Gateway v2, public parameters): evaluated without its help, so without reasons. */
function unlisted({ resourcePolicy, ...simulation }: Simulation): Outcome['result'] {
  return runUnsafeSimulation({ ...simulation, ...(resourcePolicy ? { resourcePolicy: resourcePolicy.policyDocument } : {}) }, {});
}

const REASONS: Readonly<Record<string, string>> = {
  'invalid.service': 'AWS has no such service; correct the action',
  'invalid.action': 'AWS has no such action; correct it (names: service authorization reference)',
  'no.resource.types': 'takes no resource of this kind; correct the ARN',
  'multiple.resource.types': 'takes several kinds of resources that fit; write the ARN in full',
};

function policiesOf(chain: Chain): NamedPolicy[] {
  const { identity, boundary, serviceControl, resourceControl, resourcePolicy, endpoint } = chain;
  return [...identity, ...[...serviceControl, ...resourceControl].flatMap(({ policies }) => policies), boundary, resourcePolicy, endpoint].filter(
    (policy): policy is NamedPolicy => policy !== undefined,
  );
}

const known = new WeakSet<object>();
/** An unknown operator in a Deny never matches: the simulator would pass over the guardrail. */
function checked({ name, document }: NamedPolicy): void {
  if (known.has(document)) return;
  const wrong = document.Statement.flatMap(unknownOperators);
  if (wrong.length > 0) throw new Error(`${name}: has condition operators that IAM does not know, got ${wrong.join(', ')}; correct them`);
  known.add(document);
}

/** The simulator drops keys that AWS's list lacks (kms:EncryptionContext:*, those of identity providers): they go under a name that it keeps. */
function renamed(chain: Chain, keys: readonly string[]): Chain {
  const names = new Map(keys.map((key, index) => [key.toLowerCase(), `aws:PrincipalTag/evaluated-as-${index}`]));
  const policy = <T extends NamedPolicy | undefined>(given: T): T =>
    given && ({ name: given.name, document: [...names].reduce((document, [key, alias]) => withKeyRenamed(document, key, alias), given.document) } as T);
  const several = <T extends { readonly policies: readonly NamedPolicy[] }>(levels: readonly T[]) =>
    levels.map((level) => ({ ...level, policies: level.policies.map(policy) }));
  for (const [key, value] of Object.entries(chain.context))
    if (names.has(key.toLowerCase()) && Array.isArray(value))
      throw new Error(`${chain.action}: the key ${key} with several values cannot be evaluated; give one value`);
  return {
    ...chain,
    context: Object.fromEntries(Object.entries(chain.context).map(([key, value]) => [names.get(key.toLowerCase()) ?? key, value])),
    identity: chain.identity.map(policy),
    serviceControl: several(chain.serviceControl),
    resourceControl: several(chain.resourceControl),
    ...(chain.boundary ? { boundary: policy(chain.boundary) } : {}),
    ...(chain.resourcePolicy ? { resourcePolicy: policy(chain.resourcePolicy) } : {}),
    ...(chain.endpoint ? { endpoint: policy(chain.endpoint) } : {}),
  };
}

const VALIDATORS = {
  identity: validateIdentityPolicy,
  serviceControl: validateServiceControlPolicy,
  resourceControl: validateResourceControlPolicy,
  resource: validateResourcePolicy,
  endpoint: validateEndpointPolicy,
};
const validated = new WeakMap<object, Partial<Record<keyof typeof VALIDATORS, unknown>>>();
/** Validation of a policy takes longer than its evaluation: once is enough. */
function valid({ document }: NamedPolicy, kind: keyof typeof VALIDATORS): unknown {
  const known = validated.get(document) ?? {};
  validated.set(document, known);
  known[kind] ??= createValidatedPolicy(document, VALIDATORS[kind]);
  return known[kind];
}

function simulationOf(chain: Chain): Simulation {
  const { principal, action, resource, resourceAccount, identity, boundary, resourcePolicy, endpoint } = chain;
  const policies = (all: readonly NamedPolicy[], kind: keyof typeof VALIDATORS) => all.map((policy) => ({ name: policy.name, policy: valid(policy, kind) }));
  const organization = (all: Chain['serviceControl'], kind: keyof typeof VALIDATORS) =>
    all.map(({ unit, policies: own }) => ({ orgIdentifier: unit || 'root', policies: policies(own, kind) }));
  return {
    request: { principal, action, resource: { resource, accountId: resourceAccount }, contextVariables: chain.context as Record<string, string | string[]> },
    identityPolicies: policies(identity, 'identity'),
    serviceControlPolicies: organization(chain.serviceControl, 'serviceControl'),
    resourceControlPolicies: organization(chain.resourceControl, 'resourceControl'),
    ...(boundary ? { permissionBoundaryPolicies: policies([boundary], 'identity') } : {}),
    ...(resourcePolicy ? { resourcePolicy: valid(resourcePolicy, 'resource') } : {}),
    ...(endpoint ? { vpcEndpointPolicies: policies([endpoint], 'endpoint') } : {}),
  };
}
