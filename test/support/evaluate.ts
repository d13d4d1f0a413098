import { runSimulation } from '@cloud-copilot/iam-simulate';
import type { PolicyDocument } from '../../policies/policy-document';

const FULL_ACCESS: PolicyDocument = { Version: '2012-10-17', Statement: [{ Sid: 'FullAWSAccess', Effect: 'Allow', Action: '*', Resource: '*' }] };

export interface Request {
  /** ARN of the role, user or root that asks. */
  readonly principal: string;
  readonly action: string;
  /** ARN; `*` by default. */
  readonly resource?: string;
  readonly region?: string;
  /** Policy of the resource; keys have one that delegates to IAM by default. */
  readonly resourcePolicy?: unknown;
  readonly context?: Readonly<Record<string, string | string[]>>;
}

/**
 * Evaluates a request of an administrator in a member account against service control policies.
 * @param levels policies of each level, root first; FullAWSAccess stands beside them as in AWS
 * @throws Error when the simulator drops a context key, which would change the answer without a word
 */
export async function evaluate(request: Request, levels: readonly (readonly PolicyDocument[])[]): Promise<'allowed' | 'denied'> {
  const account = /:(\d{12}):/.exec(request.principal)?.[1] as string;
  // AWS: service-linked roles are not restricted by SCPs; the simulator does not know.
  if (request.principal.includes(':role/aws-service-role/')) return 'allowed';
  const result = await runSimulation(
    {
      request: {
        principal: request.principal,
        action: request.action,
        resource: { resource: request.resource ?? '*', accountId: account },
        contextVariables: {
          'aws:PrincipalArn': request.principal,
          'aws:PrincipalAccount': account,
          'aws:RequestedRegion': request.region ?? 'eu-west-1',
          ...request.context,
        },
      },
      identityPolicies: request.principal.endsWith(':root') ? [] : [{ name: 'administrator', policy: FULL_ACCESS }],
      serviceControlPolicies: levels.map((documents, index) => ({
        orgIdentifier: `level-${index}`,
        policies: [FULL_ACCESS, ...documents].map((policy, number) => ({ name: `policy-${index}-${number}`, policy })),
      })),
      resourceControlPolicies: [],
      // A key answers to IAM only where its policy lets the account's root delegate.
      ...(request.resourcePolicy
        ? { resourcePolicy: request.resourcePolicy }
        : request.action.startsWith('kms:')
          ? { resourcePolicy: keyPolicy(account) }
          : {}),
    },
    {},
  );
  if (result.resultType === 'error') throw new Error(`${request.action}: ${JSON.stringify(result.errors)}`);
  const single = result.resultType === 'single' ? [result.result] : result.results;
  const ignored = single.flatMap(({ ignoredContextKeys = [] }) => ignoredContextKeys).filter((key) => key.toLowerCase() in lower(request.context));
  if (ignored.length > 0) throw new Error(`${request.action}: the simulator dropped ${ignored.join(', ')}`);
  // The root user has no identity policies: only an explicit denial counts.
  if (request.principal.endsWith(':root')) return result.overallResult === 'ExplicitlyDenied' ? 'denied' : 'allowed';
  return result.overallResult === 'Allowed' ? 'allowed' : 'denied';
}

const keyPolicy = (account: string) => ({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: { AWS: `arn:aws:iam::${account}:root` }, Action: 'kms:*', Resource: '*' }],
});

const lower = (context: Request['context'] = {}) => Object.fromEntries(Object.keys(context).map((key) => [key.toLowerCase(), true]));
