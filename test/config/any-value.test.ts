import { ConfigError, line } from '../../config/config-error';
import { loadBlueprint } from '../../config/load';
import brownfield from '../fixtures/brownfield';
import central from '../fixtures/central';
import everythingOn from '../fixtures/everything-on';
import { exampleIds } from '../fixtures/example';

// biome-ignore lint/suspicious/noExplicitAny: these tests break types on purpose
type Loose = any;
type Path = readonly string[];

const pathsOf = (value: Loose, path: Path = []): Path[] =>
  value !== null && typeof value === 'object' ? [path, ...Object.entries(value).flatMap(([key, member]) => pathsOf(member, [...path, key]))] : [path];
const memberAt = (value: Loose, path: Path): Loose => path.reduce((member, key) => member?.[key], value);
const VALUES: readonly Loose[] = [null, {}, 7, 'zz'];

/** What is told when a value is replaced; undefined when that is accepted. @throws whatever is no ConfigError */
function told(base: Loose, path: Path, value: Loose): string[] | undefined {
  const input = structuredClone(base);
  memberAt(input, path.slice(0, -1))[path.at(-1) as string] = value;
  try {
    loadBlueprint(input, exampleIds());
    return undefined;
  } catch (error) {
    if (!(error instanceof ConfigError)) throw new Error(`${path.join('.')} = ${String(value)}: ${(error as Error).stack}`);
    return error.mistakes.map((mistake) => line(mistake).trim());
  }
}

it('any value in any place is told as a mistake or taken, never a crash; a place is told once', () => {
  const seen = new Set<string>();
  const wrong: string[] = [];
  for (const base of [everythingOn(), central(), brownfield()] as Loose[]) {
    for (const path of pathsOf(base)) {
      const place = path.join('.');
      // Environments are alike, and so are contacts and assignments: one of each is enough.
      if (place === '' || seen.has(place) || /^environments\.(dev|test)\.|contacts\.(billing|operations)\.|assignments\.[1-9]/.test(place)) continue;
      seen.add(place);
      for (const value of VALUES) {
        const lines = told(base, path, value) ?? [];
        const shapeless = lines.filter((text) => !/^[^ ].*: .+, got .+; .+$/s.test(text));
        const here = lines.filter((text) => text.startsWith(`${place}: `));
        wrong.push(...shapeless, ...here.slice(1));
      }
    }
  }
  expect(seen.size).toBeGreaterThan(200);
  expect(wrong).toEqual([]);
}, 120_000);
