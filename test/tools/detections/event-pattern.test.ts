import { matchesEventPattern } from '../../../tools/detections/event-pattern';

const finding = {
  source: 'aws.securityhub',
  detail: {
    findings: [
      { Severity: { Label: 'HIGH' }, Resources: [{ Type: 'AwsS3Bucket', Id: 'a' }], WorkflowState: 'NEW', Compliance: null },
      { Severity: { Label: 'LOW' }, Resources: [{ Type: 'AwsIamUser', Id: 'b' }], WorkflowState: 'NEW' },
    ],
    tags: ['one', 'two'],
    count: 7,
    address: '10.1.2.3',
    eventName: 'DeleteTrail',
    empty: {},
  },
};

it.each<[string, unknown, boolean]>([
  ['an equal text', { source: ['aws.securityhub'] }, true],
  ['another text', { source: ['aws.guardduty'] }, false],
  ['one of several', { source: ['aws.guardduty', 'aws.securityhub'] }, true],
  ['a number', { detail: { count: [7] } }, true],
  ['a number is no text', { detail: { count: ['7'] } }, false],
  ['a value of an array', { detail: { tags: ['two'] } }, true],
  ['one element of an array of objects', { detail: { findings: { Severity: { Label: ['LOW'] } } } }, true],
  ['both parts in one element', { detail: { findings: { Severity: { Label: ['HIGH'] }, Resources: { Type: ['AwsS3Bucket'] } } } }, true],
  ['parts in different elements', { detail: { findings: { Severity: { Label: ['HIGH'] }, Resources: { Type: ['AwsIamUser'] } } } }, false],
  ['null', { detail: { findings: { Compliance: [null] } } }, true],
  ['prefix', { detail: { eventName: [{ prefix: 'Delete' }] } }, true],
  ['prefix in another case', { detail: { eventName: [{ prefix: 'delete' }] } }, false],
  ['prefix, case ignored', { detail: { eventName: [{ prefix: { 'equals-ignore-case': 'dELETE' } }] } }, true],
  ['suffix', { detail: { eventName: [{ suffix: 'Trail' }] } }, true],
  ['equals-ignore-case', { detail: { eventName: [{ 'equals-ignore-case': 'deletetrail' }] } }, true],
  ['wildcard', { detail: { eventName: [{ wildcard: 'De*Tr*' }] } }, true],
  ['wildcard over the whole text', { detail: { eventName: [{ wildcard: 'De*Tr' }] } }, false],
  ['anything-but another', { detail: { eventName: [{ 'anything-but': 'StopLogging' }] } }, true],
  ['anything-but itself', { detail: { eventName: [{ 'anything-but': ['DeleteTrail', 'StopLogging'] }] } }, false],
  ['anything-but a prefix', { detail: { eventName: [{ 'anything-but': { prefix: 'Delete' } }] } }, false],
  ['anything-but prefixes', { detail: { eventName: [{ 'anything-but': { prefix: ['Get', 'List'] } }] } }, true],
  ['anything-but a wildcard', { detail: { eventName: [{ 'anything-but': { wildcard: '*Tr*' } }] } }, false],
  ['anything-but of what is missing', { detail: { errorCode: [{ 'anything-but': 'x' }] } }, false],
  ['anything-but of one value of several', { detail: { tags: [{ 'anything-but': 'one' }] } }, true],
  ['exists', { detail: { eventName: [{ exists: true }] } }, true],
  ['exists of what is missing', { detail: { errorCode: [{ exists: true }] } }, false],
  ['exists looks at leaves only', { detail: { empty: [{ exists: true }] } }, false],
  ['does not exist', { detail: { errorCode: [{ exists: false }] } }, true],
  ['does not exist below what is missing', { detail: { response: { error: [{ exists: false }] } } }, true],
  ['missing or equal', { detail: { errorCode: [{ exists: false }, 'AccessDenied'] } }, true],
  ['numeric', { detail: { count: [{ numeric: ['>', 0, '<=', 7] }] } }, true],
  ['numeric out of range', { detail: { count: [{ numeric: ['>', 7] }] } }, false],
  ['cidr', { detail: { address: [{ cidr: '10.1.0.0/16' }] } }, true],
  ['cidr elsewhere', { detail: { address: [{ cidr: '10.2.0.0/16' }] } }, false],
  ['$or', { detail: { $or: [{ count: [1] }, { eventName: ['DeleteTrail'] }] } }, true],
  ['$or of none', { detail: { $or: [{ count: [1] }, { eventName: ['x'] }] } }, false],
  ['and of both', { source: ['aws.securityhub'], detail: { count: [1] } }, false],
])('%s', (_, pattern, expected) => {
  expect(matchesEventPattern(pattern, finding)).toBe(expected);
});

it.each<[string, unknown, string]>([
  ['no object', 'x', 'event pattern: must be an object, got "x"'],
  ['empty', { detail: {} }, 'event pattern.detail: is empty'],
  ['no array', { source: 'aws.s3' }, 'event pattern.source: must be an array or an object, got "aws.s3"'],
  ['empty array', { source: [] }, 'event pattern.source: is an empty array, which matches nothing'],
  ['unknown operator', { source: [{ contains: 'x' }] }, 'event pattern.source: EventBridge knows no operator contains'],
  ['two operators', { source: [{ prefix: 'a', suffix: 'b' }] }, 'event pattern.source: one operator at a time, got {"prefix":"a","suffix":"b"}'],
  ['unknown inside anything-but', { source: [{ 'anything-but': { numeric: ['>', 1] } }] }, 'event pattern.source: anything-but knows no numeric'],
  ['numeric', { source: [{ numeric: ['>', '1'] }] }, 'event pattern.source: numeric does not take [">","1"]'],
  ['cidr', { source: [{ cidr: '10.0.0.0/33' }] }, 'event pattern.source: cidr does not take "10.0.0.0/33"'],
  ['exists', { source: [{ exists: 'yes' }] }, 'event pattern.source: exists takes true or false, got "yes"'],
  ['$or of one', { $or: [{ source: ['a'] }] }, 'event pattern.$or: must be two objects or more'],
  ['a mistake after what does not match', { source: ['x'], detail: { count: [{ odd: 1 }] } }, 'event pattern.detail.count: EventBridge knows no operator odd'],
])('refuses: %s', (_, pattern, message) => {
  expect(() => matchesEventPattern(pattern, finding)).toThrow(message);
});
