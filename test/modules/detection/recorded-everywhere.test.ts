import { loadBlueprint } from '../../../config/load';
import everythingOn from '../../fixtures/everything-on';
import { exampleIds, exampleInput } from '../../fixtures/example';
import minimal from '../../fixtures/minimal';
import { resources, synth } from '../../support/synth';

const ORGANIZATIONS = { example: exampleInput(), everything: everythingOn(), minimal: minimal() };

describe.each(Object.entries(ORGANIZATIONS))('%s', (_name, input) => {
  const synthesis = synth(input);
  const { blueprint } = loadBlueprint(input, exampleIds());
  const { enabled, home } = blueprint.regions;
  const stacks = Object.keys(blueprint.accounts).map((name) => (name === 'management' ? 'org-management' : name));
  const everywhere = stacks.flatMap((stack) => enabled.map((region) => `${stack} ${region}`)).sort();
  const places = (type: string) =>
    resources(synthesis, type)
      .map(({ stack, attributes }) => `${stack} ${attributes.region}`)
      .sort();

  it.each([
    'aws_config_configuration_recorder',
    'aws_config_delivery_channel',
    'aws_config_configuration_recorder_status',
    'aws_config_config_rule',
  ])('%s stands in every enabled region of every account', (type) => {
    expect(places(type)).toEqual(everywhere);
  });

  it('AWS Config records everything, global types once in each account', () => {
    const recorders = resources(synthesis, 'aws_config_configuration_recorder');
    for (const { attributes } of recorders) expect(attributes.recording_group.all_supported).toBe(true);
    const global = recorders.filter(({ attributes }) => attributes.recording_group.include_global_resource_types);
    expect(global.map(({ stack, attributes }) => `${stack} ${attributes.region}`).sort()).toEqual(stacks.map((stack) => `${stack} ${home}`).sort());
    for (const { attributes } of resources(synthesis, 'aws_config_configuration_recorder_status')) expect(attributes.is_enabled).toBe(true);
  });

  it('one trail records every account and region: management events, validated, encrypted, into the archive and a log group', () => {
    const trails = resources(synthesis, 'aws_cloudtrail');
    expect(trails.map(({ stack, attributes }) => `${stack} ${attributes.region}`)).toEqual([`org-management ${home}`]);
    const { attributes } = trails[0] as (typeof trails)[number];
    expect(attributes).toMatchObject({
      is_organization_trail: true,
      is_multi_region_trail: true,
      include_global_service_events: true,
      enable_log_file_validation: true,
      s3_bucket_name: expect.stringMatching(/-logs-cloudtrail-222222222222$/),
      kms_key_id: expect.stringMatching(/:222222222222:alias\/platform\/logs$/),
      cloud_watch_logs_group_arn: expect.stringContaining('aws_cloudwatch_log_group.trail_log-group'),
    });
    expect(attributes.enable_logging ?? true).toBe(true);
    expect(attributes.advanced_event_selector[0].field_selector).toEqual([{ field: 'eventCategory', equals: ['Management'] }]);
  });

  it('every VPC has flow logs and resolver query logs, into the archive; accounts without a VPC have none to log', () => {
    const vpcs = resources(synthesis, 'aws_vpc').map(({ stack, name }) => `${stack} \${aws_vpc.${name}.id}`);
    for (const { name } of blueprint.environments) expect(vpcs.some((one) => one.startsWith(`${name} `))).toBe(true);
    const logged = (type: string, attribute: string) => resources(synthesis, type).map(({ stack, attributes }) => `${stack} ${attributes[attribute]}`);
    expect(logged('aws_flow_log', 'vpc_id').sort()).toEqual([...vpcs].sort());
    expect(logged('aws_route53_resolver_query_log_config_association', 'resource_id').sort()).toEqual([...vpcs].sort());
    for (const { attributes } of resources(synthesis, 'aws_flow_log')) {
      expect(attributes.traffic_type).toBe('ALL');
      expect(attributes.log_destination).toMatch(/-logs-network-222222222222\/flow-logs\/$/);
    }
    for (const { attributes } of resources(synthesis, 'aws_route53_resolver_query_log_config'))
      expect(attributes.destination_arn).toMatch(/-logs-resolver-222222222222$/);
  });

  it('access from outside is analyzed in every region', () => {
    const external = resources(synthesis, 'aws_accessanalyzer_analyzer').filter(({ attributes }) => attributes.type === 'ORGANIZATION');
    expect(external.map(({ stack, attributes }) => `${stack} ${attributes.region}`).sort()).toEqual(enabled.map((region) => `security ${region}`).sort());
  });
});
