import type { OrdinaryWork } from './ordinary-work';

/** A metric filter pattern of CloudWatch Logs, and what it is for. */
export interface TrailAlarm {
  readonly pattern: string;
  readonly description: string;
  /** Matches within the period that raise the alarm. @default 1 */
  readonly threshold?: number;
  /** Length of the period. @default 1 */
  readonly minutes?: number;
}

export type TrailAlarms = Readonly<Record<string, TrailAlarm>>;

// Terms of a pattern; each stands in parentheses of its own, all must hold. Wildcards stand at either end of a text only.
const any = (terms: readonly string[]): string => (terms.length === 1 ? (terms[0] as string) : terms.map((term) => `(${term})`).join(' || '));
const together = (terms: readonly string[]): string => terms.map((term) => `(${term})`).join(' && ');

/** The pattern in which all terms hold. */
export const all = (...terms: readonly string[]): string => `{ ${together(terms)} }`;

/** Conditions that hold together, or others: alarms that people answer alike share a filter, because a log group has a hundred. */
export const either = (...ways: readonly (readonly string[])[]): string => any(ways.map(together));

export const from = (...services: readonly string[]): string => any(services.map((service) => `$.eventSource = "${service}.amazonaws.com"`));
export const named = (...names: readonly string[]): string => any(names.map((name) => `$.eventName = "${name}"`));
/** Where a wildcard takes in calls that only look. */
export const except = (...names: readonly string[]): string[] => names.map((name) => `$.eventName != "${name}"`);
/** What a guardrail stopped is no change; many denials in a row are the alarm unauthorized-calls. */
export const SUCCEEDED = '$.errorCode NOT EXISTS';
/** AWS itself, with no role of ours. */
export const NO_SERVICE = '$.userIdentity.type != "AWSService"';

const ISSUER = '$.userIdentity.sessionContext.sessionIssuer.arn';
/** Ordinary and reviewed: the pull request was the alarm. Only bootstrap makes roles under /platform/, and nobody one whose path only looks like it (DenyMisleadingPaths), so the name cannot be borrowed. */
export const APPLY = '*:role/platform/apply';
/** Takes backups of everything of a class, decoys too, deletes them when their time is over, and asks S3 to tell it of changes. */
export const BACKUPS = '*:role/platform/service/backup';
/** Roles that only an AWS service can assume, such as those of load balancers and clusters. */
export const SERVICE_LINKED = '*:role/aws-service-role/*';

/** By anybody but these roles. Root and IAM users have no role: without the first half a pattern would miss them. */
export const notBy = (...roles: readonly string[]): string => any([`${ISSUER} NOT EXISTS`, together(roles.map((role) => `${ISSUER} != "${role}"`))]);
export const byRole = (...roles: readonly string[]): string => any(roles.map((role) => `${ISSUER} = "${role}"`));

/** By hand: not by the apply role, and not by AWS. */
export const BY_HAND: readonly string[] = [NO_SERVICE, notBy(APPLY, SERVICE_LINKED)];

export const deployers = ({ deployRoles }: OrdinaryWork): string[] => deployRoles.map((role) => `*:role/${role}`);
export const applications = ({ applicationPaths }: OrdinaryWork): string[] => applicationPaths.map((path) => `*:role${path}*`);

/** Not in these accounts. */
export const outside = (accounts: readonly string[]): string[] => accounts.map((account) => `$.recipientAccountId != "${account}"`);

/** More accounts than these do not fit into a pattern beside its calls. */
const MOST_ACCOUNTS = 8;
/**
 * Not in accounts where developers change such things all day. Where these are too many to be named, developers and applications are left out by
 * name, wherever they are: elsewhere a guardrail denies them the changes (DenyManualChanges), but a Developer who may read secrets there tells
 * nobody. Who else works by hand in such an account raises the alarm then.
 */
export const outsideHandsOn = (work: OrdinaryWork): string[] =>
  work.handsOnAccounts.length <= MOST_ACCOUNTS ? outside(work.handsOnAccounts) : [notBy('*/AWSReservedSSO_Developer_*', ...applications(work))];

/** By nobody whose job it is: neither a pipeline, nor AWS, nor a developer where they work by hand. */
export const byStrangers = (work: OrdinaryWork): string[] => [NO_SERVICE, notBy(APPLY, SERVICE_LINKED, ...deployers(work)), ...outsideHandsOn(work)];
