import type { Blueprint } from '../../config/blueprint';
import { accountNamed } from '../../config/blueprint';
import type { Finding } from './check';

/** Lines for one place of the configuration. */
export interface Lines {
  /** Dotted path of the object that they belong in, for example environments.prod. */
  readonly place: string;
  readonly text: string;
}

type Tree = { [key: string]: unknown };

/** What to paste, in TypeScript: `existing` whole, with what the configuration had in it; `importId` of accounts. */
export function existingLines(findings: readonly Finding[], blueprint: Blueprint): Lines[] {
  const places = new Map<string, Tree>();
  for (const { field, value, kind } of findings) {
    if (!field || value === undefined || kind === 'listed') continue;
    const cut = field.findIndex((key) => key === 'existing' || key === 'importId');
    const place = field.slice(0, cut).join('.');
    const tree = places.get(place) ?? (field[cut] === 'existing' ? { existing: withoutDefaults(current(place, blueprint)) } : {});
    places.set(place, tree);
    put(tree, field.slice(cut), value);
  }
  return [...places].map(([place, tree]) => ({
    place,
    text: Object.entries(tree)
      .map(([key, value]) => `${key}: ${literal(value, '')},`)
      .join('\n'),
  }));
}

function current(place: string, blueprint: Blueprint): Tree {
  if (place === 'organization') return blueprint.organization.existing;
  return accountNamed(blueprint, place.slice(place.indexOf('.') + 1)).existing;
}

/** A copy that lists only what differs from the defaults, which are false and empty. */
function withoutDefaults(value: Tree): Tree {
  return structuredClone(
    Object.fromEntries(Object.entries(value).filter(([, member]) => (member !== false && Object.keys(member as object).length !== 0) || member === true)),
  );
}

function put(tree: Tree, path: readonly string[], value: unknown): void {
  const [key = '', ...rest] = path;
  if (rest.length > 0) {
    tree[key] ??= {};
    put(tree[key] as Tree, rest, value);
  } else if (Array.isArray(value)) {
    tree[key] = [...new Set([...((tree[key] as string[] | undefined) ?? []), ...value])].sort();
  } else {
    tree[key] = value;
  }
}

/** A value as the formatter would write it. */
function literal(value: unknown, indent: string): string {
  if (typeof value === 'string') return `'${value.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
  if (Array.isArray(value)) {
    const inline = `[${value.map((entry) => literal(entry, '')).join(', ')}]`;
    if (inline.length + indent.length < 130) return inline;
    return `[\n${value.map((entry) => `${indent}  ${literal(entry, '')},\n`).join('')}${indent}]`;
  }
  if (value === null || typeof value !== 'object') return String(value);
  const members = Object.entries(value).map(
    ([key, member]) => `${indent}  ${/^[A-Za-z_$][\w$]*$/.test(key) ? key : literal(key, '')}: ${literal(member, `${indent}  `)},\n`,
  );
  return `{\n${members.join('')}${indent}}`;
}
