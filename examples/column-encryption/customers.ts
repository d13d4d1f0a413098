import type { BlindIndex } from './blind-index';
import type { ColumnCipher } from './column-cipher';

/** A row as the database, its backups and its administrators see it. */
export interface StoredCustomer {
  readonly id: string;
  readonly iban: string;
  readonly ibanIndex: string;
}

/** A table with one column that holds personal data. */
export class Customers {
  private readonly rows = new Map<string, StoredCustomer>();
  constructor(
    private readonly cipher: ColumnCipher,
    private readonly index: BlindIndex,
    private readonly log: (line: string) => void,
  ) {}

  async save(id: string, iban: string): Promise<StoredCustomer> {
    const row = { id, iban: await this.cipher.encrypt(iban, context(id)), ibanIndex: this.index.of(iban) };
    this.rows.set(id, row);
    this.log(`customer ${id}: saved`); // identifiers only; never the row of the caller, never an error's input
    return row;
  }

  async iban(id: string): Promise<string> {
    const row = this.rows.get(id);
    if (!row) throw new Error(`customer ${id}: is not there`);
    return this.cipher.decrypt(row.iban, context(id));
  }

  find(iban: string): string[] {
    const wanted = this.index.of(iban);
    return [...this.rows.values()].filter(({ ibanIndex }) => ibanIndex === wanted).map(({ id }) => id);
  }

  /** Rotation of the KMS key needs nothing; after a leak of data keys each value gets a new one. */
  async encryptAgain(): Promise<number> {
    for (const { id } of this.rows.values()) await this.save(id, await this.iban(id));
    return this.rows.size;
  }
}

/** Class, table, column and row: a value copied elsewhere does not open there, and a policy can ask for table and column. */
export const context = (id: string) => ({ class: 'customer', table: 'customers', column: 'iban', id });
