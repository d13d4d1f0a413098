import { PACKS_PER_ACCOUNT, readConformancePacks } from '../../lib/conformance-packs';
import type { AccountIds } from '../account-ids';
import type { Mistake } from '../config-error';
import type { Loose } from '../cross-field-checks';
import { listOf, textOf } from './loose';

/** Mistakes in rules/conformance, and packs of the configuration that are not there. */
export function conformancePackMistakes(input: Loose, _ids: AccountIds): Mistake[] {
  const { packs, mistakes } = readConformancePacks();
  const names = packs.map(({ name }) => name);
  const chosen = input?.securityServices?.conformancePacks;
  const at = 'securityServices.conformancePacks';
  return [
    ...mistakes,
    // A file that does not read is told above; then its name is known nowhere.
    ...(mistakes.length > 0 ? [] : listOf(chosen))
      .map((name, index) => ({ name: textOf(name), index }))
      .filter(({ name }) => name !== undefined && !names.includes(name))
      .map(({ name, index }) => ({
        path: `${at}.${index}`,
        message: `is no file of rules/conformance (${names.join(', ')}); correct the name or add the file`,
        value: name,
      })),
    ...((Array.isArray(chosen) ? chosen : names).length > PACKS_PER_ACCOUNT
      ? [
          {
            path: at,
            message: `must be at most ${PACKS_PER_ACCOUNT} packs (quota of an account); choose some`,
            value: (Array.isArray(chosen) ? chosen : names).length,
          },
        ]
      : []),
  ];
}
