import type { PolicyStatement } from '../../policies/policy-document';
import { conditionValues } from '../synthesis/statement-conditions';
import { FULL_ACCESS, isLetIn, type Request } from './decide';
import { accountIn, isServiceLinked } from './principal-kinds';
import { type Question, taken } from './question';
import { relevantTo } from './relevant-statements';
import { contextValue } from './request-context';
import { knownResource, vaultOf } from './resource-policies';
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
  if (resource === '*') return [`answered for *, which is allowed as soon as any resource is; ${taken(action, formats)}`];
  const notes: string[] = [];
  const known = knownResource(synthesized, resource);
  const vault = vaultOf(synthesized, resource);
  if (vault) notes.push(`a recovery point does not say where it lies: answered for ${vault.arn}`);
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
      // Who was denied by a statement asks about that one; who lacks an Allow, about those that come near.
      const hint = deciding.length > 0 ? deciding.includes(statement.Sid) : statement.Effect === (allowed ? 'Deny' : 'Allow') && concerns(statement, chain);
      if (!hint) continue;
      for (const { name, key } of conditionValues(statement)) if (!sent.has(key)) asking.set(name, (asking.get(name) ?? new Set()).add(statement.Sid));
    }
  return [...asking].map(
    ([key, sids]) => `${key} was taken as absent; ${[...sids].join(', ')} ${sids.size === 1 ? 'asks' : 'ask'} for it (--context ${key}=VALUE)`,
  );
}

/** Whether what is known of a request leaves a statement possible: one about services, or other people, is no hint. */
function concerns(statement: PolicyStatement, { context }: Chain): boolean {
  return conditionValues(statement).every(({ name, operator, values }) => {
    const [, plain = '', not] = /^((?:Arn|String|Bool)(Not)?(?:Like|Equals)?)(?:IfExists)?$/.exec(operator) ?? [];
    const value = contextValue(context, name);
    return plain === '' || value === undefined || values.some((pattern) => matches(pattern, value)) === (not === undefined);
  });
}

const matches = (pattern: string, value: string): boolean =>
  new RegExp(
    `^${pattern
      .replaceAll(/[.+^${}()|[\]\\]/g, '\\$&')
      .replaceAll('*', '.*')
      .replaceAll('?', '.')}$`,
  ).test(value);
