import { conditionValues } from '../synthesis/statement-conditions';
import { FULL_ACCESS, isLetIn, type Request } from './decide';
import { accountIn, isServiceLinked } from './principal-kinds';
import { plain, type Question } from './question';
import { relevantTo } from './relevant-statements';
import { knownResource } from './resource-policies';
import { type Chain, policiesOf } from './simulator';
import type { Synthesized } from './synthesized';

interface Asked {
  readonly question: Question;
  readonly request: Request;
  readonly chain: Chain;
  readonly formats: readonly string[];
  readonly allowed: boolean;
  /** Sids of statements that denied. */
  readonly deciding: readonly string[];
}

/** What an answer assumes, and what would change it. */
export function notesOn(synthesized: Synthesized, asked: Asked): string[] {
  return [...ofPrincipal(synthesized, asked), ...ofResource(synthesized, asked), ...ofRegion(synthesized, asked), ...ofContext(asked)];
}

function ofPrincipal({ blueprint }: Synthesized, { question, request: { principal } }: Asked): string[] {
  const notes: string[] = [];
  if (question.in === 'management') notes.push('organization policies do not bind the management account');
  if (isServiceLinked(principal.arn)) notes.push('organization policies do not bind service-linked roles');
  const isSet = principal.arn.includes('/AWSReservedSSO_') && !question.as.startsWith('arn:');
  const assigned = blueprint.access.assignments.some(({ permissionSet, accounts }) => permissionSet === question.as && accounts.includes(question.in));
  if (isSet && !assigned) notes.push(`nobody has ${question.as} in ${question.in}: the configuration assigns it elsewhere`);
  return notes;
}

function ofResource(synthesized: Synthesized, { question, request, chain, formats }: Asked): string[] {
  const { action, resource = '*' } = request;
  if (formats.length === 0) return question.resource && resource !== '*' ? [`${action} takes no resource: answered for *`] : [];
  if (resource === '*')
    return [
      `${action} takes ${formats.map(plain).join(' or ')}: answered for *, which is allowed as soon as one of them is; give an ARN to ask about that one`,
    ];
  const notes: string[] = [];
  const known = knownResource(synthesized, resource);
  const stated = Object.keys(question.context ?? {}).some((key) => key.toLowerCase() === 'aws:resourceaccount');
  if (!known && !stated && accountIn(resource) === undefined)
    notes.push(
      `no stack makes it: taken to belong to ${synthesized.accountName(chain.resourceAccount) ?? 'nobody known'}; --context aws:ResourceAccount=ID says otherwise`,
    );
  if (isLetIn(synthesized, request, accountIn(request.principal.arn), chain.resourceAccount, true))
    notes.push('no stack holds its policy: taken to let in whom the other policies allow');
  return notes;
}

function ofRegion({ blueprint }: Synthesized, { question: { region } }: Asked): string[] {
  const { enabled } = blueprint.regions;
  return region && !enabled.includes(region) ? [`${region} is not enabled; enabled are ${enabled.join(', ')}`] : [];
}

/** Keys that a statement asks for and nobody stated: the statement was judged as if AWS did not send them. */
function ofContext({ chain, allowed, deciding }: Asked): string[] {
  const sent = new Set(Object.keys(chain.context).map((key) => key.toLowerCase()));
  const asking = new Map<string, Set<string>>();
  for (const policy of policiesOf(chain).filter(({ name }) => name !== FULL_ACCESS.name))
    for (const statement of relevantTo(chain.action, policy).document.Statement) {
      if (allowed ? statement.Effect !== 'Deny' : !deciding.includes(statement.Sid)) continue;
      for (const { name, key } of conditionValues(statement)) if (!sent.has(key)) asking.set(name, (asking.get(name) ?? new Set()).add(statement.Sid));
    }
  return [...asking].map(
    ([key, sids]) => `${key} was taken as absent; ${[...sids].join(', ')} ${sids.size === 1 ? 'asks' : 'ask'} for it (--context ${key}=VALUE)`,
  );
}
