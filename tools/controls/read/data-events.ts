import { nestedBlocks } from '../../synthesis/resources-in';
import type { TerraformJson } from '../../synthesis/synthesize';
import type { Estate, Found } from '../estate';

/** A field of an advanced event selector ("Logging data events", AWS CloudTrail user guide): all conditions of all fields must hold. */
type Fields = (name: string) => TerraformJson[];
const holds = (fields: TerraformJson[], value: string): boolean =>
  fields.every(
    ({ equals, starts_with, not_starts_with }) =>
      (!equals || equals.includes(value)) &&
      (!starts_with || starts_with.some((prefix: string) => value.startsWith(prefix))) &&
      !(not_starts_with ?? []).some((prefix: string) => value.startsWith(prefix)),
  );

/** Does the organization's trail record who reads, or changes, an object of a bucket? Of a change at least the deletion. */
export function recorded(estate: Estate, bucket: Found, reads: boolean): boolean {
  const arn = `arn:aws:s3:::${bucket.attributes.bucket}/key`;
  return estate.of('aws_cloudtrail').some(
    ({ attributes }) =>
      nestedBlocks(attributes.advanced_event_selector).some((selector) => {
        const all = nestedBlocks(selector.field_selector);
        const of: Fields = (name) => all.filter(({ field }) => field === name);
        return (
          of('resources.type').some(({ equals }) => equals?.includes('AWS::S3::Object')) &&
          holds(of('resources.ARN'), arn) &&
          holds(of('readOnly'), String(reads)) &&
          holds(of('eventName'), reads ? 'GetObject' : 'DeleteObject')
        );
      }) ||
      nestedBlocks(attributes.event_selector).some(
        (selector) =>
          ['All', reads ? 'ReadOnly' : 'WriteOnly'].includes(selector.read_write_type ?? 'All') &&
          nestedBlocks(selector.data_resource).some(
            ({ type, values }) => type === 'AWS::S3::Object' && values.some((prefix: string) => arn.startsWith(prefix.replace(/\/$/, ''))),
          ),
      ),
  );
}
