import type { ResourceBlock } from '../../../tools/synthesis/resources-in';
import { WebAclReplay } from '../../../tools/waf/web-acl-replay';
import type { WebRequest } from '../../../tools/waf/web-request';

const none = [{ priority: 0, type: 'NONE' }];
const path = (search_string: string, positional_constraint = 'STARTS_WITH') => ({
  byte_match_statement: { search_string, positional_constraint, field_to_match: { uri_path: {} }, text_transformation: none },
});
const resource = (type: string, name: string, attributes: unknown): ResourceBlock => ({ stack: 's', type, name, attributes, path: `s/${type}.${name}` });
const blocked = resource('aws_wafv2_ip_set', 'bad', { addresses: ['203.0.113.0/24', '2001:db8::/32'] });
const replay = (...rules: object[]) => {
  const acl = resource('aws_wafv2_web_acl', 'x', {
    default_action: { allow: {} },
    rule: rules.map((rule, priority) => ({ name: `r${priority}`, priority, action: { block: {} }, ...rule })),
  });
  return new WebAclReplay(acl, [acl, blocked]);
};
const get: WebRequest = { method: 'GET', target: '/a?x=1&y=2' };
const decides = (statement: object, request: WebRequest = get) => replay({ statement }).decide(request).action;

it.each([
  ['and', { and_statement: { statement: [path('/a'), path('/b')] } }, 'allow'],
  ['or', { or_statement: { statement: [path('/a'), path('/b')] } }, 'block'],
  ['not', { not_statement: { statement: [path('/b')] } }, 'block'],
  ['exactly', path('/a', 'EXACTLY'), 'block'],
  ['ends with', path('a', 'ENDS_WITH'), 'block'],
  ['contains word', path('a', 'CONTAINS_WORD'), 'block'],
  ['country', { geo_match_statement: { country_codes: ['DE'] } }, 'allow'],
  ['size', { size_constraint_statement: { comparison_operator: 'GE', size: 7, field_to_match: { query_string: {} }, text_transformation: none } }, 'block'],
  [
    'a header that is not there',
    { size_constraint_statement: { comparison_operator: 'LT', size: 9, field_to_match: { single_header: { name: 'x' } }, text_transformation: none } },
    'allow',
  ],
  [
    'one argument',
    {
      byte_match_statement: {
        search_string: '2',
        positional_constraint: 'EXACTLY',
        field_to_match: { single_query_argument: { name: 'Y' } },
        text_transformation: none,
      },
    },
    'block',
  ],
])('statement: %s', (_name, statement, expected) => {
  expect(decides(statement)).toBe(expected);
});

it('IP sets of both families, by reference', () => {
  const statement = { ip_set_reference_statement: { arn: '${aws_wafv2_ip_set.bad.arn}' } };
  expect(['203.0.113.9', '203.0.114.9', '2001:db8::1', '2001:db9::1'].map((address) => decides(statement, { ...get, address }))).toEqual([
    'block',
    'allow',
    'block',
    'allow',
  ]);
});

it('labels of counting rules and of managed groups reach later rules', () => {
  const acl = replay(
    { statement: path('/a'), action: { count: {} }, rule_label: [{ name: 'seen' }] },
    { statement: { managed_rule_group_statement: { name: 'Managed' } } },
    {
      statement: {
        and_statement: {
          statement: [{ label_match_statement: { scope: 'LABEL', key: 'seen' } }, { label_match_statement: { scope: 'NAMESPACE', key: 'awswaf:managed:' } }],
        },
      },
    },
  );
  expect(acl.decide(get).action).toBe('allow');
  expect(acl.decide({ ...get, labels: ['awswaf:managed:aws:x:y'] })).toEqual(
    expect.objectContaining({ action: 'block', rule: 'r2', counted: ['r0'], notReplayed: ['r1'] }),
  );
});

it('rate limits count by address, path and window', () => {
  const acl = replay({
    statement: { rate_based_statement: { limit: 2, aggregate_key_type: 'IP', evaluation_window_sec: 60, scope_down_statement: path('/a') } },
  });
  const at = (time: number, address: string, target = '/a') => acl.decide({ ...get, time, address, target }).action;
  expect([at(0, 'a'), at(1, 'a'), at(2, 'b'), at(3, 'a', '/z'), at(4, 'a'), at(70, 'a')]).toEqual(['allow', 'allow', 'allow', 'allow', 'block', 'allow']);
});

it('a puzzle stops who has no token', () => {
  const acl = replay({ statement: path('/a'), action: { captcha: {} } });
  expect([acl.decide(get).action, acl.decide({ ...get, token: true }).action]).toEqual(['captcha', 'allow']);
});

it('a body beyond what AWS WAF sees matches as its statement says', () => {
  const body = 'x'.repeat(9000);
  const size = (oversize_handling: string) => ({
    size_constraint_statement: { comparison_operator: 'GT', size: 8999, field_to_match: { body: { oversize_handling } }, text_transformation: none },
  });
  expect(['MATCH', 'NO_MATCH', 'CONTINUE'].map((handling) => decides(size(handling), { ...get, body }))).toEqual(['block', 'allow', 'allow']);
});

it('what is not known is an error, never a pass', () => {
  expect(() => decides({ xss_match_statement: {} })).toThrow('s/aws_wafv2_web_acl.x: rule r0: statement: is not known here, got xss_match_statement');
  expect(() => decides(path('${aws_x.y.z}'))).toThrow('is a reference');
  expect(() =>
    decides({ byte_match_statement: { search_string: 'a', positional_constraint: 'EXACTLY', field_to_match: { json_body: {} }, text_transformation: none } }),
  ).toThrow('field_to_match: is not known here');
  expect(decides(path('/$${x}'), { ...get, target: '/${x}' })).toBe('block');
});
