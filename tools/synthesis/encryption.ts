import { ENCRYPTION_EXCEPTIONS, type EncryptionException } from '../../config/encryption-exceptions';
import { KeyDirectory } from './key-directory';
import type { ResourceBlock } from './resources-in';
import { COMPANIONS, STORAGE_TYPES } from './storage-types';
import type { Synthesis, TerraformJson } from './synthesize';

/** How one resource that holds data is encrypted. */
export interface Encryption {
  readonly resource: ResourceBlock;
  /** The exception that it stands in; undefined when a key of ours encrypts it. */
  readonly exception?: EncryptionException;
  /** What is wrong: `PATH: what, got value; what to do`. */
  readonly wrong?: string;
}

/** Every resource that holds data, with its key or its exception: what an intruder copies must be useless without the key of its class. */
export function encryptionOf({ documents, resources }: Pick<Synthesis, 'documents' | 'resources'>): Encryption[] {
  const keys = new KeyDirectory(documents);
  return resources
    .filter(({ type, attributes }) => type in COMPANIONS || (STORAGE_TYPES[type] && (STORAGE_TYPES[type].when?.(attributes) ?? true)))
    .map((resource) => {
      const wrong = mistake(resource, resources, keys);
      const exception = wrong === undefined ? undefined : ENCRYPTION_EXCEPTIONS.find((one) => applies(one, resource, keys));
      return { resource, ...(exception ? { exception } : wrong === undefined ? {} : { wrong }) };
    });
}

const applies = ({ type, address, withoutKeyOf }: EncryptionException, resource: ResourceBlock, keys: KeyDirectory): boolean =>
  type === resource.type &&
  (address?.test(resource.path) ?? true) &&
  (withoutKeyOf === undefined || !keys.hasKeyOf(withoutKeyOf, resource.stack, resource.attributes.region));

function mistake(resource: ResourceBlock, all: readonly ResourceBlock[], keys: KeyDirectory): string | undefined {
  const { type, stack, name, attributes } = resource;
  const companion = COMPANIONS[type];
  if (!companion) {
    const { keys: paths = [], unclassed, purposes } = STORAGE_TYPES[type] ?? {};
    return paths.map((path) => keyMistake(resource, path, keys, unclassed ? undefined : keys.classOf(resource), purposes)).find(Boolean);
  }
  const other = all.find((one) => one.stack === stack && one.type === companion.type && companion.matches(attributes, one.attributes, name));
  if (!other) return `${resource.path}: holds data that no key of ours encrypts, got no ${companion.type}; add one with the key of its class, or ${EXCEPTION}`;
  return keyMistake(other, companion.key, keys, companion.unclassed ? undefined : keys.classOf(resource));
}

const EXCEPTION = "enter AWS's rule in config/encryption-exceptions.ts";

function keyMistake(
  { stack, attributes, path: resource }: ResourceBlock,
  path: string,
  keys: KeyDirectory,
  wanted?: string,
  purposes: readonly string[] = [],
): string | undefined {
  for (const value of valuesAt(attributes, path.split('.'))) {
    const found = typeof value === 'string' ? keys.find(value, stack) : undefined;
    if (!found) return `${resource}.${path}: names no key of ours, got ${value ?? 'nothing'}; use the key of its class, or ${EXCEPTION}`;
    if (wanted !== undefined && found.dataClass !== wanted && !purposes.some((purpose) => found.aliases.includes(`alias/data/${purpose}`)))
      return `${resource}.${path}: names the key of class ${found.dataClass} for data of class ${wanted}, got ${value}; use the key of its class`;
  }
  return undefined;
}

/** Values at a path; blocks may be lists. A missing member counts: it is a block without a key. */
function valuesAt(node: TerraformJson, [first, ...rest]: readonly string[]): TerraformJson[] {
  if (first === undefined) return [node];
  const members: TerraformJson[] = [node?.[first]].flat();
  return (members.length > 0 ? members : [undefined]).flatMap((member) => (member === undefined ? [undefined] : valuesAt(member, rest)));
}
