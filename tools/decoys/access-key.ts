import { CreateAccessKeyCommand, DeleteAccessKeyCommand, type IAMClient, ListAccessKeysCommand } from '@aws-sdk/client-iam';
import { PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import type { WorkloadDecoyNames } from '../../lib/decoy-names';

/** A key whose secret AWS tells once; it must be nowhere but where an intruder finds it. */
export interface DecoyKey {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

/** Keys of the decoy user as AWS lists them, the oldest first. @throws Error when there is no such user */
export async function keysOf(iam: IAMClient, { user }: Pick<WorkloadDecoyNames, 'user'>): Promise<{ id: string; status: string; made: Date }[]> {
  try {
    const { AccessKeyMetadata = [] } = await iam.send(new ListAccessKeysCommand({ UserName: user }));
    return AccessKeyMetadata.map(({ AccessKeyId = '', Status = '', CreateDate = new Date(0) }) => ({ id: AccessKeyId, status: Status, made: CreateDate })).sort(
      (a, b) => a.made.getTime() - b.made.getTime(),
    );
  } catch (error) {
    if ((error as Error).name !== 'NoSuchEntityException' && (error as Error).name !== 'NoSuchEntity') throw error;
    throw new Error(`${user}: is no user of the account yet; apply the account's -state stack (npm run bootstrap -- ACCOUNT) at step deception first`);
  }
}

/**
 * Makes a key and hands it to `place`; a key that could not be placed is deleted again, so that none exists that nobody knows.
 * @param replace delete the keys from before, once the new one is in its place
 * @throws Error when the user has two keys already and none may go (IAM allows two)
 */
export async function newKey(iam: IAMClient, names: WorkloadDecoyNames, replace: boolean, place: (key: DecoyKey) => Promise<void>): Promise<void> {
  const before = await keysOf(iam, names);
  const [oldest] = before;
  if (oldest && before.length > 1) {
    if (!replace) throw new Error(`${names.user}: has two access keys, got no --replace; IAM allows no third: pass --replace to delete them`);
    await remove(iam, names.user, oldest.id);
  }
  const { AccessKey } = await iam.send(new CreateAccessKeyCommand({ UserName: names.user }));
  const { AccessKeyId: accessKeyId, SecretAccessKey: secretAccessKey } = AccessKey ?? {};
  if (!accessKeyId || !secretAccessKey) throw new Error(`${names.user}: AWS made no access key; run the command again`);
  try {
    await place({ accessKeyId, secretAccessKey });
  } catch (error) {
    await remove(iam, names.user, accessKeyId);
    throw error;
  }
  if (replace) for (const { id } of before.length > 1 ? before.slice(1) : before) await remove(iam, names.user, id);
}

const remove = async (iam: IAMClient, UserName: string, AccessKeyId: string): Promise<void> => {
  await iam.send(new DeleteAccessKeyCommand({ UserName, AccessKeyId }));
};

/** A credentials file as people leave it; the host in it is the decoy domain. */
export const credentialsFile = ({ accessKeyId, secretAccessKey }: DecoyKey, { domain }: WorkloadDecoyNames, region: string): string =>
  `[default]\naws_access_key_id = ${accessKeyId}\naws_secret_access_key = ${secretAccessKey}\nregion = ${region}\n\n# database\nhost = ${domain}\n`;

/** Into the decoy bucket, under the key of its class. */
export const placeInBucket = async (s3: S3Client, names: WorkloadDecoyNames, text: string): Promise<void> => {
  await s3.send(new PutObjectCommand({ Bucket: names.bucket, Key: names.object, Body: text, ContentType: 'text/plain' }));
};
