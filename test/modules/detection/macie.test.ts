import { maskingPolicy } from '../../../policies/logs/masking';
import everythingOn from '../../fixtures/everything-on';
import { exampleInput } from '../../fixtures/example';
import { resources, synth } from '../../support/synth';

const REGIONS = ['eu-central-1', 'eu-south-1', 'eu-west-1', 'us-east-1'];
const everything = synth(everythingOn());
const example = synth(exampleInput());
const regionsOf = (type: string) =>
  resources(everything, type)
    .filter(({ stack }) => stack === 'security')
    .map(({ attributes }) => attributes.region);

it('is off below step correlated, and costs nothing there', () => {
  expect(resources(example).filter(({ type }) => type.startsWith('aws_macie2'))).toEqual([]);
});

it('is adopted in every region, never made: the delegation made it', () => {
  const imports = everything.documents.get('security').import;
  for (const region of REGIONS)
    expect(imports).toContainEqual({ to: `aws_macie2_account.macie_account-${region}`, id: expect.stringMatching(new RegExp(`^\\d{12}@${region}$`)) });
  expect(regionsOf('aws_macie2_account')).toEqual(REGIONS);
  expect(regionsOf('aws_macie2_organization_configuration')).toEqual(REGIONS);
  expect(new Set(resources(everything, 'aws_macie2_account').map(({ stack }) => stack))).toEqual(new Set(['security']));
});

it('searches the classes without personal data by their tag, with our own identifiers, and no other class', () => {
  const jobs = resources(everything, 'aws_macie2_classification_job');
  const clean = Object.entries(everythingOn().dataClasses)
    .filter(([, { pii }]) => !pii)
    .map(([name]) => name);
  expect(clean.length).toBeGreaterThan(0);
  expect(jobs).toHaveLength(clean.length * REGIONS.length);
  for (const { attributes } of jobs) {
    const [term] = attributes.s3_job_definition.bucket_criteria.includes.and;
    expect(clean.map((name) => [{ key: 'DataClass', value: name }])).toContainEqual(term.tag_criterion.tag_values);
    expect(attributes.custom_data_identifier_ids).toEqual([`\${aws_macie2_custom_data_identifier.macie_identifier-contract-${attributes.region}.id}`]);
  }
});

it('search off leaves Macie on for buckets that open up', () => {
  const input = everythingOn();
  input.dataProtection = { search: 'off' };
  const synthesis = synth(input);
  expect(resources(synthesis, 'aws_macie2_classification_job')).toEqual([]);
  expect(resources(synthesis, 'aws_macie2_account')).toHaveLength(REGIONS.length);
});

describe('masking', () => {
  it('holds in every region of every environment, for all log groups', () => {
    const policies = resources(everything, 'aws_cloudwatch_log_account_policy');
    expect(policies.map(({ stack, attributes }) => `${stack} ${attributes.region}`)).toEqual(
      ['prod', 'dev', 'test'].flatMap((stack) => REGIONS.map((region) => `${stack} ${region}`)),
    );
    for (const { attributes } of policies) {
      expect(attributes).toMatchObject({ policy_type: 'DATA_PROTECTION_POLICY', scope: 'ALL' });
      expect(attributes.selection_criteria).toBeUndefined();
    }
  });

  it('audits and masks the same identifiers, AWS and ours', () => {
    const { Statement, Configuration } = JSON.parse(resources(everything, 'aws_cloudwatch_log_account_policy')[0]?.attributes.policy_document);
    expect(Statement.map(({ Operation }: { Operation: object }) => Object.keys(Operation))).toEqual([['Audit'], ['Deidentify']]);
    expect(Statement[0].DataIdentifier).toEqual(Statement[1].DataIdentifier);
    expect(Statement[0].DataIdentifier).toEqual(expect.arrayContaining(['contract', 'arn:aws:dataprotection::aws:data-identifier/AwsSecretKey']));
    expect(Configuration.CustomDataIdentifier).toEqual([{ Name: 'contract', Regex: 'C-[0-9]{8}' }]);
    expect(JSON.stringify(maskingPolicy({ name: 'platform-masking', description: 'Credentials and personal data in logs' })).includes('Configuration')).toBe(
      false,
    );
  });

  it('can be switched off', () => {
    const input = exampleInput();
    input.dataProtection = { masking: 'off' };
    expect(resources(synth(input), 'aws_cloudwatch_log_account_policy')).toEqual([]);
  });
});
