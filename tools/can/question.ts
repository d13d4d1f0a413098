import { isRegion } from '../../config/aws-regions';
import { exists, resourceFormats } from './catalogue';
import { principalNamed } from './corpus';
import { chainOf, decide, LAYERS, type Request } from './decide';
import { missingAllows } from './missing-allow';
import { notesOn } from './notes';
import { accountIn } from './principal-kinds';
import { denialReasons, grantReasons, type Reason } from './reasons';
import type { Synthesized } from './synthesized';

/** May somebody do something? As people ask it on the command line. */
export interface Question {
  readonly as: string;
  readonly in: string;
  readonly action: string;
  readonly resource?: string;
  readonly region?: string;
  readonly context?: Readonly<Record<string, string | readonly string[]>>;
  readonly endpoint?: string;
  readonly throughService?: boolean;
}

export interface Answer {
  readonly allowed: boolean;
  readonly principal: string;
  readonly account: string;
  readonly action: string;
  readonly resource: string;
  readonly region: string;
  readonly reasons: readonly Reason[];
  /** What was assumed, and what the answer hangs on. */
  readonly notes: readonly string[];
}

/** Keys that follow from the question itself: another value would be a question about somebody else. */
const FOLLOWS: Readonly<Record<string, string>> = {
  'aws:principalarn': '--as',
  'aws:principalaccount': '--as',
  'aws:principalorgid': '--as',
  'aws:principalorgpaths': '--as',
  'aws:principalisawsservice': '--as',
  'aws:requestedregion': '--region',
};

/** @throws Error that says what is wrong with the question */
export async function ask(synthesized: Synthesized, question: Question): Promise<Answer> {
  const { action, resource = '*', region = synthesized.blueprint.regions.home, context = {}, endpoint, throughService } = question;
  const principal = principalNamed(synthesized, question.as, question.in);
  const home = synthesized.accountName(accountIn(principal.arn) ?? '');
  if (home !== undefined && home !== question.in) throw new Error(`--in: the principal belongs to ${home}, got ${question.in}; name ${home}`);
  if (!(await exists(action))) throw new Error(`action: AWS has no such action, got ${action}; correct it (names: service authorization reference)`);
  if (!isRegion(region)) throw new Error(`--region: AWS has no such region, got ${region}; enabled are ${synthesized.blueprint.regions.enabled.join(', ')}`);
  for (const key of Object.keys(context)) {
    const option = FOLLOWS[key.toLowerCase()];
    if (option) throw new Error(`--context: ${key} follows from ${option}, got ${String(context[key])}; leave it out`);
  }
  const formats = await resourceFormats(action);
  if (resource !== '*' && !resource.startsWith('arn:')) throw new Error(`resource: must be an ARN, got ${resource}; ${taken(action, formats)}`);
  const request: Request = {
    principal,
    action,
    resource,
    region,
    context: { ...context, ...(throughService ? { 'aws:ViaAWSService': 'true' } : {}) },
    ...(endpoint ? { throughEndpoint: endpoint } : {}),
  };
  const chain = chainOf(synthesized, request);
  const outcome = await decide(synthesized, request, LAYERS).catch((error: Error) => {
    const kind = /takes (no|several kinds of) resources?/.test(error.message);
    throw kind ? new Error(`resource: is of no kind that the action takes, got ${resource}; ${taken(action, formats)}`) : error;
  });
  const allowed = outcome.result === 'Allowed';
  const denials = denialReasons(synthesized, chain, outcome.denials);
  return {
    allowed,
    principal: principal.arn,
    account: question.in,
    action,
    resource,
    region,
    reasons: allowed ? grantReasons(chain, outcome.grants) : denials.length > 0 ? denials : await missingAllows(synthesized, request),
    notes: notesOn(synthesized, { question, request, chain, formats, allowed, deciding: denials.flatMap(({ sid }) => sid ?? []) }),
  };
}

const SHOWN = 4;
/** Which ARNs an action takes; RunInstances takes eighteen kinds. */
export function taken(action: string, formats: readonly string[]): string {
  if (formats.length === 0) return `${action} takes no resource, leave it out`;
  const more = formats.length > SHOWN ? `, or ${formats.length - SHOWN} more kinds` : '';
  return `${action} takes ${formats.slice(0, SHOWN).map(plain).join(' or ')}${more}`;
}

/** `arn:${Partition}:iam::${Account}:role/${RoleNameWithPath}` without the dollar signs, which a shell would eat. */
const plain = (format: string): string => format.replace('${Partition}', 'aws').replaceAll(/\$\{(\w+)\}/g, '<$1>');
