import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { BlindIndex } from '../../examples/column-encryption/blind-index';
import { ColumnCipher } from '../../examples/column-encryption/column-cipher';
import { Customers } from '../../examples/column-encryption/customers';
import type { DataKey, DataKeys, EncryptionContext } from '../../examples/column-encryption/data-keys';

/** Answers as KMS does: a data key opens for the context that it was made for. */
class FakeKms implements DataKeys {
  readonly made: DataKey[] = [];
  private readonly keys = new Map<string, { plaintext: Buffer; context: string }>();
  /** @param lax forgets the context, as a wrong policy or a stub would: the cipher's own binding must still hold */
  constructor(private readonly lax = false) {}
  async generate(context: EncryptionContext): Promise<DataKey> {
    const key = { plaintext: randomBytes(32), encrypted: randomBytes(184) };
    this.keys.set(key.encrypted.toString('hex'), { plaintext: Buffer.from(key.plaintext), context: JSON.stringify(context) });
    this.made.push(key);
    return key;
  }
  async open(encrypted: Uint8Array, context: EncryptionContext): Promise<Uint8Array> {
    const key = this.keys.get(Buffer.from(encrypted).toString('hex'));
    if (!key || (!this.lax && key.context !== JSON.stringify(context))) throw new Error('InvalidCiphertextException');
    return Buffer.from(key.plaintext);
  }
}

const CONTEXT = { table: 'customers', column: 'iban', id: '7' };
const IBAN = 'DE89370400440532013000';

it('decrypts what it encrypted, whatever it is', () =>
  fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 300 }), async (value) => {
      const cipher = new ColumnCipher(new FakeKms());
      expect(await cipher.decrypt(await cipher.encrypt(value, CONTEXT), CONTEXT)).toBe(value);
    }),
    { numRuns: 100 },
  ));

it('the ciphertext has nothing of the value, and no two are equal', async () => {
  const cipher = new ColumnCipher(new FakeKms());
  const [one, two] = [await cipher.encrypt(IBAN, CONTEXT), await cipher.encrypt(IBAN, CONTEXT)];
  expect(one).not.toBe(two);
  for (const text of [one, Buffer.from(one, 'base64').toString('latin1')]) expect(text).not.toContain(IBAN.slice(0, 6));
});

it.each([
  ['another row', { ...CONTEXT, id: '8' }],
  ['another column', { ...CONTEXT, column: 'name' }],
  ['no context', {}],
  ['one more member', { ...CONTEXT, class: 'customer' }],
])('does not decrypt for %s, even if KMS would', async (_name, context) => {
  for (const lax of [false, true]) {
    const cipher = new ColumnCipher(new FakeKms(lax));
    const stored = await cipher.encrypt(IBAN, CONTEXT);
    await expect(cipher.decrypt(stored, context)).rejects.toThrow(lax ? 'column: the value was changed or belongs elsewhere' : 'InvalidCiphertextException');
  }
});

it('takes the context in any order', async () => {
  const cipher = new ColumnCipher(new FakeKms(true));
  expect(await cipher.decrypt(await cipher.encrypt(IBAN, { a: '1', b: '2' }), { b: '2', a: '1' })).toBe(IBAN);
});

it('notices each changed byte', async () => {
  const cipher = new ColumnCipher(new FakeKms(true));
  const bytes = Buffer.from(await cipher.encrypt(IBAN, CONTEXT), 'base64');
  for (let at = 0; at < bytes.length; at++) {
    const changed = Buffer.from(bytes);
    changed.writeUInt8(changed.readUInt8(at) ^ 1, at);
    await expect(cipher.decrypt(changed.toString('base64'), CONTEXT)).rejects.toThrow();
  }
});

it.each(['', 'AQ==', 'plain text', Buffer.alloc(300).toString('base64')])('refuses what is no encrypted value: %j', async (stored) => {
  await expect(new ColumnCipher(new FakeKms()).decrypt(stored, CONTEXT)).rejects.toThrow('column: is no encrypted value of version 1');
});

it('wipes the data key', async () => {
  const kms = new FakeKms();
  await new ColumnCipher(kms).encrypt(IBAN, CONTEXT);
  expect(kms.made.map(({ plaintext }) => Buffer.from(plaintext).equals(Buffer.alloc(32)))).toEqual([true]);
});

describe('a table', () => {
  const lines: string[] = [];
  const customers = () => new Customers(new ColumnCipher(new FakeKms()), new BlindIndex(randomBytes(32), 'iban'), (line) => void lines.push(line));

  it('stores, reads, finds and encrypts again; nothing in the log', async () => {
    const table = customers();
    const first = await table.save('7', IBAN);
    await table.save('8', 'GB33BUKB20201555555555');
    expect(await table.iban('7')).toBe(IBAN);
    expect(table.find(` ${IBAN.toLowerCase()} `)).toEqual(['7']);
    expect(table.find('FR7630006000011234567890189')).toEqual([]);
    expect(await table.encryptAgain()).toBe(2);
    expect((await table.save('7', IBAN)).iban).not.toBe(first.iban);
    expect(JSON.stringify([first, lines])).not.toContain(IBAN);
  });
  it('refuses a short key of an index; indexes of two columns differ', () => {
    const key = randomBytes(32);
    expect(() => new BlindIndex(randomBytes(16), 'iban')).toThrow('iban: the key of an index must be 32 bytes, got 16');
    expect(new BlindIndex(key, 'iban').of(IBAN)).not.toBe(new BlindIndex(key, 'phone').of(IBAN));
  });
});
