import { existsSync, readFileSync } from 'node:fs';
import { GetObjectCommand, HeadBucketCommand, S3Client } from '@aws-sdk/client-s3';
import type { StateDigest } from './recognize';
import { sdkIdentity } from './sdk-identity';

/** The S3 backend of a synthesized stack. */
export interface Backend {
  readonly bucket: string;
  readonly key: string;
  readonly region: string;
}

export function backendOf(file: string): Backend {
  return JSON.parse(readFileSync(file, 'utf8')).terraform.backend.s3;
}

/** @returns undefined for no state, and for the empty file that a migration leaves */
export function digest(text: string | undefined): StateDigest | undefined {
  if (!text || text.trim() === '') return undefined;
  const { resources = [] } = JSON.parse(text) as { resources?: { mode: string; type: string; name: string }[] };
  return {
    addresses: resources
      .filter(({ mode }) => mode === 'managed')
      .map(({ type, name }) => `${type}.${name}`)
      .sort(),
  };
}

export function localState(file: string): StateDigest | undefined {
  const state = existsSync(file) ? digest(readFileSync(file, 'utf8')) : undefined;
  return state && state.addresses.length > 0 ? state : undefined;
}

export class RemoteState {
  private readonly client: S3Client;

  constructor(
    private readonly backend: Backend,
    env: NodeJS.ProcessEnv,
  ) {
    this.client = new S3Client({
      region: backend.region,
      // Another endpoint is a test server or a private one; neither has a host name for each bucket.
      forcePathStyle: (env.AWS_ENDPOINT_URL_S3 ?? env.AWS_ENDPOINT_URL) !== undefined,
      ...sdkIdentity(env),
    });
  }

  async bucketExists(): Promise<boolean> {
    return (await found(this.client.send(new HeadBucketCommand({ Bucket: this.backend.bucket })))) !== undefined;
  }

  async read(): Promise<StateDigest | undefined> {
    const { bucket, key } = this.backend;
    const object = await found(this.client.send(new GetObjectCommand({ Bucket: bucket, Key: key })));
    return digest(await object?.Body?.transformToString());
  }

  /** New buckets take a moment to be seen everywhere. @throws Error after two minutes */
  async waitForBucket(): Promise<void> {
    for (let attempt = 0; attempt < 120; attempt++) {
      if (await this.bucketExists()) return;
      if (attempt === 1) console.error(`waiting for bucket ${this.backend.bucket} to appear`);
      await new Promise((resolve) => setTimeout(resolve, 1000));
    }
    throw new Error(`${this.backend.bucket}: did not appear within two minutes; run the command again`);
  }
}

/** The answer, or undefined when there is no such thing; every other error is one. */
async function found<T>(request: Promise<T>): Promise<T | undefined> {
  try {
    return await request;
  } catch (error) {
    const { name, $metadata } = error as { name: string; $metadata?: { httpStatusCode?: number } };
    if (['NotFound', 'NoSuchKey', 'NoSuchBucket'].includes(name) || $metadata?.httpStatusCode === 404) return undefined;
    throw error;
  }
}
