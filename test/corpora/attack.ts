import type { Call } from '../../tools/can/corpus';
import type { Attack, Tactic } from './corpus';

/** Who and where, when it is not an administrator of prod. */
export interface Where {
  readonly as?: string;
  readonly in?: string;
}

/**
 * A row of the corpus on a line: what is done, where it is described, the calls, the guardrails that stop it. In the calls
 * `{here}` is the account in which it happens; the mutation run carries the same attack out in accounts of other units.
 */
export const attacks =
  (tactic: Tactic) =>
  (
    what: string,
    source: string,
    calls: Call | readonly Call[],
    stoppedBy: string | readonly string[],
    { as = 'admin', in: account = 'prod' }: Where = {},
  ): Attack => ({
    what,
    as,
    in: account,
    tactic,
    source,
    calls: [calls].flat() as Call[],
    stoppedBy: [stoppedBy].flat() as string[],
  });

/** Rows of one tactic from one source. */
export const attacksOf = (
  tactic: Tactic,
  source: string,
  rows: readonly (readonly [what: string, calls: Call | readonly Call[], stoppedBy: string | readonly string[], where?: Where])[],
): Attack[] => rows.map(([what, calls, stoppedBy, where]) => attacks(tactic)(what, source, calls, stoppedBy, where));

/** A call on one resource; on `*` when the action takes none. */
export const call = (action: string, resource?: string, context?: Call['context'], more: Partial<Call> = {}): Call => ({
  action,
  ...(resource ? { resources: [resource] } : {}),
  ...(context ? { context } : {}),
  ...more,
});

const arn =
  (service: string, region = 'eu-west-1') =>
  (name: string): string =>
    `arn:aws:${service}:${region}:{here}:${name}`;
/** ARNs in the account of the attack, in the home region where there is one. */
export const iam = arn('iam', '');
export const ec2 = arn('ec2');
export const lambda = arn('lambda');
export const rds = arn('rds');
export const ssm = arn('ssm');
export const logs = arn('logs');
export const sqs = arn('sqs');
export const ecs = arn('ecs');
export const secret = (name: string): string => arn('secretsmanager')(`secret:${name}`);
export const table = (name: string): string => arn('dynamodb')(`table/${name}`);
export const key = (name: string): string => arn('kms')(`key/${name}`);
export const of = arn;

/** An account that belongs to nobody here. */
export const STRANGER = '210987654321';
/** What AWS says of a resource of theirs. */
export const FOREIGN = { 'aws:ResourceAccount': STRANGER, 'aws:ResourceOrgID': 'o-evil000000' };
/** What AWS says of a request for a small instance that is encrypted and asks for tokens. */
export const SMALL = { 'ec2:InstanceType': 't3.small', 'ec2:MetadataHttpTokens': 'required' };
