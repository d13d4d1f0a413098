import type { TerraformJson } from './synthesize';

/** One resource block of the output. */
export interface ResourceBlock {
  readonly stack: string;
  readonly type: string;
  readonly name: string;
  readonly attributes: TerraformJson;
  /** `STACK/TYPE.NAME`, as errors and reports call it. */
  readonly path: string;
}

/** Every resource of a stack, types and names in the document's order. */
export function resourcesIn(stack: string, document: TerraformJson): ResourceBlock[] {
  return Object.entries<TerraformJson>(document.resource ?? {}).flatMap(([type, blocks]) =>
    Object.entries<TerraformJson>(blocks).map(([name, attributes]) => ({ stack, type, name, attributes, path: `${stack}/${type}.${name}` })),
  );
}

/** Nested blocks of a type: Terraform JSON writes one, a list or none. */
export const nestedBlocks = (value: TerraformJson): TerraformJson[] => [value ?? []].flat();
