import { APPROVAL, OWN_SOURCE } from '../../functions/response/own-events';
import { CONTROLS } from '../../functions/response/recognize/security-hub';
import { CALL, FROM_AWS, prefixes } from './forwarded-event';
import { OPENERS } from './forwarded-response-events';

/** An EventBridge pattern by the name of what it catches; fewer than 2,048 characters (EventBridge quota). */
type Patterns = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

const SUCCEEDED = { errorCode: [{ exists: false }] };
/** What the function answers among what every account forwards (forwarded-events.ts), by rule on the security account's bus. */
export const FORWARDED_PATTERNS: Patterns = {
  credentials: {
    source: ['aws.health'],
    'detail-type': ['AWS Health Event'],
    detail: { eventTypeCode: prefixes('AWS_RISK_CREDENTIALS_EXPOS') },
  },
  guardduty: {
    source: ['aws.guardduty'],
    'detail-type': ['GuardDuty Finding'],
    detail: {
      service: { archived: [false] },
      type: [
        ...prefixes(
          'AttackSequence:',
          'Backdoor:EC2/',
          'Backdoor:Runtime/',
          'CredentialAccess:IAMUser/CompromisedCredentials',
          'CryptoCurrency:EC2/',
          'CryptoCurrency:Runtime/',
          'Execution:Container/MaliciousFile',
          'Execution:EC2/MaliciousFile',
          'Execution:ECS/MaliciousFile',
          'Execution:Kubernetes/MaliciousFile',
          'Execution:Runtime/MaliciousFileExecuted',
          'Execution:Runtime/ReverseShell',
          'Impact:EC2/',
          'Impact:Runtime/CryptoMinerExecuted',
          'Object:S3/MaliciousFile',
          'PenTest:IAMUser/',
          'Policy:S3/',
          'Recon:EC2/',
          'Trojan:EC2/',
          'Trojan:Runtime/',
          'UnauthorizedAccess:EC2/',
          'UnauthorizedAccess:IAMUser/',
          'UnauthorizedAccess:Runtime/',
        ),
        { suffix: ':IAMUser/AnomalousBehavior' },
      ],
    },
  },
  'security-group': {
    source: ['aws.ec2'],
    'detail-type': [CALL],
    detail: { eventName: OPENERS, ...SUCCEEDED },
  },
  'public-access': {
    source: ['aws.s3'],
    'detail-type': [CALL],
    detail: {
      eventName: ['DeleteAccountPublicAccessBlock', 'DeleteBucketPublicAccessBlock', 'PutAccountPublicAccessBlock', 'PutBucketPublicAccessBlock'],
      ...SUCCEEDED,
    },
  },
  recording: {
    source: ['aws.cloudtrail', 'aws.config', 'aws.ec2'],
    'detail-type': [CALL],
    detail: {
      eventName: [
        'DeleteConfigurationRecorder',
        'DeleteFlowLogs',
        'DeleteTrail',
        'PutEventSelectors',
        'StopConfigurationRecorder',
        'StopLogging',
        'UpdateTrail',
      ],
      ...SUCCEEDED,
    },
  },
  detection: {
    source: ['aws.guardduty', 'aws.securityhub'],
    'detail-type': [CALL],
    detail: { eventName: ['DeleteDetector', 'DisableSecurityHub', 'UpdateDetector'], ...SUCCEEDED },
  },
  root: {
    source: FROM_AWS, // at the function, another one would pass for an approval
    'detail-type': [CALL, 'AWS Console Sign In via CloudTrail'],
    detail: { userIdentity: { type: ['Root'], invokedBy: [{ exists: false }] }, eventType: [{ 'anything-but': 'AwsServiceEvent' }], ...SUCCEEDED },
  },
};

/** What the daily checks of Security Hub find open, in every account; findings of all arrive on the default bus of the home region. */
export const POSTURE_PATTERN = {
  source: ['aws.securityhub'],
  'detail-type': ['Security Hub Findings - Imported'],
  detail: {
    findings: {
      ProductArn: [{ suffix: '::product/aws/securityhub' }],
      Compliance: { Status: ['FAILED'], SecurityControlId: Object.keys(CONTROLS) },
      RecordState: ['ACTIVE'],
      Workflow: { Status: ['NEW'] },
    },
  },
};

/** A person's word, on the bus that only the security team may use. */
export const APPROVAL_PATTERN = { source: [OWN_SOURCE], 'detail-type': [APPROVAL] };
