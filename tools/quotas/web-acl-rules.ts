import { nestedBlocks } from '../synthesis/resources-in';
import type { TerraformJson } from '../synthesis/synthesize';

/**
 * A text transformation. AWS may count one that several rules apply to the same component once (developer guide, "Web ACL capacity units"): for
 * the quota each is counted, which is never too low, for the price equal ones once.
 */
export const TRANSFORMATION = 10;

/** The rules of a web ACL or rule group, whichever way they are written. */
export const rulesOf = ({ rule, rule_json: json }: TerraformJson): TerraformJson[] =>
  nestedBlocks(typeof json === 'string' ? withSnakeKeys(JSON.parse(json)) : rule);

const snake = (key: string): string =>
  key
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1_$2')
    .toLowerCase();

/** rule_json writes the API's names: ByteMatchStatement. */
function withSnakeKeys(value: TerraformJson): TerraformJson {
  if (Array.isArray(value)) return value.map(withSnakeKeys);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [snake(key), withSnakeKeys(member)]));
}

/** Units of transformations that an earlier statement applies to the same component in the same order. */
export function repeatedTransformations(attributes: TerraformJson): number {
  const done = new Set<string>();
  let repeated = 0;
  const look = (value: TerraformJson): void => {
    if (value === null || typeof value !== 'object') return;
    const types = nestedBlocks(value.text_transformation ?? value.text_transformations)
      .sort((a, b) => a.priority - b.priority)
      .map(({ type }) => type as string)
      .filter((type) => type !== 'NONE');
    for (const index of types.keys()) {
      const key = JSON.stringify([value.field_to_match, types.slice(0, index + 1)]);
      if (done.has(key)) repeated += TRANSFORMATION;
      done.add(key);
    }
    for (const member of Object.values<TerraformJson>(value)) look(member);
  };
  look(rulesOf(attributes));
  return repeated;
}
