import { KMSClient } from '@aws-sdk/client-kms';
import { BlindIndex } from './blind-index';
import { ColumnCipher } from './column-cipher';
import { Customers } from './customers';
import { KmsDataKeys } from './data-keys';

/** The whole way with a real key: `KEY_ARN=... INDEX_KEY=... npx esbuild --bundle --platform=node main.ts | node - IBAN`. */
async function main(): Promise<void> {
  const { KEY_ARN = '', INDEX_KEY = '' } = process.env;
  const cipher = new ColumnCipher(new KmsDataKeys(new KMSClient({}), KEY_ARN));
  const customers = new Customers(cipher, new BlindIndex(Buffer.from(INDEX_KEY, 'base64'), 'iban'), console.log);
  const iban = process.argv[2] ?? '';
  const row = await customers.save('7', iban);
  console.log(`row: ${JSON.stringify(row)}`);
  console.log(`right context: ${(await customers.iban('7')) === iban ? 'decrypts' : 'WRONG'}`);
  const other = { class: 'customer', table: 'customers', column: 'iban', id: '8' };
  const refusal = await cipher.decrypt(row.iban, other).then(
    () => 'DECRYPTED',
    ({ name }: Error) => name,
  );
  console.log(`wrong context: ${refusal}`);
  console.log(`found: ${customers.find(iban).join()}`);
}

void main();
