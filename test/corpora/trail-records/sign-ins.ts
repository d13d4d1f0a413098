import { type Identity, INTRUDER, PLAN, person, ROOT, record, type Samples, service, serviceLinked, type TrailRecord, user } from './record';

const signIn = (who: (account: string) => Identity, result: 'Success' | 'Failure', mfa: 'Yes' | 'No', more: object = {}): TrailRecord =>
  record(who, 'management', ['signin', 'ConsoleLogin'], null, {
    eventType: 'AwsConsoleSignIn',
    awsRegion: 'us-east-1',
    responseElements: { ConsoleLogin: result },
    additionalEventData: { LoginTo: 'https://console.aws.amazon.com', MobileVersion: 'No', MFAUsed: mfa },
    ...(result === 'Failure' ? { errorMessage: 'Failed authentication' } : {}),
    ...more,
  });

export const SIGN_IN_SAMPLES: Samples = {
  'sign-in-without-mfa': {
    raises: [signIn(user('break-glass-1'), 'Success', 'No')],
    quiet: [
      signIn(user('break-glass-1'), 'Success', 'Yes'),
      signIn(person('Developer'), 'Success', 'No'),
      record(user('break-glass-1'), 'management', ['signin', 'SwitchRole'], null, {
        additionalEventData: { MFAUsed: 'No' },
        responseElements: { ConsoleLogin: 'Success' },
      }),
      signIn(user('break-glass-1'), 'Failure', 'No', { errorMessage: 'Password expired' }),
    ],
  },
  'sign-in-failures': {
    raises: [signIn(user('break-glass-1'), 'Failure', 'No')],
    quiet: [
      signIn(user('break-glass-1'), 'Success', 'Yes'),
      record(user('break-glass-1'), 'management', ['signin', 'CheckMfa'], null, { errorMessage: 'Failed authentication' }),
    ],
  },
  'unauthorized-calls': {
    raises: [
      record(INTRUDER, 'prod', ['iam', 'ListRoles'], null, { errorCode: 'AccessDenied' }),
      record(INTRUDER, 'prod', ['dynamodb', 'Scan'], null, { errorCode: 'AccessDeniedException' }),
      record(user('deploy'), 'prod', ['ec2', 'RunInstances'], null, { errorCode: 'Client.UnauthorizedOperation' }),
    ],
    quiet: [
      record(INTRUDER, 'prod', ['iam', 'ListRoles']),
      record(INTRUDER, 'prod', ['ec2', 'DescribeInstances'], null, { errorCode: 'Client.RequestLimitExceeded' }),
      record(PLAN, 'prod', ['secretsmanager', 'GetSecretValue'], null, { errorCode: 'AccessDenied' }),
      record(serviceLinked('config.amazonaws.com/AWSServiceRoleForConfig'), 'prod', ['kms', 'ListGrants'], null, { errorCode: 'AccessDenied' }),
      record(service('config'), 'prod', ['s3', 'GetBucketAcl'], null, { errorCode: 'AccessDenied' }),
    ],
  },
};

export const ROOT_SAMPLES: Samples = {
  'root-use': {
    raises: [record(ROOT, 'prod', ['s3', 'DeleteBucketPolicy'], { bucketName: 'x' }), signIn(ROOT, 'Success', 'Yes')],
    quiet: [
      record((account) => ({ ...ROOT(account), invokedBy: 'AWS Internal' }), 'prod', ['kms', 'Decrypt']),
      record(ROOT, 'prod', ['kms', 'RotateKey'], null, { eventType: 'AwsServiceEvent' }),
      record(INTRUDER, 'prod', ['s3', 'ListBuckets']),
    ],
  },
  'root-sign-in-failed': {
    raises: [signIn(ROOT, 'Failure', 'No')],
    quiet: [
      signIn(ROOT, 'Success', 'Yes'),
      signIn(user('break-glass-1'), 'Failure', 'No'),
      record(ROOT, 'prod', ['signin', 'CheckMfa'], null, { responseElements: { ConsoleLogin: 'Failure' } }),
    ],
  },
  'root-control-change': {
    raises: [
      record(person('SecurityAdmin'), 'security', ['iam', 'DisableOrganizationsRootCredentialsManagement']),
      record(INTRUDER, 'management', ['account', 'StartPrimaryEmailUpdate'], { accountId: '444444444444' }),
    ],
    quiet: [
      record(INTRUDER, 'management', ['account', 'GetPrimaryEmail']),
      record(INTRUDER, 'management', ['iam', 'ListOrganizationsFeatures']),
      record(INTRUDER, 'management', ['ses', 'StartPrimaryEmailUpdate']),
      record(INTRUDER, 'management', ['account', 'EnableOrganizationsRootSessions']),
    ],
  },
};
