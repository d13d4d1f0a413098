import fc from 'fast-check';
import type { BlueprintInput } from '../../../config/blueprint-schema';
import { exampleInput } from '../../fixtures/example';
import { resources, synth } from '../../support/synth';

type Selector = { name: string; field_selector: Record<string, string | string[]>[] };
type Call = Readonly<Record<string, string>>;

const trailOf = (logging: BlueprintInput['logging']) => {
  const [trail] = resources(synth({ ...exampleInput(), logging }), 'aws_cloudtrail');
  return trail?.attributes as { advanced_event_selector: Selector[]; insight_selector?: { insight_type: string }[] };
};

/** Does the trail record a call? All fields of one selector hold (CloudTrail API reference, "AdvancedFieldSelector"). */
const records = (selectors: readonly Selector[], call: Call): boolean =>
  selectors.some(({ field_selector }) =>
    field_selector.every(({ field, ...operators }) => {
      const value = call[field as string];
      return Object.entries(operators).every(([operator, values]) => {
        const among = OPERATORS[operator];
        if (!among) throw new Error(`${operator}: is no operator that this test knows`);
        return value !== undefined && among(values as string[], value);
      });
    }),
  );
const OPERATORS: Readonly<Record<string, (values: readonly string[], value: string) => boolean>> = {
  equals: (values, value) => values.includes(value),
  starts_with: (values, value) => values.some((one) => value.startsWith(one)),
  ends_with: (values, value) => values.some((one) => value.endsWith(one)),
  not_equals: (values, value) => !values.includes(value),
  not_starts_with: (values, value) => !values.some((one) => value.startsWith(one)),
  not_ends_with: (values, value) => !values.some((one) => value.endsWith(one)),
};

const object = (bucket: string, eventName: string, key = 'x'): Call => ({
  eventCategory: 'Data',
  'resources.type': 'AWS::S3::Object',
  'resources.ARN': `arn:aws:s3:::${bucket}/${key}`,
  eventName,
  readOnly: String(/^(Get|Head|List)/.test(eventName)),
});
const TRAIL_BUCKET = 'example-corp-logs-cloudtrail-222222222222';
const ARCHIVE = [
  TRAIL_BUCKET,
  'example-corp-logs-config-222222222222',
  'example-corp-logs-network-222222222222',
  'aws-waf-logs-example-corp-222222222222',
  'aws-waf-logs-example-corp-edge-222222222222',
  'example-corp-logs-config-copy-222222222222',
];

describe('the example', () => {
  const { advanced_event_selector: selectors, insight_selector } = trailOf(undefined);

  it.each<[string, Call, boolean]>([
    ['a management event', { eventCategory: 'Management', readOnly: 'true' }, true],
    ['a state is read', object('example-corp-prod-state-444444444444', 'GetObject', 'prod/terraform.tfstate'), true],
    ['a state is written', object('example-corp-org-state-111111111111', 'PutObject'), true],
    ['a log is read', object(TRAIL_BUCKET, 'GetObject'), true],
    ['a log is deleted', object('example-corp-logs-network-222222222222', 'DeleteObject'), true],
    ['a log is delivered', object(TRAIL_BUCKET, 'PutObject'), false],
    ['an object of an application is read', object('example-corp-prod-orders-444444444444', 'GetObject'), false],
    [
      'a function runs',
      { eventCategory: 'Data', 'resources.type': 'AWS::Lambda::Function', eventName: 'Invoke', readOnly: 'false', 'resources.ARN': 'arn:x' },
      false,
    ],
    ['a call passes an endpoint', { eventCategory: 'NetworkActivity', eventSource: 'kms.amazonaws.com' }, false],
  ])('%s', (_what, call, expected) => {
    expect(records(selectors, call)).toBe(expected);
  });

  it('pays for no Insights', () => {
    expect(insight_selector ?? []).toEqual([]);
  });
});

it('records what the configuration asks for, and nothing else', () => {
  const { advanced_event_selector: selectors, insight_selector } = trailOf({
    dataEvents: {
      states: 'off',
      logArchive: 'off',
      resources: [
        { name: 'orders', type: 's3', arnPrefixes: ['arn:aws:s3:::example-corp-prod-orders-'], calls: 'writes' },
        { name: 'functions', type: 'lambda' },
        { name: 'customers', type: 'dynamodb', arnPrefixes: ['arn:aws:dynamodb:eu-west-1:444444444444:table/customers'], calls: 'reads' },
      ],
      acknowledgeCost: true,
    },
    networkActivity: ['kms'],
    insights: ['ApiCallRateInsight'],
  });
  const table = (name: string, readOnly: string): Call => ({
    eventCategory: 'Data',
    'resources.type': 'AWS::DynamoDB::Table',
    'resources.ARN': `arn:aws:dynamodb:eu-west-1:444444444444:table/${name}`,
    readOnly,
  });
  expect(selectors.map(({ name }) => name)).toEqual(['management events', 'orders', 'functions', 'customers', 'network activity, kms']);
  expect(records(selectors, object('example-corp-prod-orders-444444444444', 'PutObject'))).toBe(true);
  expect(records(selectors, object('example-corp-prod-orders-444444444444', 'GetObject'))).toBe(false);
  expect(records(selectors, object('example-corp-prod-state-444444444444', 'GetObject'))).toBe(false);
  expect(records(selectors, object(TRAIL_BUCKET, 'GetObject'))).toBe(false);
  expect(records(selectors, { eventCategory: 'Data', 'resources.type': 'AWS::Lambda::Function', eventName: 'Invoke' })).toBe(true);
  expect([
    records(selectors, table('customers', 'true')),
    records(selectors, table('customers', 'false')),
    records(selectors, table('orders', 'true')),
  ]).toEqual([true, false, false]);
  expect(records(selectors, { eventCategory: 'NetworkActivity', eventSource: 'kms.amazonaws.com' })).toBe(true);
  expect(records(selectors, { eventCategory: 'NetworkActivity', eventSource: 's3.amazonaws.com' })).toBe(false);
  expect(insight_selector).toEqual([{ insight_type: 'ApiCallRateInsight' }]);
});

it('never records a delivery into the archive, whatever the configuration asks for: it would be delivered, and recorded again', () => {
  const prefix = fc.constantFrom(
    'arn:aws:s3:::',
    'arn:aws:s3:::example-corp-',
    `arn:aws:s3:::${TRAIL_BUCKET}`,
    `arn:aws:s3:::${TRAIL_BUCKET}/AWSLogs/`,
    'arn:aws:s3:::aws-waf-logs-',
  );
  fc.assert(
    fc.property(fc.array(prefix, { maxLength: 2 }), fc.constantFrom('all' as const, 'writes' as const), (arnPrefixes, calls) => {
      const { advanced_event_selector: selectors } = trailOf({
        dataEvents: { resources: [{ name: 'x', type: 's3', arnPrefixes, calls }], acknowledgeCost: true },
      });
      for (const bucket of ARCHIVE) expect([bucket, records(selectors, object(bucket, 'PutObject', 'AWSLogs/x'))]).toEqual([bucket, false]);
      expect(
        selectors.flatMap(({ field_selector }) => field_selector.flatMap(({ field: _field, ...operators }) => Object.values(operators).flat())).length,
      ).toBeLessThanOrEqual(500);
    }),
    { numRuns: 6, seed: 7 },
  );
});
