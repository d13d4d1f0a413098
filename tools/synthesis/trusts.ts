import { AWS_OWNED_ACCOUNTS } from '../../config/known-principals';
import { conditionWords } from './condition-words';
import type { Directory } from './directory';
import type { FoundPolicy } from './policy-documents';
import { ownAccount, type PolicyContext, principalsOf, readsAwsBuckets } from './principals';
import { conditionValues } from './statement-conditions';
import type { TerraformJson } from './synthesize';
import { referenceIn } from './terraform-reference';

/** Who may assume a role, or come in through the policy of a resource. */
export interface Trust {
  readonly stack: string;
  readonly kind: 'role' | 'resource';
  /** Roles by name; resources by address. */
  readonly of: string;
  readonly who: string;
  readonly conditions: string;
  readonly externalId: boolean;
  readonly organization: boolean;
  /** aws:SourceArn, aws:SourceAccount, ...: the service works for us only (confused deputy). */
  readonly source: boolean;
}

/** Every way in: all trust policies, and resource policies that let in another account, everybody, or a service for any account. */
export function trustsIn(policies: readonly FoundPolicy[], documents: ReadonlyMap<string, TerraformJson>, directory: Directory): Trust[] {
  return policies.flatMap((policy) => trustsOf(policy, { directory, document: documents.get(policy.resource.stack) }));
}

function trustsOf(policy: FoundPolicy, context: PolicyContext): Trust[] {
  if (!['trust', 'resource', 'endpoint'].includes(policy.kind)) return [];
  const { stack, type, name, attributes } = policy.resource;
  const role = policy.kind === 'trust';
  return policy.statements
    .filter(({ Effect }) => Effect === 'Allow')
    .flatMap((statement) => {
      const has = (pattern: RegExp) => conditionValues(statement).some(({ key }) => pattern.test(key));
      const source = has(/^aws:source(arn|account|orgid|orgpaths|owner)$|^kms:encryptioncontext:aws:/);
      return (
        principalsOf(statement)
          .filter(([kind, principal]) => role || entersFromOutside(kind, principal, source, context))
          .map(
            ([kind, principal]): Trust => ({
              stack,
              kind: role ? 'role' : 'resource',
              of: role ? `${attributes.path ?? '/'}${attributes.name ?? name}` : `${type}.${name}`,
              who: who(kind, principal, statement, context),
              conditions: readsAwsBuckets(policy, statement) ? 'reads only buckets of AWS (config/aws-owned-buckets.ts)' : conditionWords(statement),
              externalId: has(/^sts:externalid$/),
              organization: has(/^aws:(principal|source)org(id|paths)$/),
              source,
            }),
          )
          // Every key says so of its own account, many times over: rendered/data-access.md tells it by what people may do.
          .filter(({ who: whom }) => whom !== OWN_ACCOUNT || !/^aws_kms_(\w+_)?key$/.test(type))
      );
    });
}

function entersFromOutside(kind: string, principal: string, source: boolean, { document }: PolicyContext): boolean {
  if (kind === 'Service') return !source;
  if (kind === 'AWS' && referenceIn(principal)?.type.startsWith('aws_iam_')) return false; // of the same state
  return principal === '*' || !principal.includes(`:${ownAccount(document)}:`);
}

const OWN_ACCOUNT = 'everybody in its own account';

/** A principal in words. */
function who(kind: string, principal: string, statement: TerraformJson, { document, directory }: PolicyContext): string {
  if (principal === '*') {
    const callers = conditionValues(statement).filter(({ key, positive }) => positive && /^(kms:calleraccount|aws:principalaccount)$/.test(key));
    return callers.some(({ values }) => values.every((value) => value === ownAccount(document))) ? OWN_ACCOUNT : 'everybody';
  }
  if (kind === 'Service') return `service ${principal}`;
  const reference = referenceIn(principal);
  if (kind === 'Federated') return `identity provider ${reference ? providerName(document.resource?.[reference.type]?.[reference.name]) : principal}`;
  if (reference) return `${reference.type}.${reference.name}`;
  const account = /^arn:aws:iam::(\d{12}):root$/.exec(principal)?.[1];
  if (account === undefined) return principal;
  const name = directory.accounts.get(account) ?? directory.partners.get(account) ?? AWS_OWNED_ACCOUNTS[account] ?? account;
  return `${account === ownAccount(document) ? 'its own account' : directory.accounts.has(account) ? 'account' : 'foreign account'} ${name}`;
}

const providerName = (provider: TerraformJson): string => String(provider?.url ?? provider?.name).replace('https://', '');
