import type { TerraformJson } from '../synthesis/synthesize';

/** What a plan says of a resource's values beside the values themselves: `true` where all of it is, a structure alike where parts are. */
type Marks = TerraformJson;

/** Values of a plan as they may be printed: a secret is none of a log's business, and what AWS decides is not known yet. */
export function printable(value: TerraformJson, sensitive: Marks, unknown: Marks = undefined): TerraformJson {
  if (sensitive === true) return '(sensitive)';
  if (unknown === true) return '(known after apply)';
  if (Array.isArray(value) || Array.isArray(unknown)) {
    const length = Math.max(value?.length ?? 0, Array.isArray(unknown) ? unknown.length : 0);
    return Array.from({ length }, (_, index) => printable(value?.[index], sensitive?.[index], unknown?.[index]));
  }
  const isStructure = (one: TerraformJson) => one !== null && typeof one === 'object';
  if (!isStructure(value) && !isStructure(unknown)) return value;
  const keys = new Set([...Object.keys(value ?? {}), ...Object.keys(isStructure(unknown) ? unknown : {})]);
  return Object.fromEntries([...keys].map((key) => [key, printable(value?.[key], sensitive?.[key], unknown?.[key])]));
}
