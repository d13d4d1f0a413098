import { matchesMetricFilter } from '../../../tools/detections/metric-filter';

const record = {
  eventName: 'PutBucketPolicy',
  responseElements: null,
  readOnly: false,
  managementEvent: true,
  count: 4,
  userIdentity: { type: 'AssumedRole', arn: 'arn:aws:sts::111122223333:assumed-role/apply/x' },
  requestParameters: { items: [{ cidrIp: '10.0.0.0/8' }, { cidrIp: '0.0.0.0/0' }], empty: [] },
};

it.each<[string, boolean]>([
  ['{ $.eventName = "PutBucketPolicy" }', true],
  ['{ $.eventName = "Put*" }', true],
  ['{ $.eventName = "*Policy" }', true],
  ['{ $.eventName = "Bucket" }', false],
  ['{ $.eventName != "Get*" }', true],
  ['{ $.missing != "x" }', false],
  ['{ $.missing = "*" }', false],
  ['{ $.missing NOT EXISTS }', true],
  ['{ $.userIdentity.arn EXISTS }', true],
  ['{ $.responseElements IS NULL }', true],
  ['{ $.eventName IS NULL }', false],
  ['{ $.responseElements = "*" }', false],
  ['{ $.readOnly IS FALSE }', true],
  ['{ $.managementEvent IS TRUE }', true],
  ['{ $.readOnly IS TRUE }', false],
  ['{ $.count = 4 }', true],
  ['{ $.count > 4 }', false],
  ['{ $.count >= 4 && $.count <= 5 }', true],
  ['{ $.count != 5 }', true],
  ['{ $.eventName = %Put(Bucket|Key)% }', true],
  ['{ $.eventName = %^Bucket% }', false],
  ['{ $.requestParameters.items[1].cidrIp = "0.0.0.0/0" }', true],
  ['{ $.requestParameters.items[0].cidrIp = "0.0.0.0/0" }', false],
  ['{ $.requestParameters.items[*].cidrIp = "0.0.0.0/0" }', true],
  ['{ $.requestParameters.empty[*].cidrIp EXISTS }', false],
  ['{ ($.eventName = "x") || ($.count = 4) }', true],
  ['{ ($.eventName = "Put*") && (($.count = 1) || ($.count = 4)) }', true],
])('%s', (pattern, expected) => {
  expect(matchesMetricFilter(pattern, record)).toBe(expected);
});

it.each<[string, string]>([
  ['$.eventName = "x"', 'is not in braces'],
  ['{ $.a = "x" && $.b = "y" || $.c = "z" }', '&& beside || needs parentheses'],
  ['{ ($.a = "x" }', 'ends too early'],
  ['{ $.a = "x") }', 'goes on after its end with )'],
  ['{ "x" = $.a }', 'expected a selector, got "x"'],
  ['{ $.a ~ "x" }', 'cannot be read at "~ "x""'],
  ['{ $.a < "x" }', 'expected = or != and a text, got < "x"'],
  ['{ $.a = x }', 'cannot be read at "x"'],
])('refuses %s', (pattern, message) => {
  expect(() => matchesMetricFilter(pattern, record)).toThrow(message);
});
