import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { DataKeys, EncryptionContext } from './data-keys';

const ALGORITHM = 'aes-256-gcm';
const VERSION = 1;
/** Bytes. A random 96-bit nonce is safe for 2^32 values under one key (NIST SP 800-38D); here each value has a key of its own. */
const NONCE = 12;
const TAG = 16;
const HEADER = 3;

/** Protects columns from whoever reads the database, its backups and its logs: only who may use the key for this context reads a value. */
export class ColumnCipher {
  constructor(private readonly keys: DataKeys) {}

  /** Layout: version, length of the encrypted data key (2 bytes), the key, nonce, tag, ciphertext; as base 64, which fits a text column. */
  async encrypt(value: string, context: EncryptionContext): Promise<string> {
    const { plaintext, encrypted } = await this.keys.generate(context);
    try {
      const header = Buffer.alloc(HEADER);
      header.writeUInt8(VERSION, 0);
      header.writeUInt16BE(encrypted.length, 1);
      const nonce = randomBytes(NONCE);
      const cipher = createCipheriv(ALGORITHM, plaintext, nonce).setAAD(bound(header, encrypted, context));
      const ciphertext = Buffer.concat([cipher.update(value, 'utf8'), cipher.final()]);
      return Buffer.concat([header, encrypted, nonce, cipher.getAuthTag(), ciphertext]).toString('base64');
    } finally {
      plaintext.fill(0); // as short as possible in memory, so in a core dump
    }
  }

  /** @throws Error without a word of the value, when the context is another one or a byte was changed */
  async decrypt(stored: string, context: EncryptionContext): Promise<string> {
    const { header, encrypted, nonce, tag, ciphertext } = parts(Buffer.from(stored, 'base64'));
    const key = await this.keys.open(encrypted, context);
    try {
      const decipher = createDecipheriv(ALGORITHM, key, nonce, { authTagLength: TAG }).setAAD(bound(header, encrypted, context));
      decipher.setAuthTag(tag);
      return Buffer.concat([decipher.update(ciphertext), decipher.final()]).toString('utf8');
    } catch {
      throw new Error('column: the value was changed or belongs elsewhere; look for who wrote it');
    } finally {
      key.fill(0);
    }
  }
}

/** What the tag also covers: a value moved to another row, column or tenant does not open, even if KMS were asked with its old context. */
function bound(header: Buffer, encrypted: Uint8Array, context: EncryptionContext): Buffer {
  const sorted = Object.entries(context).sort(([a], [b]) => (a < b ? -1 : 1));
  return Buffer.concat([header, encrypted, Buffer.from(JSON.stringify(sorted))]);
}

function parts(bytes: Buffer) {
  const length = bytes.length >= HEADER ? bytes.readUInt16BE(1) : 0;
  const nonceAt = HEADER + length;
  if (bytes[0] !== VERSION || bytes.length < nonceAt + NONCE + TAG)
    throw new Error(`column: is no encrypted value of version ${VERSION}, got ${bytes.length} bytes; encrypt it first`);
  const tagAt = nonceAt + NONCE;
  return {
    header: bytes.subarray(0, HEADER),
    encrypted: bytes.subarray(HEADER, nonceAt),
    nonce: bytes.subarray(nonceAt, tagAt),
    tag: bytes.subarray(tagAt, tagAt + TAG),
    ciphertext: bytes.subarray(tagAt + TAG),
  };
}
