/** A record as CloudTrail writes it, as far as patterns look ("CloudTrail record contents", AWS CloudTrail user guide). */
export type CloudTrailRecord = Readonly<Record<string, unknown>>;

export interface Identity {
  readonly userIdentity: Readonly<Record<string, unknown>>;
  readonly sourceIPAddress?: string;
}

/** A session of a role. @param path path and name of the role: /platform/apply */
export const roleSession = (account: string, path: string, session = 'alice'): Identity => {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return {
    userIdentity: {
      type: 'AssumedRole',
      principalId: `AROAOFAROLE:${session}`,
      arn: `arn:aws:sts::${account}:assumed-role/${name}/${session}`,
      accountId: account,
      sessionContext: {
        sessionIssuer: { type: 'Role', principalId: 'AROAOFAROLE', arn: `arn:aws:iam::${account}:role${path}`, accountId: account, userName: name },
        attributes: { creationDate: '2026-11-02T08:00:00Z', mfaAuthenticated: 'false' },
      },
    },
    sourceIPAddress: '203.0.113.20',
  };
};
/** Somebody signed in by Identity Center. */
export const person = (account: string, permissionSet: string, name = 'alice'): Identity =>
  roleSession(account, `/aws-reserved/sso.amazonaws.com/eu-west-1/AWSReservedSSO_${permissionSet}_0123456789abcdef`, name);
export const iamUser = (account: string, userName: string): Identity => ({
  userIdentity: { type: 'IAMUser', principalId: 'AIDAOFAUSER', arn: `arn:aws:iam::${account}:user/${userName}`, accountId: account, userName },
  sourceIPAddress: '198.51.100.66',
});
/** A service of AWS in a role of its own. */
export const serviceLinked = (account: string, service: string, role: string): Identity => {
  const { userIdentity } = roleSession(account, `/aws-reserved/x/${role}`, role);
  const issuer = { type: 'Role', arn: `arn:aws:iam::${account}:role/aws-service-role/${service}/${role}`, accountId: account, userName: role };
  return {
    userIdentity: { ...userIdentity, sessionContext: { sessionIssuer: issuer, attributes: {} }, invokedBy: service },
    sourceIPAddress: service,
  };
};
export const awsService = (service: string): Identity => ({ userIdentity: { type: 'AWSService', invokedBy: service }, sourceIPAddress: service });
export const rootUser = (account: string): Identity => ({
  userIdentity: { type: 'Root', principalId: account, arn: `arn:aws:iam::${account}:root`, accountId: account },
  sourceIPAddress: '203.0.113.9',
});

const READS = /^(Get|List|Describe|Head|BatchGet|Lookup|Search|Select|AssumeRole|Decrypt|GenerateDataKey|Test)/;
export interface RecordOptions {
  readonly region?: string;
  readonly requestParameters?: unknown;
  readonly responseElements?: unknown;
  readonly errorCode?: string;
  readonly errorMessage?: string;
  readonly eventCategory?: 'Management' | 'Data';
  readonly eventType?: string;
  readonly [further: string]: unknown;
}

/** @param call SERVICE:EventName, with the service as in eventSource without .amazonaws.com */
export function record(
  account: string,
  who: Identity,
  call: string,
  { region = 'eu-west-1', eventCategory = 'Management', ...more }: RecordOptions = {},
): CloudTrailRecord {
  const [service = '', eventName = ''] = call.split(':');
  return {
    eventVersion: '1.11',
    eventTime: '2026-11-02T08:30:00Z',
    eventSource: `${service}.amazonaws.com`,
    eventName,
    awsRegion: region,
    eventType: 'AwsApiCall',
    eventID: '0a1b2c3d-0000-4000-8000-000000000000',
    requestID: '0a1b2c3d-1111-4000-8000-000000000000',
    userAgent: 'aws-sdk-js/3.1000.0',
    requestParameters: null,
    responseElements: null,
    ...who,
    readOnly: READS.test(eventName),
    managementEvent: eventCategory === 'Management',
    eventCategory,
    recipientAccountId: account,
    ...more,
  };
}

/** Denied: AWS leaves the request's parameters out and says in a message what it was about. */
export const denied = (who: Identity, action: string, on: string): Pick<RecordOptions, 'errorCode' | 'errorMessage'> => ({
  errorCode: 'AccessDenied',
  errorMessage: `User: ${who.userIdentity.arn} is not authorized to perform: ${action} on resource: ${on} because no identity-based policy allows the ${action} action`,
});

/** The record as EventBridge delivers it ("AWS service events delivered via CloudTrail", EventBridge user guide). */
export const asEvent = (detail: CloudTrailRecord): Readonly<Record<string, unknown>> => ({
  version: '0',
  id: '0a1b2c3d-2222-4000-8000-000000000000',
  'detail-type': DETAIL_TYPES[String(detail.eventType)] ?? 'AWS API Call via CloudTrail',
  source: `aws.${String(detail.eventSource).replace('.amazonaws.com', '')}`,
  account: detail.recipientAccountId,
  time: detail.eventTime,
  region: detail.awsRegion,
  resources: [],
  detail,
});

const DETAIL_TYPES: Readonly<Record<string, string>> = {
  AwsConsoleSignIn: 'AWS Console Sign In via CloudTrail',
  AwsServiceEvent: 'AWS Service Event via CloudTrail',
  AwsConsoleAction: 'AWS Console Action via CloudTrail',
};
