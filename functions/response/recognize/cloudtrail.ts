import { type BusEvent, incident, needed } from '../event';
import type { Family, Incident, Target } from '../incident';
import { fromAuthorization, fromModification, fromPrefixList } from './security-groups';

// biome-ignore lint/suspicious/noExplicitAny: parameters of any call
type Detail = any;

interface Reaction {
  readonly family: Family;
  /** Undefined: the call is harmless. */
  readonly target: (detail: Detail) => Target | undefined;
}

const lost = (what: string) => (): Target => ({ kind: 'nothing', what });
const group = (target: Reaction['target']): Reaction => ({ family: 'open-security-group', target });
const bucket: Reaction = {
  family: 'public-bucket',
  target: ({ requestParameters }) => ({ kind: 'bucket', bucket: needed(requestParameters?.bucketName, 'detail.requestParameters.bucketName') }),
};
const accountBlock: Reaction = { family: 'public-access-block', target: () => ({ kind: 'account' }) };

/** `source eventName` (CloudTrail) -> what a response does about it. */
const REACTIONS: Readonly<Record<string, Reaction>> = {
  'ec2 AuthorizeSecurityGroupIngress': group(fromAuthorization),
  'ec2 ModifySecurityGroupRules': group(fromModification),
  'ec2 ModifyManagedPrefixList': group(fromPrefixList),
  'ec2 RestoreManagedPrefixListVersion': group(fromPrefixList),
  's3 DeleteBucketPublicAccessBlock': bucket,
  's3 PutBucketPublicAccessBlock': bucket,
  's3 DeleteAccountPublicAccessBlock': accountBlock,
  's3 PutAccountPublicAccessBlock': accountBlock,
  'cloudtrail StopLogging': {
    family: 'disabled-recording',
    target: ({ requestParameters }) => ({ kind: 'trail', name: needed(requestParameters?.name, 'detail.requestParameters.name') }),
  },
  'cloudtrail DeleteTrail': { family: 'disabled-recording', target: lost('a trail was deleted: apply its stack') },
  'cloudtrail UpdateTrail': { family: 'disabled-recording', target: lost('a trail was changed: apply its stack') },
  'cloudtrail PutEventSelectors': { family: 'disabled-recording', target: lost('the selectors of a trail were changed: apply its stack') },
  'config StopConfigurationRecorder': {
    family: 'disabled-recording',
    target: ({ requestParameters }) => ({
      kind: 'recorder',
      name: needed(requestParameters?.configurationRecorderName, 'detail.requestParameters.configurationRecorderName'),
    }),
  },
  'config DeleteConfigurationRecorder': { family: 'disabled-recording', target: lost('a recorder of AWS Config was deleted: apply the stack of its account') },
  'ec2 DeleteFlowLogs': { family: 'disabled-recording', target: lost('flow logs were deleted: apply the stack of the environment') },
  'guardduty DeleteDetector': { family: 'disabled-detection', target: () => ({ kind: 'detector' }) },
  'guardduty UpdateDetector': {
    family: 'disabled-detection',
    target: ({ requestParameters }) => (requestParameters?.enable === false ? { kind: 'detector' } : undefined),
  },
  'securityhub DisableSecurityHub': { family: 'disabled-detection', target: () => ({ kind: 'hub' }) },
};

/** @throws UnreadableEvent */
export function fromCloudTrail(event: BusEvent): Incident[] {
  const { detail } = event;
  const name = needed(detail?.eventName, 'detail.eventName');
  if (detail.errorCode !== undefined || detail.responseElements?.ConsoleLogin === 'Failure') return []; // tried, and refused
  const service = needed(detail.eventSource, 'detail.eventSource').replace(/\.amazonaws\.com$/, '');
  const at = needed(detail.eventTime, 'detail.eventTime');
  const id = needed(detail.eventID, 'detail.eventID');
  const account = needed(detail.recipientAccountId ?? event.account, 'detail.recipientAccountId');
  const of = (family: Family, target: Target): Incident =>
    incident(id, { family, account, region: needed(detail.awsRegion, 'detail.awsRegion'), target, at, reason: `${service}:${name}` });
  // A central root session is a task of the security team, with an alert of its own.
  if (detail.userIdentity?.type === 'Root' && detail.userIdentity.invokedBy === undefined && detail.userIdentity.sessionContext?.assumedRoot !== 'true')
    return detail.eventType === 'AwsServiceEvent' || isAttempt(detail) ? [] : [rootUse(account, at, `${service}:${name}`)];
  const reaction = REACTIONS[`${service} ${name}`];
  const target = reaction?.target(detail);
  return reaction && target ? [of(reaction.family, target)] : [];
}

/**
 * Before the password was right, whoever knows root's address is "root" to CloudTrail: he asks for a new password, is asked for a second
 * factor (`PasswordRecoveryRequested`, `CheckMfa`). Cutting an account off for that would be a gift to strangers; people are told.
 */
const isAttempt = ({ eventType, eventName }: Detail): boolean =>
  eventType === 'AwsConsoleSignIn' && (eventName === 'PasswordRecoveryRequested' || eventName === 'CheckMfa');

/** One incident an hour: a root user at work makes hundreds of calls, and the account is quarantined once. */
const rootUse = (account: string, at: string, reason: string): Incident =>
  incident(`root ${at.slice(0, 13)}`, { family: 'root-use', account, region: 'us-east-1', target: { kind: 'account' }, at, reason });
