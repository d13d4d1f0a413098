import { createHmac } from 'node:crypto';

/**
 * Finds equal values without decrypting a table: a keyed hash in a second column. Its key is a secret of its own, since a plain
 * hash of a phone number is guessed in minutes. It tells who reads the table which rows are equal; do not use it for few values
 * (gender, country), where counting gives the value away.
 */
export class BlindIndex {
  constructor(
    /** 32 random bytes from Secrets Manager, another for each column. */
    private readonly key: Uint8Array,
    private readonly column: string,
  ) {
    if (key.length < 32) throw new Error(`${column}: the key of an index must be 32 bytes, got ${key.length}; take it from Secrets Manager`);
  }

  /** 128 bits: collisions do not happen, and the rest of the hash is not stored. */
  of(value: string): string {
    const normal = value.normalize('NFKC').trim().toLowerCase();
    return createHmac('sha256', this.key).update(this.column).update('\0').update(normal).digest('base64').slice(0, 22);
  }
}
