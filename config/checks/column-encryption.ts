import type { AccountIds } from '../account-ids';
import type { Mistake } from '../config-error';
import type { Loose } from '../cross-field-checks';
import { entriesOf, listOf, textOf } from './loose';

const same = (table: string): string => table.toLowerCase().replaceAll(/[-_]/g, '');

/** Tables that would share a statement, and roles that must not open a value: people and the platform read no columns, administrators no data. */
export function columnEncryptionMistakes(input: Loose, _ids: AccountIds): Mistake[] {
  return entriesOf(input?.dataClasses, 'dataClasses').flatMap(({ path, value }) => {
    const tables = listOf(value?.columnEncryption);
    const administrators: string[] = listOf(value?.administrators?.roles).filter((role) => textOf(role) !== undefined);
    const names = tables.map((entry) => textOf(entry?.table));
    return tables.flatMap((entry, index): Mistake[] => {
      const at = `${path}.columnEncryption.${index}`;
      const name = names[index];
      const twice = name !== undefined && names.slice(0, index).some((other) => other !== undefined && same(other) === same(name));
      return [
        ...(twice ? [{ path: `${at}.table`, message: 'is the name of another entry, hyphens apart; put the roles into one', value: name }] : []),
        ...['roles', 'writers'].flatMap((kind) =>
          listOf(entry?.[kind]).flatMap((role, position) => {
            const message = textOf(role) === undefined ? undefined : mistakeIn(role, administrators, kind === 'writers' ? listOf(entry?.roles) : []);
            return message ? [{ path: `${at}.${kind}.${position}`, message, value: role }] : [];
          }),
        ),
      ];
    });
  });
}

function mistakeIn(role: string, administrators: readonly string[], readers: readonly unknown[]): string | undefined {
  if (/^(platform|aws-reserved|aws-service-role)\//.test(role)) return 'is a role of the platform or of AWS; name the role of the application';
  if (administrators.some((other) => other === role || (other.endsWith('*') && role.startsWith(other.slice(0, -1)))))
    return 'also administers the keys of this class, and who administers a key must not use it; remove it from one of the two';
  return readers.includes(role) ? 'stands in roles already, which write, too; remove it here' : undefined;
}
