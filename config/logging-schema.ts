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
  /** How the archive keeps logs. */
  archive: z
    .strictObject({
      lock: z
        .strictObject({
          /** GOVERNANCE: break-glass may take the lock away. COMPLIANCE: nobody can, AWS included, and every log is paid to its end. */
          mode: z.enum(['GOVERNANCE', 'COMPLIANCE']).default('GOVERNANCE'),
          /** Days that no log can be deleted, 1 to 3653. */
          days: z.number().int('must be a whole number').min(1, 'must be at least 1').max(3653, 'must be at most 3653 (ten years)').default(30),
          /** Must be true for COMPLIANCE. */
          acknowledgeIrreversible: z.boolean().default(false),
        })
        .prefault({}),
      /** Days after which logs move to Glacier Instant Retrieval: a sixth of the price, and dearer to read. */
      coldAfterDays: z.number().int('must be a whole number').min(1, 'must be at least 1').max(3653, 'must be at most 3653 (ten years)').default(90),
      /** Days after which logs are deleted. */
      keepDays: z.number().int('must be a whole number').min(1, 'must be at least 1').max(3653, 'must be at most 3653 (ten years)').default(400),
    })
    .prefault({}),
  /** Log groups of every account and region, copied into the archive from step `centralized` on. The first copy costs its storage only. */
  centralLogGroups: z
    .strictObject({
      /** Beginnings of names that are not copied, at most 5 (CloudWatch's filter). Default the trail's log group: its bucket is in the archive already. */
      exceptPrefixes: z
        .array(z.string().regex(/^[\w#/.-]{1,512}$/, 'must be the beginning of a log group name'))
        .max(5, 'must hold at most 5 prefixes')
        .default(['/platform/organization-trail']),
    })
    .prefault({}),
  /** Calls through VPC endpoints, denied ones among them, of these services: 0.10 USD for 100,000 events. Default none. */
  networkActivity: z.array(z.enum(NETWORK_ACTIVITY_SOURCES)).default([]),
  /** CloudTrail Insights, unusual rates of calls or errors: 0.35 USD for 100,000 events that are analyzed, for each kind. Default none. */
  insights: z.array(z.enum(['ApiCallRateInsight', 'ApiErrorRateInsight'])).default([]),
});
