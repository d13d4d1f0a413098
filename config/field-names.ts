import { z } from 'zod';

type Definition = { readonly innerType?: z.ZodType; readonly element?: z.ZodType; readonly valueType?: z.ZodType; readonly options?: readonly z.ZodType[] };

/** Names of the fields that a schema has at a path; none where it knows no fixed ones. */
export function fieldNames(schema: z.ZodType, path: readonly string[]): string[] {
  if (schema instanceof z.ZodObject) {
    const [first, ...rest] = path;
    if (first === undefined) return Object.keys(schema.shape);
    const member = Object.hasOwn(schema.shape, first) ? (schema.shape[first] as z.ZodType) : undefined;
    return member ? fieldNames(member, rest) : [];
  }
  const { innerType, element, valueType, options } = schema.def as Definition;
  if (innerType) return fieldNames(innerType, path); // optional, default, prefault
  if (options) return options.flatMap((option) => fieldNames(option, path));
  const member = element ?? valueType;
  return member && path.length > 0 ? fieldNames(member, path.slice(1)) : [];
}

/** The name that was probably meant: at most two letters changed, added, left out or swapped, and not half of a short one. */
export function nearest(name: string, known: readonly string[]): string | undefined {
  const limit = Math.min(2, Math.floor(name.length / 3));
  const close = known
    .map((other) => ({ other, steps: distance(name.toLowerCase(), other.toLowerCase()) }))
    .filter(({ steps }) => steps <= limit)
    .sort((one, two) => one.steps - two.steps);
  return close[0]?.other;
}

/** Edits from one text to the other; two neighbours that changed places are one (Damerau's distance, restricted). */
function distance(one: string, two: string): number {
  const rows: number[][] = [[...Array(two.length + 1).keys()]];
  const at = (row: number, column: number) => rows[row]?.[column] ?? Number.POSITIVE_INFINITY;
  for (let row = 1; row <= one.length; row++) {
    const line = [row];
    rows.push(line);
    for (let column = 1; column <= two.length; column++) {
      const same = one[row - 1] === two[column - 1] ? 0 : 1;
      const swapped = one[row - 1] === two[column - 2] && one[row - 2] === two[column - 1] ? at(row - 2, column - 2) + 1 : Number.POSITIVE_INFINITY;
      line.push(Math.min(at(row - 1, column) + 1, (line[column - 1] as number) + 1, at(row - 1, column - 1) + same, swapped));
    }
  }
  return at(one.length, two.length);
}
