import { chainOf, decide, type Layer, type Request } from './decide';
import { isRoot } from './principal-kinds';
import type { Reason } from './reasons';
import type { Synthesized } from './synthesized';

/**
 * Which layers have no statement that allows, for a denial that nobody wrote. Each layer is asked by itself, the others
 * taken to allow everything.
 */
export async function missingAllows(synthesized: Synthesized, request: Request): Promise<Reason[]> {
  const { principal, action, resource = '*' } = request;
  const { boundary, ...unbounded } = principal;
  const lacks = async (layer: Layer, asked: Request = request) => (await decide(synthesized, asked, [layer])).result === 'ImplicitlyDenied';
  const wanted = `${action} on ${resource}`;
  const chain = chainOf(synthesized, request);
  const reasons: Reason[] = [];
  if (!isRoot(principal.arn) && (await lacks('identity', { ...request, principal: unbounded }))) {
    const names = principal.policies.map(({ name }) => name);
    reasons.push({
      text: `no policy of the principal allows it (${names.length > 0 ? names.join(', ') : 'it has none'}); an Allow for ${wanted} would have to stand in one`,
    });
  }
  if (boundary && (await lacks('identity', { ...request, principal: { ...principal, policies: chainOf(synthesized, request, []).identity } })))
    reasons.push({ text: `the permissions boundary ${boundary.name} does not allow it; an Allow for ${wanted} would have to stand there` });
  if (await lacks('resource')) {
    const name = chain.resourcePolicy?.name;
    reasons.push({
      text: name
        ? `the resource's own policy does not let the principal in (${name}); an Allow for ${action} that names it would have to stand there`
        : `the resource has no policy that lets in another account; an Allow for ${action} that names the principal would have to stand in one`,
    });
  }
  if (chain.endpoint && (await lacks('endpoint')))
    reasons.push({ text: `the endpoint's policy does not allow it (${chain.endpoint.name}); an Allow for ${wanted} would have to stand there` });
  if (reasons.length === 0)
    reasons.push({ text: `every layer allows it by itself, but not together: a statement that lets in the principal's account, and one of its own` });
  return reasons;
}
