import {
  getDenialReasons,
  getGrantReasons,
  type RequestDenial,
  type RequestGrant,
  runSimulation,
  runUnsafeSimulation,
  type Simulation,
} from '@cloud-copilot/iam-simulate';
import { takesNoResource } from './catalogue';
import { mentions } from './condition-keys';
import { relevantTo } from './relevant-statements';
import { checkContext, renamed } from './request-context';
import type { NamedPolicy } from './synthesized';
import { type PolicyKind, valid } from './valid-policy';

/** A request with every policy that has a say in it. */
export interface Chain {
  readonly principal: string;
  readonly action: string;
  readonly resource: string;
  readonly resourceAccount: string;
  readonly context: Readonly<Record<string, string | readonly string[]>>;
  /** Keys of the context that whoever asks stated; AWS fills in the others. */
  readonly stated?: readonly string[];
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
 * operator, an unknown action, a context key that it drops although a policy asks for it, the second value of a key.
 * @param anyResource evaluate although AWS's list says that the action does not take such a resource (corpora of others)
 * @throws Error for all of these
 */
export async function simulate(given: Chain, anyResource = false): Promise<Outcome> {
  const untyped = await checkContext(given, anyResource);
  const chain = untyped.length > 0 ? renamed(given, untyped) : given;
  const simulation = simulationOf((await takesNoResource(chain.action)) ? { ...chain, resource: '*' } : chain);
  const answer = await runSimulation(simulation, {});
  if (answer.resultType === 'error') {
    const { message } = answer.errors;
    if (anyResource && /resource\.types$/.test(message)) return { result: unlisted(simulation), denials: [], grants: [] };
    throw new Error(`${chain.action}: ${REASONS[message] ?? JSON.stringify(answer.errors)}, got ${chain.resource}`);
  }
  const single = answer.resultType === 'single' ? [answer.result] : answer.results;
  const dropped = [...new Set(single.flatMap(({ ignoredContextKeys = [] }) => ignoredContextKeys))].filter((key) =>
    policiesOf(chain).some((policy) => mentions(relevantTo(chain.action, policy).document, key)),
  );
  if (dropped.length > 0 && anyResource) return simulate(renamed(chain, dropped), anyResource);
  const stated = dropped.filter((key) => chain.stated?.some((one) => one.toLowerCase() === key.toLowerCase()));
  if (stated.length > 0)
    throw new Error(
      `context: AWS does not send it with ${chain.action} on this resource, got ${stated.join(', ')}; leave it out, or name a resource that has it`,
    );
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

/** Every policy that has a say. */
export function policiesOf(chain: Chain): NamedPolicy[] {
  const { identity, boundary, serviceControl, resourceControl, resourcePolicy, endpoint } = chain;
  return [...identity, ...[...serviceControl, ...resourceControl].flatMap(({ policies }) => policies), boundary, resourcePolicy, endpoint].filter(
    (policy): policy is NamedPolicy => policy !== undefined,
  );
}

function simulationOf(chain: Chain): Simulation {
  const { principal, action, resource, resourceAccount, identity, boundary, resourcePolicy, endpoint } = chain;
  const ready = (policy: NamedPolicy, kind: PolicyKind) => valid(policy, kind, action);
  const policies = (all: readonly NamedPolicy[], kind: PolicyKind) => all.map((policy) => ({ name: policy.name, policy: ready(policy, kind) }));
  const organization = (all: Chain['serviceControl'], kind: PolicyKind) =>
    all.map(({ unit, policies: own }) => ({ orgIdentifier: unit || 'root', policies: policies(own, kind) }));
  return {
    request: { principal, action, resource: { resource, accountId: resourceAccount }, contextVariables: chain.context as Record<string, string | string[]> },
    identityPolicies: policies(identity, 'identity'),
    serviceControlPolicies: organization(chain.serviceControl, 'serviceControl'),
    resourceControlPolicies: organization(chain.resourceControl, 'resourceControl'),
    ...(boundary ? { permissionBoundaryPolicies: policies([boundary], 'identity') } : {}),
    ...(resourcePolicy ? { resourcePolicy: ready(resourcePolicy, 'resource') } : {}),
    ...(endpoint ? { vpcEndpointPolicies: policies([endpoint], 'endpoint') } : {}),
  } as Simulation;
}
