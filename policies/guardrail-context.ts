import { identityCenterRolePattern } from '../lib/arn';
import type { Conditions, OneOrMore, PolicyStatement } from './policy-document';

/** What guardrails need to know of the organization. */
export interface GuardrailContext {
  readonly organizationId: string;
  /** Ids of all accounts of the organization. */
  readonly accountIds: readonly string[];
  /** Account that receives the logs of all others. */
  readonly logArchive: string;
  readonly home: string;
  /** Regions in which work is done; us-east-1 is always one of them. */
  readonly enabledRegions: readonly string[];
  /** Names of the roles that bootstrap assumes. */
  readonly bootstrapRoleNames: readonly string[];
  /** Path and name of the roles with which application pipelines deploy. */
  readonly deployRoles: readonly string[];
  /** IAM paths under which developers make roles. */
  readonly applicationPaths: readonly string[];
  /** ARN patterns of who administers keys of data classes (dataClasses.CLASS.administrators). Which keys is what the key's own policy says. */
  readonly keyAdministrators: readonly string[];
  /** IAM prefixes of services that nobody uses. */
  readonly unusedServices: readonly string[];
  /** Patterns of EC2 instance types that nobody starts. */
  readonly costlyInstanceTypes: readonly string[];
  /** Accounts of partners, which may assume roles that name them. */
  readonly partnerAccounts: readonly string[];
  /** Does AWS Backup copy into another account (backup.copyTo)? Its role shares what is copied. */
  readonly copiesBackups: boolean;
  /** Whether there is an account `network` with a transit gateway that environments share. */
  readonly centralNetwork: boolean;
  /** The code host's issuer and the subjects of its tokens that are ours. */
  readonly webIdentity: { readonly issuer: string; readonly subjects: readonly string[] };
}

/** An environment as far as guardrails differ between environments. */
export interface GuardedEnvironment {
  readonly name: string;
  /** Developers work here by hand: code, shells, security groups of their own. */
  readonly handsOn: boolean;
  /** Services that are reached through interface endpoints. */
  readonly interfaceEndpoints: readonly string[];
}

/** A statement that denies; one a file, its Sid is its name. */
export interface Guardrail {
  readonly sid: string;
  /** The attack or mistake that it stops, in a sentence; `npm run can` prints it. */
  readonly stops: string;
  readonly statement: (context: GuardrailContext) => PolicyStatement;
}

interface Body {
  readonly Action?: OneOrMore;
  readonly NotAction?: OneOrMore;
  readonly Resource?: OneOrMore;
  readonly NotResource?: OneOrMore;
  readonly Condition?: Conditions;
}

/** A statement of a service control policy. */
export const guardrail = (sid: string, stops: string, body: (context: GuardrailContext) => Body): Guardrail => ({
  sid,
  stops,
  statement: (context) => {
    const { Action, NotAction, Resource, NotResource, Condition } = body(context);
    return {
      Sid: sid,
      Effect: 'Deny',
      ...(Action ? { Action } : { NotAction }),
      ...(NotResource ? { NotResource } : { Resource: Resource ?? '*' }),
      ...(Condition ? { Condition } : {}),
    };
  },
});

/** A statement of a resource control policy: whoever asks. */
export const resourceGuardrail = (sid: string, stops: string, body: (context: GuardrailContext) => Body): Guardrail => {
  const { statement } = guardrail(sid, stops, body);
  return {
    sid,
    stops,
    statement: (context) => {
      const { Sid, Effect, ...rest } = statement(context);
      return { Sid, Effect, Principal: '*', ...rest };
    },
  };
};

/** Exempts principals by their full path, besides other conditions. */
export const but = (exempt: readonly string[], conditions: Conditions = {}): Conditions => ({
  ...conditions,
  ArnNotLike: { ...conditions.ArnNotLike, 'aws:PrincipalArn': exempt },
});

