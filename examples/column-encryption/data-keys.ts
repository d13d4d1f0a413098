import { DecryptCommand, GenerateDataKeyCommand, type KMSClient } from '@aws-sdk/client-kms';

/** What a value belongs to. Bound to the ciphertext, and written to CloudTrail in plain text: identifiers only, never personal data. */
export type EncryptionContext = Readonly<Record<string, string>>;

export interface DataKey {
  readonly plaintext: Uint8Array;
  /** The data key under the KMS key: stored beside the ciphertext. */
  readonly encrypted: Uint8Array;
}

/** Makes and opens data keys. An interface, so that tests need neither network nor KMS. */
export interface DataKeys {
  generate(context: EncryptionContext): Promise<DataKey>;
  open(encrypted: Uint8Array, context: EncryptionContext): Promise<Uint8Array>;
}

/** Data keys of AWS KMS: the key policy decides who opens them, and for which context. */
export class KmsDataKeys implements DataKeys {
  constructor(
    private readonly kms: KMSClient,
    /** ARN of the key of the class; an alias could be moved to somebody else's key. */
    private readonly keyArn: string,
  ) {}

  async generate(context: EncryptionContext): Promise<DataKey> {
    const { Plaintext, CiphertextBlob } = await this.kms.send(
      new GenerateDataKeyCommand({ KeyId: this.keyArn, KeySpec: 'AES_256', EncryptionContext: { ...context } }),
    );
    if (!Plaintext || !CiphertextBlob) throw new Error(`${this.keyArn}: KMS answered without a data key; try again`);
    return { plaintext: Plaintext, encrypted: CiphertextBlob };
  }

  async open(encrypted: Uint8Array, context: EncryptionContext): Promise<Uint8Array> {
    // KeyId: otherwise KMS opens whatever key the ciphertext names, also one that an attacker made and shared.
    const { Plaintext } = await this.kms.send(new DecryptCommand({ KeyId: this.keyArn, CiphertextBlob: encrypted, EncryptionContext: { ...context } }));
    if (!Plaintext) throw new Error(`${this.keyArn}: KMS answered without a data key; try again`);
    return Plaintext;
  }
}
