import { GetPublicAccessBlockCommand, PutPublicAccessBlockCommand } from '@aws-sdk/client-s3';
import { missing } from '../missing';
import { protection } from '../protection';
import { nothing, type Plan, step, type World } from '../step';

export const BLOCKED = { BlockPublicAcls: true, IgnorePublicAcls: true, BlockPublicPolicy: true, RestrictPublicBuckets: true };
export const isBlocked = (block: Partial<typeof BLOCKED> | undefined): boolean =>
  (Object.keys(BLOCKED) as (keyof typeof BLOCKED)[]).every((setting) => block?.[setting] === true);

/** A bucket that the world reads: the block stands above every policy and ACL, and takes nothing from roles of the account. */
export async function blockBucket({ here, settings, incident: { account } }: World, { bucket }: { readonly bucket: string }): Promise<Plan> {
  const { s3 } = await here();
  const owner = { Bucket: bucket, ExpectedBucketOwner: account };
  const kept = protection(settings, `arn:aws:s3:::${bucket}`);
  if (kept) return nothing(kept);
  // A bucket that is gone lets nobody in.
  const absent = (error: Error) =>
    error.name === 'NoSuchBucket' ? { PublicAccessBlockConfiguration: BLOCKED } : missing('NoSuchPublicAccessBlockConfiguration')(error);
  const block = await s3.send(new GetPublicAccessBlockCommand(owner)).catch(absent);
  if (isBlocked(block?.PublicAccessBlockConfiguration)) return nothing();
  return step(`blocks public access to bucket ${bucket}`, () =>
    s3.send(new PutPublicAccessBlockCommand({ ...owner, PublicAccessBlockConfiguration: BLOCKED })),
  );
}
