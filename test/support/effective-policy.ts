import type { TerraformJson } from '../../tools/synthesis/synthesize';

const SEAL = '@@operators_allowed_for_child_policies';

/**
 * The effective policy that AWS Organizations computes from policies of one management type, root first, one list for each level
 * (user guide, "Viewing effective management policies"). Knows `@@assign` and sealing, which is all that we write.
 * @throws Error for other operators, for a sealed branch that is written again, and for two policies of one level that disagree:
 * AWS would settle each of these without a word
 */
export function effectivePolicy(levels: readonly (readonly TerraformJson[])[]): TerraformJson {
  const values = new Map<string, { value: string; level: number }>();
  const sealed = new Map<string, number>();
  levels.forEach((documents, level) => {
    for (const document of documents) {
      for (const { path, operator, value } of leaves(document, [])) {
        const key = path.join('/');
        for (const [branch, where] of sealed) if (where < level && `${key}/`.startsWith(`${branch}/`)) throw new Error(`${key}: is sealed further up`);
        if (operator === SEAL) {
          if (JSON.stringify(value) !== '["@@none"]') throw new Error(`${key}: ${JSON.stringify(value)} is no seal that we know`);
          sealed.set(key, level);
        } else if (operator === '@@assign') {
          const text = JSON.stringify(value);
          const other = values.get(key);
          if (other && other.level === level && other.value !== text) throw new Error(`${key}: is ${other.value} and ${text} on one level`);
          values.set(key, { value: text, level });
        } else throw new Error(`${key}: ${operator} is no operator that we know`);
      }
    }
  });
  const effective: TerraformJson = {};
  for (const [key, { value }] of values) {
    const path = key.split('/');
    const last = path.pop() as string;
    let node = effective;
    for (const part of path) {
      node[part] ??= {};
      node = node[part];
    }
    node[last] = JSON.parse(value);
  }
  return effective;
}

function leaves(node: TerraformJson, path: string[]): { path: string[]; operator: string; value: unknown }[] {
  if (node === null || typeof node !== 'object' || Array.isArray(node))
    throw new Error(`${path.join('/')}: ${JSON.stringify(node)} stands without an operator`);
  return Object.entries<TerraformJson>(node).flatMap(([key, value]) =>
    key.startsWith('@@') ? [{ path, operator: key, value }] : leaves(value, [...path, key]),
  );
}
