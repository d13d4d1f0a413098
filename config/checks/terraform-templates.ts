import type { AccountIds } from '../account-ids';
import type { Mistake } from '../config-error';
import type { Loose } from '../cross-field-checks';
import { textsIn } from './loose';

/** Values that are escaped where they are rendered, since AWS reads `${` in them. */
const ESCAPED = 'access.attributes.';

/** Texts that Terraform would read as a template (Terraform language, "Strings and Templates"): the plan fails, or says something else. */
export function templateMistakes(input: Loose, _ids: AccountIds): Mistake[] {
  return textsIn(input).flatMap(({ keys, text }) => {
    const path = keys.join('.');
    const found = /[$%]\{/.exec(text)?.[0];
    return found && !path.startsWith(ESCAPED)
      ? [{ path, message: `holds ${found}, which Terraform reads as the start of an expression; write it without`, value: text }]
      : [];
  });
}
