import { LIMITS } from '../../config/aws-limits';
import { type Account, type Blueprint, isInService } from '../../config/blueprint';
import { iamRoleArn } from '../../lib/arn';
import { type DecoyNames, decoyNames } from '../../lib/decoy-names';
import { BACKUPS } from './trail-alarms/pattern';

/** Room is left, as everywhere: a longer name must still fit (`npm run quotas` warns at four fifths). */
const LONGEST_PATTERN = Math.floor(LIMITS.metricFilterCharacters * 0.8);

const any = (terms: readonly string[]): string => `(${terms.join(' || ')})`;
const all = (...terms: readonly string[]): string => `(${terms.join(' && ')})`;
const is = (selector: string, value: string): string => `($.${selector} = "${value}")`;
const parameter = (name: string, value: string): string => is(`requestParameters.${name}`, value);
/** Where a call was denied there are no request parameters: only the message says what it was about. */
const message = (value: string): string => is('errorMessage', `*${value}*`);
const ISSUER = 'userIdentity.sessionContext.sessionIssuer.arn';
/** Users and root have no session issuer, and are never exempt. */
const notBy = (...roles: readonly string[]): string => any([`($.${ISSUER} NOT EXISTS)`, all(...roles.map((role) => `($.${ISSUER} != "${role}")`))]);

/** Selectors with [*] that a pattern may have (CloudWatch Logs user guide, "Filter pattern syntax"). */
const MOST_WILDCARDS = 3;

/** Terms that hold on their own, or together with what stands before them. */
interface Touches {
  readonly when: readonly string[];
  readonly of: (names: DecoyNames, account: string) => string[];
}

/**
 * What is a touch: a decoy is used, read, or changed, or somebody was denied it. What is none: settings and lists, which consoles, AWS
 * Config, Access Analyzer, Security Hub and every plan read; changes by the apply role; and services of AWS that look into buckets.
 */
const TOUCHES: readonly Touches[] = [
  {
    when: [],
    of: ({ role, parameter: name, workload }, account) => [
      parameter('roleArn', iamRoleArn(account, '/', role)),
      message(`:AssumeRole on resource: ${iamRoleArn(account, '/', role)}`),
      message(`:PassRole on resource: ${iamRoleArn(account, '/', role)}`),
      parameter('name', `*${name}*`),
      parameter('names[*]', `*${name}*`),
      parameter('path', `${name.slice(0, name.lastIndexOf('/'))}*`),
      message(`parameter${name}`),
      ...(workload ? [is('userIdentity.userName', workload.user)] : []),
    ],
  },
  {
    // BatchGetSecretValue leaves a record of GetSecretValue for each secret (Secrets Manager API reference).
    when: [is('eventName', 'GetSecretValue')],
    of: ({ workload }) => (workload ? [parameter('secretId', `*${workload.secret}*`), message(`secret:${workload.secret}`)] : []),
  },
  {
    when: [is('eventCategory', 'Data'), '($.eventName != "HeadBucket")', notBy('*:role/aws-service-role/*', BACKUPS)],
    of: ({ workload }) => (workload ? [parameter('bucketName', workload.bucket)] : []),
  },
  {
    when: ['($.readOnly IS FALSE)', notBy('*:role/platform/apply', BACKUPS)],
    of: ({ role, workload }) => [
      parameter('roleName', role),
      message(`role ${role}`),
      ...(workload
        ? [
            parameter('userName', workload.user),
            message(`user ${workload.user}`),
            parameter('secretId', `*${workload.secret}*`),
            parameter('bucketName', workload.bucket),
          ]
        : []),
    ],
  },
];

/** Patterns of metric filters that together see every touch of every account's decoys: as few as fit. */
export function decoyFilters(blueprint: Blueprint): string[] {
  return TOUCHES.flatMap(({ when, of }) => {
    const terms = [...new Set(decoysOf(blueprint).flatMap(({ names, account }) => of(names, account.id)))];
    const pattern = (some: readonly string[]) => `{ ${when.length > 0 ? [...when, any(some)].join(' && ') : some.join(' || ')} }`;
    return packed(terms, (some) => pattern(some).length <= LONGEST_PATTERN && some.filter((term) => term.includes('[*]')).length <= MOST_WILDCARDS).map(
      pattern,
    );
  });
}

export const decoysOf = (blueprint: Blueprint): { readonly account: Account; readonly names: DecoyNames }[] =>
  Object.values(blueprint.accounts)
    .filter(isInService)
    .map((account) => ({ account, names: decoyNames(blueprint, account) }));

/** Terms in order, in as few groups as fit. */
function packed(terms: readonly string[], fits: (some: readonly string[]) => boolean): string[][] {
  const groups: string[][] = [];
  for (const term of terms) {
    const last = groups.at(-1);
    if (last && fits([...last, term])) last.push(term);
    else groups.push([term]);
  }
  return groups;
}
