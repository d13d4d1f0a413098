import { LIMITS, PACKING_FILL } from '../../config/aws-limits';
import { type Account, type Blueprint, isInService } from '../../config/blueprint';
import { type DecoyNames, decoyNames } from '../../lib/decoy-names';
import { BACKUPS } from './trail-alarms/pattern';

/** Packed as guardrails are: an account more adds to the last filter, and its names may be long. */
const LONGEST_PATTERN = Math.floor(LIMITS.metricFilterCharacters * PACKING_FILL);

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
      parameter('roleArn', `*${account}:role/${role}`),
      // Denied to assume or to pass it: calls of IAM say its name only.
      message(`${account}:role/${role}`),
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

/** One thing that is a touch, and the index of what must hold beside it. */
interface Term {
  readonly touches: number;
  readonly text: string;
}

/** Patterns of metric filters that together see every touch of every account's decoys: as few as fit, whatever the terms are about. */
export function decoyFilters(blueprint: Blueprint): string[] {
  const decoys = decoysOf(blueprint);
  const terms = TOUCHES.flatMap(({ of }, touches) =>
    [...new Set(decoys.flatMap(({ names, account }) => of(names, account.id)))].map((text): Term => ({ touches, text })),
  );
  return packed(terms, fits).map(pattern);
}

/** Terms side by side, each group of them with what must hold beside it. */
const pattern = (terms: readonly Term[]): string =>
  `{ ${TOUCHES.flatMap(({ when }, touches) => {
    const some = terms.filter((term) => term.touches === touches).map(({ text }) => text);
    return some.length === 0 ? [] : when.length === 0 ? some : [all(...when, any(some))];
  }).join(' || ')} }`;

const fits = (terms: readonly Term[]): boolean =>
  pattern(terms).length <= LONGEST_PATTERN && terms.filter(({ text }) => text.includes('[*]')).length <= MOST_WILDCARDS;

export const decoysOf = (blueprint: Blueprint): { readonly account: Account; readonly names: DecoyNames }[] =>
  Object.values(blueprint.accounts)
    .filter(isInService)
    .map((account) => ({ account, names: decoyNames(blueprint, account) }));

/** Each term in the first group that takes it. */
function packed(terms: readonly Term[], take: (some: readonly Term[]) => boolean): Term[][] {
  const groups: Term[][] = [];
  for (const term of terms) {
    const room = groups.find((group) => take([...group, term]));
    if (room) room.push(term);
    else groups.push([term]);
  }
  return groups;
}
