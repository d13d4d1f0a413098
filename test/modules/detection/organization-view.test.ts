import { readFileSync } from 'node:fs';
import everythingOn from '../../fixtures/everything-on';
import { exampleInput } from '../../fixtures/example';
import { resources, synth } from '../../support/synth';

const example = synth(exampleInput());
const everything = synth(everythingOn());
const of = (type: string, synthesis = example) => resources(synthesis, 'aws_accessanalyzer_analyzer').filter(({ attributes }) => attributes.type === type);

it('access from outside is analyzed for the organization in every region, by the account that is its delegated administrator', () => {
  expect(
    of('ORGANIZATION', everything)
      .map(({ stack, attributes }) => `${stack} ${attributes.region}`)
      .sort(),
  ).toEqual(['eu-central-1', 'eu-south-1', 'eu-west-1', 'us-east-1'].map((region) => `security ${region}`));
});

it('unused access is analyzed once: IAM is global, and every analyzer bills every role', () => {
  const [unused, ...others] = of('ORGANIZATION_UNUSED_ACCESS', everything);
  expect(others).toEqual([]);
  expect([unused?.stack, unused?.attributes.region]).toEqual(['security', 'eu-west-1']);
  expect(JSON.stringify(unused?.attributes.configuration)).toContain('"unused_access_age":45');
});

it('unused access can be switched off, and its days chosen', () => {
  const off = exampleInput();
  off.access.unusedAccess = { enabled: false };
  const without = synth(off);
  expect(of('ORGANIZATION_UNUSED_ACCESS', without)).toEqual([]);
  expect(resources(without, 'aws_accessanalyzer_archive_rule')).toEqual([]);
  const later = exampleInput();
  later.access.unusedAccess = { days: 180 };
  expect(JSON.stringify(of('ORGANIZATION_UNUSED_ACCESS', synth(later))[0]?.attributes.configuration)).toContain('"unused_access_age":180');
});

it('archives the one role that is unused on purpose, and no other', () => {
  const rules = resources(example, 'aws_accessanalyzer_archive_rule');
  expect(rules.map(({ attributes }) => [attributes.analyzer_name, attributes.filter])).toEqual([
    ['${aws_accessanalyzer_analyzer.organization_unused-access.analyzer_name}', [{ criteria: 'resource', contains: ['role/platform/break-glass'] }]],
  ]);
});

it('unused access costs what docs/costs.md says', () => {
  const count = (type: string) => resources(example, type).length;
  // Roles and users that we make, the role of each assignment, and the role that each member account is bootstrapped with.
  const analyzed = count('aws_iam_role') + count('aws_iam_user') + count('aws_ssoadmin_account_assignment') + count('aws_organizations_account');
  const [, usd, told] = /0\.20 for each role and user .*?: ([\d.]+) in the example \((\d+)\)/.exec(readFileSync('docs/costs.md', 'utf8')) ?? [];
  expect([told, usd]).toEqual([String(analyzed), (analyzed * 0.2).toFixed(2)]);
});
