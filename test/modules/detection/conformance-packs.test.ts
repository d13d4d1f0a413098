import { loadBlueprint } from '../../../config/load';
import everythingOn from '../../fixtures/everything-on';
import { exampleIds, exampleInput } from '../../fixtures/example';
import { type FoundResource, resources, synth } from '../../support/synth';

const PACK = 'aws_config_conformance_pack';
const at = (detection: string, change: (input: ReturnType<typeof exampleInput>) => void = () => {}) => {
  const input = exampleInput();
  change(input);
  return { ...input, detection };
};
const packs = (input: unknown) => resources(synth(input), PACK);
const places = (found: readonly FoundResource[], name: string) =>
  found
    .filter(({ attributes }) => attributes.name === name)
    .map(({ stack, attributes }) => `${stack} ${attributes.region}`)
    .sort();
const across = (stacks: readonly string[], regions: readonly string[]) => stacks.flatMap((stack) => regions.map((region) => `${stack} ${region}`)).sort();

const everything = everythingOn();
const { blueprint } = loadBlueprint(everything, exampleIds());
const found = packs(everything);
const { enabled, home } = blueprint.regions;
const workloads = blueprint.environments.map(({ name }) => name);
const stacks = Object.keys(blueprint.accounts).map((name) => (name === 'management' ? 'org-management' : name));
const platform = stacks.filter((stack) => ![...workloads, 'network'].includes(stack));

it('every account and enabled region has the packs that are for it, a new account with its own baseline', () => {
  expect(places(found, 'platform-data-classes')).toEqual(across(stacks, enabled));
  expect(places(found, 'platform-instances')).toEqual(across(workloads, enabled));
  expect(places(found, 'platform-accounts-without-network')).toEqual(across(platform, enabled));
  expect(places(found, 'platform-backups')).toEqual(across(workloads, [home])); // plans run at home
  expect(platform).toContain('org-management');
});

it('each waits until its region records: AWS Config refuses a pack before that, and with it the apply from empty', () => {
  for (const { attributes } of found)
    expect(attributes.depends_on).toEqual([`aws_config_configuration_recorder_status.baseline_${attributes.region}_config_status`]);
});

it('none comes below correlated, backups only where the backup policy is on, and only chosen ones', () => {
  expect(packs(at('centralized'))).toEqual([]);
  const names = (input: unknown) => [...new Set(packs(input).map(({ attributes }) => attributes.name))].sort();
  expect(names(at('correlated'))).toEqual(['platform-accounts-without-network', 'platform-data-classes', 'platform-instances']);
  const choose = (conformancePacks: string[]) =>
    at('correlated', (input) => {
      input.securityServices = { conformancePacks };
    });
  expect(names(choose(['instances']))).toEqual(['platform-instances']);
  expect(names(choose([]))).toEqual([]);
});

it('templates: managed rules, their values from the configuration, a rule for each class, once a day what is periodic', () => {
  const body = found.find(({ stack, attributes }) => stack === 'dev' && attributes.name === 'platform-backups')?.attributes.template_body as string;
  expect(body.split('  BackedUpS3Customer:\n')[1]?.split('\n  BackedUpS3')[0]).toBe(
    [
      '    Type: "AWS::Config::ConfigRule"',
      '    Properties:',
      '      ConfigRuleName: "platform-conformance-alert-backed-up-s3-customer"',
      '      Description: "A bucket of this class without a recovery point of the last two nights: the plan fails, or never saw it, and nobody was told."',
      '      InputParameters:',
      '        recoveryPointAgeUnit: "days"',
      '        recoveryPointAgeValue: "2"',
      '        resourceTags: "{\\"DataClass\\":\\"customer\\"}"',
      '      MaximumExecutionFrequency: "TwentyFour_Hours"',
      '      Source:',
      '        Owner: "AWS"',
      '        SourceIdentifier: "S3_LAST_BACKUP_RECOVERY_POINT_CREATED"',
    ].join('\n'),
  );
  const shortest = Math.min(...Object.values(blueprint.dataClasses).map(({ retentionDays }) => retentionDays));
  expect(body).toContain(`requiredRetentionDays: "${shortest}"`);
  for (const { attributes } of found) {
    const names = [...(attributes.template_body as string).matchAll(/ConfigRuleName: "(.+)"/g)].map(([, name]) => name as string);
    expect([new Set(names).size, names.every((name) => /^platform-conformance-[a-z0-9-]{1,80}$/.test(name))]).toEqual([names.length, true]);
    expect(Buffer.byteLength(attributes.template_body)).toBeLessThan(51_200);
  }
});
