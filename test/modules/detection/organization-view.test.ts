import everythingOn from '../../fixtures/everything-on';
import { exampleInput } from '../../fixtures/example';
import { resources, synth } from '../../support/synth';

const analyzers = (input = exampleInput()) => resources(synth(input), 'aws_accessanalyzer_analyzer');
const of = (type: string, input = exampleInput()) => analyzers(input).filter(({ attributes }) => attributes.type === type);

it('access from outside is analyzed for the organization in every region, by the account that is its delegated administrator', () => {
  expect(
    of('ORGANIZATION', everythingOn())
      .map(({ stack, attributes }) => `${stack} ${attributes.region}`)
      .sort(),
  ).toEqual(['eu-central-1', 'eu-south-1', 'eu-west-1', 'us-east-1'].map((region) => `security ${region}`));
});

it('unused access is analyzed once: IAM is global, and every analyzer bills every role', () => {
  const [unused, ...others] = of('ORGANIZATION_UNUSED_ACCESS', everythingOn());
  expect(others).toEqual([]);
  expect([unused?.stack, unused?.attributes.region]).toEqual(['security', 'eu-west-1']);
  expect(JSON.stringify(unused?.attributes.configuration)).toContain('"unused_access_age":90');
});

it('unused access can be switched off, and its days chosen', () => {
  const off = exampleInput();
  off.access.unusedAccess = { enabled: false };
  expect(of('ORGANIZATION_UNUSED_ACCESS', off)).toEqual([]);
  expect(resources(synth(off), 'aws_accessanalyzer_archive_rule')).toEqual([]);
  const later = exampleInput();
  later.access.unusedAccess = { days: 180 };
  expect(JSON.stringify(of('ORGANIZATION_UNUSED_ACCESS', later)[0]?.attributes.configuration)).toContain('"unused_access_age":180');
});

it('archives the one role that is unused on purpose, and no other', () => {
  const rules = resources(synth(exampleInput()), 'aws_accessanalyzer_archive_rule');
  expect(rules.map(({ attributes }) => [attributes.analyzer_name, attributes.filter])).toEqual([
    ['${aws_accessanalyzer_analyzer.organization_unused-access.analyzer_name}', [{ criteria: 'resource', contains: ['role/platform/break-glass'] }]],
  ]);
});
