import type { CloudtrailAdvancedEventSelector, CloudtrailAdvancedEventSelectorFieldSelector } from '@cdktf/provider-aws/lib/cloudtrail';
import { accountNamed, type Blueprint } from '../../config/blueprint';
import { includesStep } from '../../config/detection-steps';
import { DATA_EVENT_TYPES } from '../../config/logging-schema';
import { bucketArn } from '../../lib/arn';
import { decoyNames } from '../../lib/decoy-names';
import {
  accessLogBucketPrefix,
  accessLogCopiesName,
  edgeLogBucketName,
  findingsBucketName,
  huntingResultsBucketName,
  indicatorBucketName,
  type LogSource,
  lockedCopyName,
  logBucketName,
  macieResultsBucketName,
  stateBucketName,
} from '../../lib/naming';
import { LOG_DELIVERIES, type LogDelivery } from '../../policies/bucket/log-delivery';

export interface RecordedBuckets {
  /** Buckets of the log archive, the trail's own among them, of what Macie and hunters found, and of indicators. */
  readonly archive: readonly string[];
  /** Beginning of the names of buckets of access logs. */
  readonly accessLogs: string;
  /** Buckets of Terraform states. */
  readonly states: readonly string[];
  /** Buckets that nothing works with; of step deception. */
  readonly decoys: readonly string[];
}

export function recordedBuckets(blueprint: Blueprint): RecordedBuckets {
  const organization = blueprint.organization.name;
  const archive = accountNamed(blueprint, 'log-archive').id;
  const security = accountNamed(blueprint, 'security').id;
  return {
    // Those that only a higher step or a setting makes are named all the same: the trail need not change with them.
    archive: [
      ...(Object.entries(LOG_DELIVERIES) as [LogSource, LogDelivery][]).flatMap(([source, { objectLock }]) => [
        logBucketName(organization, source, archive),
        ...(objectLock ? [] : [lockedCopyName(organization, source, archive)]),
      ]),
      accessLogCopiesName(organization, archive),
      edgeLogBucketName(organization, archive),
      findingsBucketName(organization, archive),
      macieResultsBucketName(organization, security),
      huntingResultsBucketName(organization, archive),
      indicatorBucketName(organization, blueprint.regions.home, archive),
      ...blueprint.regions.enabled.map((region) => indicatorBucketName(organization, region, security)),
    ],
    accessLogs: accessLogBucketPrefix(organization),
    decoys: includesStep(blueprint.detection, 'deception')
      ? Object.values(blueprint.accounts).flatMap((account) => decoyNames(blueprint, account).workload?.bucket ?? [])
      : [],
    states: Object.values(blueprint.accounts).map(({ environment, id }) => stateBucketName(organization, environment, id)),
  };
}

const READS: CloudtrailAdvancedEventSelectorFieldSelector = { field: 'readOnly', equalTo: ['true'] };
const WRITES: CloudtrailAdvancedEventSelectorFieldSelector = { field: 'readOnly', equalTo: ['false'] };
const CALLS = { all: [], reads: [READS], writes: [WRITES] } as const;

/**
 * What the trail records. Selectors replace CloudTrail's default, so the first one is what every trail has: all management events.
 * Deliveries into the archive are never recorded: each would be delivered there, recorded again, and so on for ever.
 */
export function trailSelectors({ dataEvents, networkActivity }: Blueprint['logging'], buckets: RecordedBuckets): CloudtrailAdvancedEventSelector[] {
  const objects = (names: readonly string[]) => names.map((name) => `${bucketArn(name)}/`);
  const data = (name: string, type: string, ...fields: readonly CloudtrailAdvancedEventSelectorFieldSelector[]): CloudtrailAdvancedEventSelector => ({
    name,
    fieldSelector: [{ field: 'eventCategory', equalTo: ['Data'] }, { field: 'resources.type', equalTo: [type] }, ...fields],
  });
  const logs = [...objects(buckets.archive), bucketArn(buckets.accessLogs)];
  const archive = { field: 'resources.ARN', startsWith: logs };
  return [
    { name: 'management events', fieldSelector: [{ field: 'eventCategory', equalTo: ['Management'] }] },
    ...(dataEvents.states === 'on' ? [data('states', DATA_EVENT_TYPES.s3, { field: 'resources.ARN', startsWith: objects(buckets.states) })] : []),
    ...(dataEvents.logArchive === 'on'
      ? [
          data('log archive, reads', DATA_EVENT_TYPES.s3, archive, READS),
          data('log archive, deletions', DATA_EVENT_TYPES.s3, archive, { field: 'eventName', startsWith: ['Delete'] }),
        ]
      : []),
    // Its name and ARNs can be read in every account: it does not say what they are.
    ...(buckets.decoys.length > 0 ? [data('few readers', DATA_EVENT_TYPES.s3, { field: 'resources.ARN', startsWith: objects(buckets.decoys) })] : []),
    ...dataEvents.resources.map(({ name, type, arnPrefixes, calls }) => {
      const only = arnPrefixes.length > 0 ? { startsWith: [...arnPrefixes] } : {};
      const but = type === 's3' ? { notStartsWith: logs } : {};
      const arn = { field: 'resources.ARN', ...only, ...but };
      return data(name, DATA_EVENT_TYPES[type], ...(Object.keys(arn).length > 1 ? [arn] : []), ...CALLS[calls]);
    }),
    ...networkActivity.map((service) => ({
      name: `network activity, ${service}`,
      fieldSelector: [
        { field: 'eventCategory', equalTo: ['NetworkActivity'] },
        { field: 'eventSource', equalTo: [`${service}.amazonaws.com`] },
      ],
    })),
  ];
}
