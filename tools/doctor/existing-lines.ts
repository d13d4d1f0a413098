import { accountNamed, type Blueprint } from '../../config/blueprint';
import type { Finding } from './check';

/** Lines for one place of the configuration. */
export interface Lines {
  /** Dotted path of the object that they belong in, for example environments.prod. */
  readonly place: string;
  readonly text: string;
}

type Tree = { [key: string]: unknown };

/** What to paste, in TypeScript: `existing` whole, with what the configuration had in it and was true; `importId` and `displayName` of accounts. */
export function existingLines(findings: readonly Finding[], blueprint: Blueprint): Lines[] {
  const places = new Map<string, Tree>();
  for (const { kind, field, value } of findings) {
    if (!field || kind === 'listed') continue;
    const cut = field.path.findIndex((key) => ['existing', 'importId', 'displayName'].includes(key));
    const place = field.path.slice(0, cut).join('.');
    const tree = places.get(place) ?? {};
    if (field.path[cut] === 'existing') tree.existing ??= withoutDefaults(current(place, blueprint));
    places.set(place, tree);
    if (value === undefined) drop(tree, field.path.slice(cut), field.entry);
    else put(tree, field.path.slice(cut), field.entry, value);
  }
  return [...places]
    .map(([place, tree]) => ({
      place,
      text: Object.entries(tree)
        .map(([key, value]) => `${key}: ${literal(value, '')},`)
        .join('\n'),
    }))
    .filter(({ text }) => text !== '');
}

/** What the configuration says already: of a section such as organization, or of an account. */
function current(place: string, blueprint: Blueprint): Tree {
  const section = (blueprint as unknown as Record<string, { existing?: Tree }>)[place];
  return section?.existing ?? accountNamed(blueprint, place.slice(place.indexOf('.') + 1)).existing;
}

/** A copy that lists only what differs from the defaults, which are false and empty. */
function withoutDefaults(value: Tree): Tree {
  return structuredClone(Object.fromEntries(Object.entries(value).filter(([, member]) => member === true || Object.keys(member as object).length > 0)));
}

function put(tree: Tree, [key = '', ...rest]: readonly string[], entry: string | undefined, value: unknown): void {
  if (rest.length > 0) {
    tree[key] ??= {};
    put(tree[key] as Tree, rest, entry, value);
  } else {
    tree[key] = entry === undefined ? value : [...new Set([...((tree[key] as string[] | undefined) ?? []), entry])].sort();
  }
}

/** Takes a field away, and what is empty without it. */
function drop(tree: Tree, [key = '', ...rest]: readonly string[], entry: string | undefined): void {
  const member = tree[key];
  if (rest.length > 0 && member !== undefined) drop(member as Tree, rest, entry);
  else if (entry !== undefined && Array.isArray(member)) tree[key] = member.filter((candidate) => candidate !== entry);
  else delete tree[key];
  if (key !== 'existing' && key in tree && Object.keys(tree[key] as object).length === 0) delete tree[key];
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
