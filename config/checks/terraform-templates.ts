import type { AccountIds } from '../account-ids';
import type { Mistake } from '../config-error';
import type { Loose } from '../cross-field-checks';

/** Values that are escaped where they are rendered, since AWS reads `${` in them. */
const ESCAPED = 'access.attributes.';

/** Texts that Terraform would read as a template (Terraform language, "Strings and Templates"): the plan fails, or says something else. */
export function templateMistakes(input: Loose, _ids: AccountIds): Mistake[] {
  return templates(input, []);
}

function templates(value: Loose, path: readonly string[]): Mistake[] {
  if (typeof value === 'string') {
    const at = path.join('.');
    const found = /[$%]\{/.exec(value)?.[0];
    return found && !at.startsWith(ESCAPED)
      ? [{ path: at, message: `holds ${found}, which Terraform reads as the start of an expression; write it without`, value }]
      : [];
  }
  if (typeof value !== 'object' || value === null || path.length > 12) return [];
  return Object.entries(value).flatMap(([key, member]) => templates(member, [...path, key]));
}
