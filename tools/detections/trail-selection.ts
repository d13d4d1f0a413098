import { nestedBlocks } from '../synthesis/resources-in';
import type { TerraformJson } from '../synthesis/synthesize';

type Field = (record: TerraformJson) => string | undefined;
/** Fields of advanced event selectors (CloudTrail API reference, AdvancedFieldSelector) and where records hold them. */
const FIELDS: Readonly<Record<string, Field>> = {
  eventCategory: ({ eventCategory }) => eventCategory ?? 'Management',
  eventName: ({ eventName }) => eventName,
  eventSource: ({ eventSource }) => eventSource,
  eventType: ({ eventType }) => eventType,
  readOnly: ({ readOnly }) => String(readOnly),
  'userIdentity.arn': ({ userIdentity }) => userIdentity?.arn,
  'resources.type': (record) => resourceOf(record)?.type,
  'resources.ARN': (record) => resourceOf(record)?.arn,
};

/** The resource that a data event is about, by its request. */
function resourceOf({
  eventSource,
  requestParameters: request,
  recipientAccountId: account,
  awsRegion: region,
}: TerraformJson): { type: string; arn: string } | undefined {
  switch (eventSource) {
    case 's3.amazonaws.com':
      return request?.bucketName && { type: 'AWS::S3::Object', arn: `arn:aws:s3:::${request.bucketName}/${request.key ?? ''}` };
    case 'lambda.amazonaws.com':
      return request?.functionName && { type: 'AWS::Lambda::Function', arn: `arn:aws:lambda:${region}:${account}:function:${request.functionName}` };
    case 'dynamodb.amazonaws.com':
      return request?.tableName && { type: 'AWS::DynamoDB::Table', arn: `arn:aws:dynamodb:${region}:${account}:table/${request.tableName}` };
    default:
      return undefined;
  }
}

const OPERATORS: Readonly<Record<string, (value: string, operands: readonly string[]) => boolean>> = {
  equal_to: (value, operands) => operands.includes(value),
  not_equals: (value, operands) => !operands.includes(value),
  starts_with: (value, operands) => operands.some((one) => value.startsWith(one)),
  not_starts_with: (value, operands) => !operands.some((one) => value.startsWith(one)),
  ends_with: (value, operands) => operands.some((one) => value.endsWith(one)),
  not_ends_with: (value, operands) => !operands.some((one) => value.endsWith(one)),
};
const BARE: Readonly<Record<string, string>> = { equals: 'equal_to' };

/**
 * Does a trail write a record down? Without selectors CloudTrail records all management events and nothing else.
 * @throws Error for a field or operator that it does not know
 */
export function isRecorded(trail: TerraformJson, record: TerraformJson): boolean {
  const selectors = nestedBlocks(trail.advanced_event_selector);
  if (selectors.length === 0) return FIELDS.eventCategory?.(record) === 'Management';
  return selectors.some((selector) =>
    nestedBlocks(selector.field_selector).every(({ field, ...conditions }) => {
      const read = FIELDS[field];
      if (!read) throw new Error(`trail: selectors of ${field} are not known; add the field to tools/detections/trail-selection.ts`);
      const value = read(record);
      return Object.entries<TerraformJson>(conditions).every(([operator, operands]) => {
        const test = OPERATORS[BARE[operator] ?? operator];
        if (!test) throw new Error(`trail: the operator ${operator} is not known; add it to tools/detections/trail-selection.ts`);
        return value !== undefined && test(value, [operands].flat());
      });
    }),
  );
}
