import picomatch from 'picomatch';

/** Endings that a row leaves out. */
const ENDINGS = ['', '.ts', '.test.ts', '.sh', '.md', '.json'];

/** Paths that a row's text names, as patterns; see RequirementRow.module. */
export function pathsIn(text: string): string[] {
  let folder = '';
  return splitAt(/[,;]/, text.replaceAll(/\([^)]*\)/g, ''))
    .map((part) => part.trim().replace(/\/$/, ''))
    .filter((part) => part !== '')
    .map((part) => {
      const path = part.includes('/') ? part : `${folder}${part}`;
      folder = path.slice(0, path.lastIndexOf('/') + 1);
      return path;
    });
}

/** Patterns that match no file and no folder; one with braces counts once for each name that matches nothing. */
export function missingPaths(text: string, files: readonly string[]): string[] {
  const folders = new Set(files.flatMap((file) => file.split('/').map((_, index, parts) => parts.slice(0, index + 1).join('/'))));
  const known = [...folders];
  return pathsIn(text)
    .flatMap(alternatives)
    .filter((pattern) => {
      if (!pattern.includes('*')) return !ENDINGS.some((ending) => folders.has(pattern + ending));
      const matches = picomatch(ENDINGS.map((ending) => pattern + ending));
      return !known.some((path) => matches(path));
    });
}

/** `a/{b,c}/d` as a/b/d and a/c/d. */
function alternatives(pattern: string): string[] {
  const [, before, inside, after] = /^(.*?)\{([^}]*)\}(.*)$/.exec(pattern) ?? [];
  if (before === undefined || inside === undefined || after === undefined) return [pattern];
  return inside.split(',').flatMap((one) => alternatives(`${before}${one}${after}`));
}

/** Separators inside braces do not separate. */
const splitAt = (separator: RegExp, text: string): string[] => {
  const parts = [''];
  let depth = 0;
  for (const character of text) {
    depth += character === '{' ? 1 : character === '}' ? -1 : 0;
    if (depth === 0 && separator.test(character)) parts.push('');
    else parts[parts.length - 1] += character;
  }
  return parts;
};