/** Never locked out by a guardrail: two people with hardware MFA, alarmed on use. */
export const BREAK_GLASS = 'arn:aws:iam::*:role/platform/break-glass';
/** Deploys an account's stacks; only its bootstrap can change it. */
export const APPLY = 'arn:aws:iam::*:role/platform/apply';
/** Reads configuration for a plan, and takes the lock. */
export const PLAN = 'arn:aws:iam::*:role/platform/plan';
/** The platform's own roles, users and groups, whoever takes their place. */
export const PLATFORM_IDENTITIES: readonly string[] = [PLAN, APPLY, BREAK_GLASS, 'arn:aws:iam::*:user/platform/*', 'arn:aws:iam::*:group/platform/*'];
/** Short sessions of central root management. A root user without such a session is denied everything by DenyMemberRoot. */
export const ROOT_SESSION = 'arn:aws:iam::*:root';
/** Deletes recovery points when their retention is over; made by the apply role. */
export const BACKUP = 'arn:aws:iam::*:role/platform/service/backup';
/** Forwards events to the bus of the security account, whose name begins with platform; made by the apply role. */
export const EVENT_FORWARDING = 'arn:aws:iam::*:role/platform/service/event-forwarding';

/** Acts on findings in each account; assumed by the response function of the security account, and by its security team. */
export const RESPONSE = 'arn:aws:iam::*:role/platform/service/security-response';
/** Works with the queue, table and topic of responses, whose names begin with platform. */
export const RESPONSE_FUNCTION = 'arn:aws:iam::*:role/platform/service/response-function';
/** Looks for credentials in what runs in an environment; hands the rest of a long search to itself, and reads plain parameters of the platform, too. */
export const CREDENTIAL_SEARCH = 'arn:aws:iam::*:role/platform/service/credential-search';
/** Whoever shares with another account of ours what AWS Backup copies there: nobody where nothing is copied. */
export const copiers = ({ copiesBackups }: GuardrailContext): readonly string[] => (copiesBackups ? [BACKUP] : []);
/** Restores what AWS Backup is told to restore: only the apply role and break-glass can pass it. */
export const RESTORE = 'arn:aws:iam::*:role/platform/service/restore';

/** Reads the archive for the security team; its trust names who. */
export const HUNTING = 'arn:aws:iam::*:role/platform/service/hunting';

/** People with a permission set. Only AWS makes roles under aws-reserved, so the pattern cannot be met by a name. */
export const people = (...permissionSets: readonly string[]): string[] => permissionSets.flatMap((name) => identityCenterRolePattern(name));
/** People of the network team. */
export const NETWORK_ROLES: readonly string[] = people('NetworkAdmin');

/** People who look, or run what pipelines deployed, and change nothing. */
export const READERS: readonly string[] = people('DeveloperReadOnly', 'DeveloperOperator', 'SecurityAuditor');

/** Puts tags on instances. A scaling group puts its own on what it starts, by a service-linked role, which no guardrail binds: the group must not have them. */
export const TAGGING = ['autoscaling:Create*', 'ec2:CreateTags'];

/** Roles with which application pipelines deploy; nobody but the apply role makes or changes them. */
export const deployers = ({ deployRoles }: GuardrailContext): string[] => deployRoles.map((role) => `arn:aws:iam::*:role/${role}`);
/** Who changes workloads in an environment: pipelines, and where developers work by hand, they too, with their permission set. */
export const workers = (context: GuardrailContext, { handsOn }: Pick<GuardedEnvironment, 'handsOn'>): string[] => [
  APPLY,
  BREAK_GLASS,
  ...deployers(context),
  ...(handsOn ? people('Developer') : []),
];
/** ARN patterns of what lies under the applications' paths: role, policy or instance-profile. */
export const ofApplications = ({ applicationPaths }: GuardrailContext, kind: string): string[] =>
  applicationPaths.map((path) => `arn:aws:iam::*:${kind}${path}*`);
/** Stacks, builds and workflows that developers make run as their applications: where they work by hand, these deploy, too. */
export const builds = (context: GuardrailContext, { handsOn }: Pick<GuardedEnvironment, 'handsOn'>): string[] =>
  handsOn ? ofApplications(context, 'role') : [];
