import { POLICY_ATTRIBUTES } from './policy-documents';
import type { StatefulInventory } from './stateful-inventory';
import type { TerraformJson } from './synthesize';

/** Attributes that hold JSON as text which reviewers want to read. */
const DECODED_ATTRIBUTES = new Set([...POLICY_ATTRIBUTES, 'content', 'event_pattern']);

/**
 * The files of rendered/ for some stacks: sorted, pretty, the same bytes on every machine; policies besides in files of their own.
 * @returns path below rendered/ -> content
 */
export function render(documents: ReadonlyMap<string, TerraformJson>): Map<string, string> {
  const files = new Map<string, string>();
  for (const [stack, document] of documents) {
    files.set(`${stack}.tf.json`, pretty(withoutMetadata(document)));
    for (const [path, policy] of policiesOf(document)) files.set(`policies/${stack}/${path}.json`, pretty(policy));
  }
  return files;
}

export const renderInventory = (inventory: StatefulInventory): string => pretty(inventory);

/** Keys in code-point order, so that no locale changes a byte. Lists keep their order: it has a meaning. */
function sorted(value: TerraformJson): TerraformJson {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map((key) => [key, sorted(value[key])]),
  );
}

const pretty = (value: TerraformJson): string => `${JSON.stringify(sorted(value), null, 2)}\n`;

/** Construct paths and versions of CDKTF say nothing about what is applied. */
function withoutMetadata(value: TerraformJson): TerraformJson {
  if (Array.isArray(value)) return value.map(withoutMetadata);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => key !== '//')
      .map(([key, member]) => [key, withoutMetadata(member)]),
  );
}

function* policiesOf(document: TerraformJson): Generator<[string, TerraformJson]> {
  for (const [type, resources] of Object.entries<TerraformJson>(document.resource ?? {})) {
    for (const [name, attributes] of Object.entries<TerraformJson>(resources)) {
      for (const [attribute, value] of Object.entries<TerraformJson>(attributes)) {
        const policy = DECODED_ATTRIBUTES.has(attribute) && typeof value === 'string' ? parsed(value) : undefined;
        if (policy) yield [`${type}.${name}.${attribute}`, policy];
      }
    }
  }
}

function parsed(text: string): TerraformJson | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // a reference to another resource, not a document
  }
}
