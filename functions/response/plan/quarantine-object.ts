import { GetObjectTaggingCommand, PutObjectTaggingCommand } from '@aws-sdk/client-s3';
import { missing } from '../missing';
import { protection } from '../protection';
import { nothing, type Plan, step, type World } from '../step';
import { QUARANTINE_TAG } from './quarantine-tag';

/** Marks an object in which malware was found; a resource control policy keeps everybody from reading what is marked (DenyQuarantinedObjects). */
export async function quarantineObject(
  { here, settings, incident }: World,
  { bucket, key, versionId }: { readonly bucket: string; readonly key: string; readonly versionId?: string },
): Promise<Plan> {
  const { s3 } = await here();
  const object = { Bucket: bucket, Key: key, ExpectedBucketOwner: incident.account, ...(versionId ? { VersionId: versionId } : {}) };
  const kept = protection(settings, `arn:aws:s3:::${bucket}/${key}`);
  if (kept) return nothing(kept);
  // A version that marks a deletion allows no method (Amazon S3 user guide, "Working with delete markers").
  const found = await s3.send(new GetObjectTaggingCommand(object)).catch(missing('NoSuchKey', 'NoSuchVersion', 'NoSuchBucket', 'MethodNotAllowed'));
  if (!found) return nothing(`object ${key} of bucket ${bucket} is gone`);
  const tags = (found.TagSet ?? []).filter(({ Key }) => Key !== QUARANTINE_TAG);
  if (tags.length < (found.TagSet ?? []).length) return nothing();
  // An object has ten tags at most (Amazon S3 user guide).
  return step(`marks object ${key} of bucket ${bucket}`, () =>
    s3.send(new PutObjectTaggingCommand({ ...object, Tagging: { TagSet: [...tags.slice(0, 9), { Key: QUARANTINE_TAG, Value: incident.id }] } })),
  );
}
