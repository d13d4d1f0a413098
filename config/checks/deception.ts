import type { AccountIds } from '../account-ids';
import type { Mistake } from '../config-error';
import type { Loose } from '../cross-field-checks';
import { entriesOf, textOf } from './loose';

/** Words that tell what a decoy is: its name stands in lists, logs and messages of AccessDenied. */
export const TELLING = /decoy|honey|canary|trap|bait|deception|fake|tripwire/i;

/** Decoys of accounts that there are not, and names that give them away. */
export function deceptionMistakes(input: Loose, _ids: AccountIds): Mistake[] {
  const known = [...entriesOf(input?.accounts, ''), ...entriesOf(input?.environments, '')].map(({ name }) => name);
  return entriesOf(input?.deception?.names, 'deception.names').flatMap(({ name, path, value }): Mistake[] => [
    ...(known.includes(name) ? [] : [{ path, message: `must be one of the accounts ${known.join(', ')}; correct the name`, value: name }]),
    ...entriesOf(value, path).flatMap(({ path: at, value: given }) =>
      TELLING.test(textOf(given) ?? '') ? [{ path: at, message: 'tells that it is a decoy; choose an ordinary name', value: given }] : [],
    ),
  ]);
}
