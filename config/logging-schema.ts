import { z } from 'zod';

/** Services whose calls through VPC endpoints CloudTrail records (CloudTrail user guide, "Logging network activity events"). */
export const NETWORK_ACTIVITY_SOURCES = ['cloudtrail', 'ec2', 'kms', 's3', 'secretsmanager'] as const;

/** Types of data events that our alarms and hunts read; others are added here. */
export const DATA_EVENT_TYPES = {
  s3: 'AWS::S3::Object',
  lambda: 'AWS::Lambda::Function',
  dynamodb: 'AWS::DynamoDB::Table',
  sqs: 'AWS::SQS::Queue',
  sns: 'AWS::SNS::Topic',
} as const;

const dataEvents = z.strictObject({
  /** What the events are about; also the selector's name. */
  name: z.string().regex(/^[a-z][a-z0-9-]{0,99}$/, 'must be lower-case letters, digits and hyphens, beginning with a letter'),
  type: z.enum(Object.keys(DATA_EVENT_TYPES) as [keyof typeof DATA_EVENT_TYPES]),
  /** Beginnings of ARNs, such as arn:aws:s3:::acme-prod-orders-. CloudTrail knows no tags: a class is chosen by the names of what holds it. */
  arnPrefixes: z.array(z.string().regex(/^arn:aws:/, 'must be the beginning of an ARN, such as arn:aws:s3:::acme-prod-')).default([]),
  /** Reads, writes or both. Default both. */
  calls: z.enum(['all', 'reads', 'writes']).default('all'),
});

/** What is recorded beyond the calls that everybody records, and how long the archive keeps it. */
export const logging = z.strictObject({
  /** Calls on data itself: 0.10 USD for 100,000 events (AWS CloudTrail price list), and the log group's and bucket's price for storing them. */
  dataEvents: z
    .strictObject({
      /** Who reads or writes Terraform states: a few hundred events for each plan or apply. Default on. */
      states: z.enum(['off', 'on']).default('on'),
      /** Who reads or deletes logs in the archive; deliveries are left out, so that the trail never records itself. Default on. */
      logArchive: z.enum(['off', 'on']).default('on'),
      /** Further ones. Default none. */
      resources: z.array(dataEvents).default([]),
      /** Must be true when an entry of `resources` has no arnPrefixes: every object, function or table of the organization is then billed. */
      acknowledgeCost: z.boolean().default(false),
    })
    .prefault({}),
  /** Calls through VPC endpoints, denied ones among them, of these services: 0.10 USD for 100,000 events. Default none. */
  networkActivity: z.array(z.enum(NETWORK_ACTIVITY_SOURCES)).default([]),
  /** CloudTrail Insights, unusual rates of calls or errors: 0.35 USD for 100,000 events that are analyzed, for each kind. Default none. */
  insights: z.array(z.enum(['ApiCallRateInsight', 'ApiErrorRateInsight'])).default([]),
});
