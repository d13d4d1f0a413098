/** Accounts of the example (test/fixtures/example.ts). */
export const ACCOUNTS = {
  management: '111111111111',
  'log-archive': '222222222222',
  security: '333333333333',
  prod: '444444444444',
  dev: '555555555555',
  test: '666666666666',
} as const;
export type AccountName = keyof typeof ACCOUNTS;

/** A record of CloudTrail (user guide, "CloudTrail record contents for management, data, and network activity events"). */
export type TrailRecord = Readonly<Record<string, unknown>>;
export type Identity = Readonly<Record<string, unknown>>;

/** Somebody in a role, by path and name; the session's ARN lacks the path, the issuer's has it. */
export const role = (name: string, session = 'session', more: Identity = {}): ((account: string) => Identity) => {
  const plain = name.split('/').pop();
  return (account) => ({
    type: 'AssumedRole',
    principalId: `AROA-EXAMPLE:${session}`,
    arn: `arn:aws:sts::${account}:assumed-role/${plain}/${session}`,
    accountId: account,
    sessionContext: {
      sessionIssuer: { type: 'Role', principalId: 'AROA-EXAMPLE', arn: `arn:aws:iam::${account}:role/${name}`, accountId: account, userName: plain },
      attributes: { creationDate: '2026-11-25T08:00:00Z', mfaAuthenticated: 'false' },
    },
    ...more,
  });
};

/** A person with a permission set. */
export const person = (permissionSet: string, name = 'alice') =>
  role(`aws-reserved/sso.amazonaws.com/eu-west-1/AWSReservedSSO_${permissionSet}_0123456789abcdef`, name);
export const APPLY = role('platform/apply', 'GitHubActions');
export const PLAN = role('platform/plan', 'GitHubActions');
export const DEPLOY = role('app-deploy', 'GitHubActions');
export const APPLICATION = role('app/orders', 'i-0abcd1234efgh5678');
/** A role that somebody made outside every path, or stole. */
export const INTRUDER = role('Admin', 'x');
export const user =
  (userName: string) =>
  (account: string): Identity => ({
    type: 'IAMUser',
    principalId: 'AIDA-EXAMPLE',
    arn: `arn:aws:iam::${account}:user/${userName}`,
    accountId: account,
    userName,
  });
export const ROOT = (account: string): Identity => ({ type: 'Root', principalId: account, arn: `arn:aws:iam::${account}:root`, accountId: account });
export const service = (name: string) => (): Identity => ({ type: 'AWSService', invokedBy: `${name}.amazonaws.com` });
export const serviceLinked = (name: string) => role(`aws-service-role/${name}`, 'aws');

/** A call as the trail writes it. */
export function record(
  who: (account: string) => Identity,
  account: AccountName,
  [eventSource, eventName]: readonly [source: string, name: string],
  requestParameters: object | null = null,
  more: object = {},
): TrailRecord {
  const id = ACCOUNTS[account];
  return {
    eventVersion: '1.11',
    userIdentity: who(id),
    eventTime: '2026-11-25T09:30:00Z',
    eventSource: `${eventSource}.amazonaws.com`,
    eventName,
    awsRegion: ['iam', 'organizations', 'route53', 'route53domains'].includes(eventSource) ? 'us-east-1' : 'eu-west-1',
    sourceIPAddress: '198.51.100.7',
    userAgent: 'aws-cli/2.31.0',
    requestParameters,
    responseElements: null,
    requestID: '0b1c2d3e-0000-4000-8000-000000000001',
    eventID: '0b1c2d3e-0000-4000-8000-000000000002',
    readOnly: /^(Get|List|Describe)/.test(eventName),
    eventType: 'AwsApiCall',
    managementEvent: true,
    recipientAccountId: id,
    eventCategory: 'Management',
    ...more,
  };
}

/** The guardrails stopped it. */
export const DENIED = { errorCode: 'AccessDenied', errorMessage: 'with an explicit deny in a service control policy' };
export const UNAUTHORIZED = { errorCode: 'Client.UnauthorizedOperation', errorMessage: 'You are not authorized to perform this operation.' };

/** Records that raise an alarm, and near ones that must not. */
export interface AlarmSamples {
  readonly raises: readonly TrailRecord[];
  readonly quiet: readonly TrailRecord[];
}
export type Samples = Readonly<Record<string, AlarmSamples>>;

/** The same call by everybody whose ordinary work it may be, among them the role of a service, and once stopped. */
export const ordinarily = (
  account: AccountName,
  call: readonly [string, string],
  requestParameters: object | null,
  ...who: readonly ((account: string) => Identity)[]
): TrailRecord[] => [
  ...[...who, serviceLinked(`${call[0]}.amazonaws.com/AWSServiceRole`)].map((one) => record(one, account, call, requestParameters)),
  record(INTRUDER, account, call, requestParameters, DENIED),
];

/** Somebody makes each call, and the first one again with an access key; parameters by name of the call. */
export const intrusions = (eventSource: string, calls: Readonly<Record<string, object | null>>, account: AccountName = 'prod'): TrailRecord[] =>
  Object.entries(calls).flatMap(([name, parameters], index) =>
    [INTRUDER, ...(index === 0 ? [user('deploy')] : [])].map((who) => record(who, account, [eventSource, name], parameters)),
  );
