import { readFileSync, writeFileSync } from 'node:fs';
import { DETECTION_STEPS, type DetectionStep } from '../../../config/detection-steps';
import { monthlyBasePrice } from '../../../tools/costs/monthly-base-price';
import { exampleInput } from '../../fixtures/example';
import { type FoundResource, resources, synth } from '../../support/synth';

const PAGE = 'docs/detection.md';

/** What a step may change in resources of a lower one, and why it must. */
const CHANGES: readonly { readonly step: DetectionStep; readonly resource: RegExp; readonly attribute: string; readonly reason: string }[] = [
  {
    step: 'correlated',
    resource: /^org-access\/aws_ssoadmin_permission_set_inline_policy\.access_SecurityAdmin-inline$/,
    attribute: 'inline_policy',
    reason: "who investigates reads Macie's results, whose bucket is there from this step on",
  },
  {
    step: 'hunting',
    resource: /^org-management\/aws_kms_key\.trail_key$/,
    attribute: 'policy',
    reason: "the detector of what is unusual in the trail's log group keeps what it learned under this key",
  },
  {
    step: 'hunting',
    resource: /^prod\/aws_networkfirewall_firewall_policy\.network_firewall_policy$/,
    attribute: 'firewall_policy',
    reason: 'the group of indicators stands in it from this step on',
  },
  {
    step: 'hunting',
    resource: /^prod\/aws_wafv2_web_acl\.web-acl_web-acl$/,
    attribute: 'rule',
    reason: 'addresses of indicators are counted, then blocked, from this step on',
  },
  {
    step: 'deception',
    resource: /^org-management\/aws_cloudtrail\.trail_trail$/,
    attribute: 'advanced_event_selector',
    reason: 'who reads an object is a data event, which the trail records for named buckets only',
  },
  {
    step: 'deception',
    resource: /^security\/aws_iam_role_policy\.response_function_respond$/,
    attribute: 'policy',
    reason: 'the function reports touches of decoys to Security Hub from this step on, and may do so no earlier',
  },
  {
    step: 'deception',
    resource: /^security\/aws_lambda_function\.response_function_function$/,
    attribute: 'environment',
    reason: 'its settings name the product under which it reports',
  },
];

const climb = DETECTION_STEPS.map((step) => {
  const byAddress = new Map(resources(synth({ ...exampleInput(), detection: step })).map((one) => [`${one.stack}/${one.type}.${one.name}`, one]));
  return { step, byAddress };
});
const pairs = climb.slice(1).map((higher, index) => [higher.step, climb[index] as (typeof climb)[number], higher] as const);
const allowed = (step: DetectionStep, resource: string, attribute: string) =>
  CHANGES.some((one) => DETECTION_STEPS.indexOf(one.step) <= DETECTION_STEPS.indexOf(step) && one.resource.test(resource) && one.attribute === attribute);

describe.each(pairs)('%s', (step, lower, higher) => {
  it('keeps every resource of the step below at its address', () => {
    expect([...lower.byAddress.keys()].filter((address) => !higher.byAddress.has(address))).toEqual([]);
  });

  it('changes none of them, but for what is written down with its reason', () => {
    const changed: string[] = [];
    for (const [address, { attributes }] of lower.byAddress) {
      const now = higher.byAddress.get(address)?.attributes ?? {};
      for (const attribute of new Set([...Object.keys(attributes), ...Object.keys(now)]))
        if (JSON.stringify(attributes[attribute]) !== JSON.stringify(now[attribute]) && !allowed(step, address, attribute))
          changed.push(`${address}.${attribute}`);
    }
    expect(changed).toEqual([]);
  });
});

it('every written change happens: a line that allows what nothing does would hide the next mistake', () => {
  for (const { step, resource, attribute } of CHANGES) {
    const pair = pairs.find(([name]) => name === step);
    const happened = [...(pair?.[1].byAddress ?? [])].some(
      ([address, one]) =>
        resource.test(address) && JSON.stringify(one.attributes[attribute]) !== JSON.stringify(pair?.[2].byAddress.get(address)?.attributes[attribute]),
    );
    expect([step, resource.source, happened]).toEqual([step, resource.source, true]);
  }
});

/** What is new at a step; below `native` there is nothing. */
const added = climb.map(({ step, byAddress }, index): [DetectionStep, FoundResource[]] => [
  step,
  [...byAddress].filter(([address]) => !climb[index - 1]?.byAddress.has(address)).map(([, one]) => one),
]);

it.each(added)('%s: every type that it adds has a price, or is known to be free while nothing happens', (_step, found) => {
  expect(monthlyBasePrice(found).unpriced).toEqual([]);
});

it('docs/detection.md says how many resources each step adds in the example, and what they cost a month while nothing happens', () => {
  const rows = added.slice(1).map(([step, found]) => `| \`${step}\` | ${found.length} | ${monthlyBasePrice(found).total.toFixed(2)} |`);
  const lines = readFileSync(PAGE, 'utf8').split('\n');
  const isRow = (line: string) => /^\| `\w+` \| \d+ \| [\d.]+ \|$/.test(line);
  if (process.env.UPDATE_DOCS) {
    const first = lines.findIndex(isRow);
    writeFileSync(PAGE, [...lines.slice(0, first), ...rows, ...lines.slice(first).filter((line) => !isRow(line))].join('\n'));
    return;
  }
  expect(lines.filter(isRow)).toEqual(rows); // UPDATE_DOCS=1 writes them
});
