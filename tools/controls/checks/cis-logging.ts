import type { Check } from '../check';
import type { Estate, Found } from '../estate';
import { loggedRequests } from '../read/access-logs';
import { trailBuckets } from '../read/buckets';
import { recorded } from '../read/data-events';
import { absent, companion, each, oneInEachRegion } from '../read/resources';

const blocks = (value: unknown): Readonly<Record<string, unknown>>[] => [value ?? []].flat() as Readonly<Record<string, unknown>>[];
const WORKLOAD_BUCKETS = 'Buckets of workloads: logging.dataEvents.resources.';
const organizationTrail = (estate: Estate, judge: (trail: Found) => string | undefined | false) => each(estate, 'aws_cloudtrail', judge);
/** Selectors that name only data events switch management events off. */
const keepsManagementEvents = ({ attributes }: Found): boolean => {
  const advanced = blocks(attributes.advanced_event_selector);
  if (advanced.length > 0) {
    return advanced.some((selector) => {
      const all = blocks(selector.field_selector) as { field: string; equals?: string[] }[];
      return all.some(({ field, equals }) => field === 'eventCategory' && equals?.includes('Management')) && !all.some(({ field }) => field === 'readOnly');
    });
  }
  return blocks(attributes.event_selector).every((one) => one.include_management_events !== false && (one.read_write_type ?? 'All') === 'All');
};

/** Section 4 of the CIS AWS Foundations Benchmark: logging. */
export const CIS_LOGGING: readonly Check[] = [
  {
    id: '4.1',
    what: 'one trail of the organization in all regions, with global services and all management events, that writes',
    scope: 'management',
    violations: (estate) =>
      organizationTrail(estate, (trail) => {
        const { is_organization_trail, is_multi_region_trail, include_global_service_events = true, enable_logging = true } = trail.attributes;
        if (!is_organization_trail) return 'is of one account';
        if (!is_multi_region_trail) return 'is of one region';
        if (!include_global_service_events) return 'leaves global services out';
        if (!enable_logging) return 'does not write';
        return !keepsManagementEvents(trail) && 'leaves management events out';
      }),
  },
  {
    id: '4.2',
    what: 'the trail signs what it writes',
    scope: 'management',
    violations: (estate) => organizationTrail(estate, ({ attributes }) => attributes.enable_log_file_validation !== true && 'signs nothing'),
  },
  {
    id: '4.3',
    what: 'AWS Config records all types in every enabled region of every account, global ones at home, delivers, and is seen together',
    scope: 'every account',
    violations: (estate) => [
      ...oneInEachRegion(estate, 'every account', 'aws_config_configuration_recorder', ({ recording_group }, region) => {
        const group = [recording_group].flat()[0];
        if (!group?.all_supported) return 'leaves types out';
        return region === estate.blueprint.regions.home && !group.include_global_resource_types && 'leaves global types out';
      }),
      ...oneInEachRegion(estate, 'every account', 'aws_config_configuration_recorder_status', ({ is_enabled }) => is_enabled !== true && 'is stopped'),
      ...oneInEachRegion(estate, 'every account', 'aws_config_delivery_channel', ({ s3_bucket_name }) => !s3_bucket_name && 'delivers nowhere'),
      ...each(
        estate,
        'aws_config_configuration_aggregator',
        ({ attributes }) => ![attributes.organization_aggregation_source].flat()[0]?.all_regions && 'leaves regions out',
      ),
    ],
  },
  {
    id: '4.4',
    what: "requests to the trail's bucket are logged in another bucket of its account and region, whose policy lets S3 deliver (evaluated)",
    scope: 'log archive',
    rest: 'Server access logs are best effort (Amazon S3 user guide); the trail records reads and deletions as well (4.8, 4.9).',
    violations: async (estate) => {
      const paths = new Set(trailBuckets(estate).map(({ path }) => path));
      if (paths.size === 0) return [{ account: 'log-archive', at: 'log-archive', what: 'has no bucket of the trail' }];
      return loggedRequests(estate, ({ path }) => paths.has(path));
    },
  },
  {
    id: '4.5',
    what: "what the trail writes is encrypted with the log archive's own key",
    scope: 'management',
    violations: (estate) =>
      organizationTrail(estate, ({ attributes }) => !/^arn:aws:kms:|aws_kms_(key|alias)\./.test(attributes.kms_key_id ?? '') && 'names no key of ours'),
  },
  {
    id: '4.6',
    what: 'each symmetric key is rotated',
    scope: 'every account',
    violations: (estate) =>
      each(
        estate,
        'aws_kms_key',
        ({ attributes: { customer_master_key_spec = 'SYMMETRIC_DEFAULT', enable_key_rotation } }) =>
          customer_master_key_spec === 'SYMMETRIC_DEFAULT' && enable_key_rotation !== true && 'is not rotated',
      ),
  },
  {
    id: '4.7',
    what: 'each VPC logs all flows; default VPCs do not exist, and AWS Config tells of one that does',
    scope: 'every account',
    violations: (estate) => [
      ...companion(estate, 'aws_vpc', { type: 'aws_flow_log', by: 'vpc_id', judge: ({ traffic_type }) => traffic_type !== 'ALL' && 'logs a part only' }),
      ...absent(estate, ['aws_default_vpc', 'aws_default_subnet']),
      ...oneInEachRegion(estate, 'every account', 'aws_config_config_rule', ({ name }) => !/default-vpc/.test(name) && 'is another rule'),
    ],
  },
  {
    id: '4.8',
    what: 'the trail has every change to objects in each bucket of ours',
    scope: 'every account',
    rest: `What services deliver into the archive (and Macie into its bucket) is not recorded: each record would be delivered and recorded again; deletions are. ${WORKLOAD_BUCKETS}`,
    violations: (estate) => each(estate, 'aws_s3_bucket', (bucket) => !recorded(estate, bucket, false) && 'changes to its objects are not recorded'),
  },
  {
    id: '4.9',
    what: 'the trail has every read of objects in each bucket of ours',
    scope: 'every account',
    rest: WORKLOAD_BUCKETS,
    violations: (estate) => each(estate, 'aws_s3_bucket', (bucket) => !recorded(estate, bucket, true) && 'reads of its objects are not recorded'),
  },
  {
    id: '4.10',
    what: 'load balancers, distributions and web ACLs log each request; APIs of API Gateway do not exist without logs',
    scope: 'every account',
    modules: true,
    violations: (estate) => [
      ...each(estate, 'aws_lb', ({ attributes }) => attributes.access_logs?.enabled !== true && 'logs no requests'),
      ...loggedDistributions(estate),
      ...companion(estate, 'aws_wafv2_web_acl', { type: 'aws_wafv2_web_acl_logging_configuration', by: 'resource_arn' }),
      ...absent(estate, ['aws_api_gateway_stage', 'aws_apigatewayv2_stage'], ({ attributes }) => attributes.access_log_settings !== undefined),
    ],
  },
];

/** By delivery of CloudWatch Logs (standard logging v2), or by the older setting of the distribution itself. */
export const loggedDistributions = (estate: Estate) => {
  const logged = estate.of('aws_cloudwatch_log_delivery_source').map(({ attributes }) => String(attributes.resource_arn));
  return each(
    estate,
    'aws_cloudfront_distribution',
    ({ name, attributes }) =>
      attributes.logging_config === undefined && !logged.some((arn) => arn.includes(`aws_cloudfront_distribution.${name}.`)) && 'logs no requests',
  );
};
