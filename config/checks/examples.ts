import type { AccountIds } from '../account-ids';
import type { Mistake } from '../config-error';
import type { Loose } from '../cross-field-checks';
import { entriesOf, textOf } from './loose';

/** Examples are something to look at: nothing of them belongs where customers are served. */
export function exampleMistakes(input: Loose, _ids: AccountIds): Mistake[] {
  return entriesOf(input?.environments, 'environments').flatMap(({ path, value }) => {
    if (value?.examples === undefined) return [];
    const { enclaveImageSha384 } = value.examples ?? {};
    return [
      ...(value.profile === 'production'
        ? [{ path: `${path}.examples`, message: 'must be absent in production; move it to an environment of profile economy', value: value.examples }]
        : []),
      ...(/^0+$/.test(textOf(enclaveImageSha384) ?? '')
        ? [
            {
              path: `${path}.examples.enclaveImageSha384`,
              message: 'must not be that of an enclave in debug mode, which shows what it decrypts; start it without --debug-mode',
              value: enclaveImageSha384,
            },
          ]
        : []),
    ];
  });
}
