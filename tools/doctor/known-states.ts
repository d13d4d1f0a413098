import { GetObjectCommand, HeadBucketCommand } from '@aws-sdk/client-s3';
import type { StateEntry } from '../../lib/apply-order';
import { digest } from '../bootstrap/state-files';
import type { TerraformJson } from '../synthesis/synthesize';
import { unlessMissing } from './check';
import type { Aws } from './read-only-clients';

/** Addresses that the states of an account hold: what a state knows is no leftover. */
export async function knownAddresses(
  stacks: readonly StateEntry[],
  documents: ReadonlyMap<string, TerraformJson>,
  aws: Aws,
  failed: (what: string, error: unknown) => void,
): Promise<Map<string, ReadonlySet<string>>> {
  const known = new Map<string, ReadonlySet<string>>();
  for (const { id } of stacks) {
    const { bucket, key, region } = documents.get(id).terraform.backend.s3;
    const s3 = aws.s3(region);
    try {
      // A missing bucket and a missing object look the same to a caller who may not list.
      if (!(await unlessMissing(s3.send(new HeadBucketCommand({ Bucket: bucket }))))) continue;
      const object = await unlessMissing(s3.send(new GetObjectCommand({ Bucket: bucket, Key: key })));
      known.set(id, new Set(digest(await object?.Body?.transformToString())?.addresses ?? []));
    } catch (error) {
      failed(`state of ${id} (what it holds may be reported as found below)`, error);
    }
  }
  return known;
}
