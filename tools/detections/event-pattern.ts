import { Address4 } from 'ip-address';
import { matchesWildcard } from './text-match';

type Json = unknown;
type JsonObject = Readonly<Record<string, Json>>;
const isObject = (value: Json): value is JsonObject => typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Does an EventBridge pattern match an event? "Comparison operators for use in event patterns" (Amazon EventBridge user guide): equal
 * values, prefix, suffix, equals-ignore-case, wildcard, anything-but (of values, prefix, suffix, wildcard, equals-ignore-case), numeric,
 * cidr, exists and $or. Of an array one value is enough; of an array of objects (resources of a finding) one element must
 * match all that the pattern says below it.
 * @throws Error for an operator that EventBridge does not know, and for a value outside an array
 */
export function matchesEventPattern(pattern: Json, event: Json): boolean {
  if (!isObject(pattern)) throw new Error(`event pattern: must be an object, got ${JSON.stringify(pattern)}`);
  return matchesObject(pattern, event, '');
}

function matchesObject(pattern: JsonObject, event: Json, path: string): boolean {
  if (Object.keys(pattern).length === 0) throw new Error(`event pattern${path}: is empty`);
  // All parts are read, also after the first that does not match: a mistake in a later one must not hide.
  return Object.entries(pattern)
    .map(([key, wanted]) => {
      const here = `${path}.${key}`;
      if (key === '$or') return alternatives(wanted, here).filter((part) => matchesObject(part, event, here)).length > 0;
      const found = isObject(event) ? event[key] : undefined;
      if (Array.isArray(wanted)) return matchesLeaf(wanted, leafValues(found), here);
      if (!isObject(wanted)) throw new Error(`event pattern${here}: must be an array or an object, got ${JSON.stringify(wanted)}`);
      const elements = Array.isArray(found) ? (found.length > 0 ? found : [undefined]) : [found];
      return elements.filter((element) => matchesObject(wanted, element, here)).length > 0;
    })
    .every(Boolean);
}

function alternatives(wanted: Json, path: string): JsonObject[] {
  if (!Array.isArray(wanted) || wanted.length < 2 || !wanted.every(isObject)) throw new Error(`event pattern${path}: must be two objects or more`);
  return wanted;
}

/** Objects are no values: exists and the others look at leaves only. */
function leafValues(found: Json): Json[] {
  if (found === undefined || isObject(found)) return [];
  return Array.isArray(found) ? found.flatMap(leafValues) : [found];
}

function matchesLeaf(wanted: readonly Json[], values: readonly Json[], path: string): boolean {
  if (wanted.length === 0) throw new Error(`event pattern${path}: is an empty array, which matches nothing`);
  return wanted.map((one) => (isObject(one) ? matchesOperator(one, values, path) : values.includes(one))).some(Boolean);
}

function matchesOperator(operator: JsonObject, values: readonly Json[], path: string): boolean {
  const [name, ...more] = Object.keys(operator);
  if (!name || more.length > 0) throw new Error(`event pattern${path}: one operator at a time, got ${JSON.stringify(operator)}`);
  const operand = operator[name];
  if (name === 'exists') {
    if (typeof operand !== 'boolean') throw new Error(`event pattern${path}: exists takes true or false, got ${JSON.stringify(operand)}`);
    return values.length > 0 === operand;
  }
  const matches = name === 'anything-but' ? anythingBut(operand, path) : valueTest(name, operand, path);
  return values.some(matches);
}

function anythingBut(operand: Json, path: string): (value: Json) => boolean {
  if (!isObject(operand)) {
    const excluded = Array.isArray(operand) ? operand : [operand];
    return (value) => !excluded.includes(value);
  }
  const [name = '', inner] = Object.entries(operand)[0] ?? [];
  if (!['prefix', 'suffix', 'wildcard', 'equals-ignore-case'].includes(name)) throw new Error(`event pattern${path}: anything-but knows no ${name}`);
  const tests = (Array.isArray(inner) ? inner : [inner]).map((one) => valueTest(name, one, path));
  return (value) => !tests.some((test) => test(value));
}

function valueTest(name: string, operand: Json, path: string): (value: Json) => boolean {
  const test = TESTS[name];
  if (!test) throw new Error(`event pattern${path}: EventBridge knows no operator ${name}`);
  const ready = test(operand);
  if (!ready) throw new Error(`event pattern${path}: ${name} does not take ${JSON.stringify(operand)}`);
  return ready;
}

const ofText =
  (matches: (value: string, operand: string) => boolean) =>
  (operand: Json): ((value: Json) => boolean) | undefined => {
    const folded = isObject(operand) ? operand['equals-ignore-case'] : undefined;
    if (typeof folded === 'string') return (value) => typeof value === 'string' && matches(value.toLowerCase(), folded.toLowerCase());
    if (typeof operand === 'string') return (value) => typeof value === 'string' && matches(value, operand);
    return undefined;
  };

/** Operator -> test of a value, or undefined where the operand is none that it takes. */
const TESTS: Readonly<Record<string, (operand: Json) => ((value: Json) => boolean) | undefined>> = {
  prefix: ofText((value, operand) => value.startsWith(operand)),
  suffix: ofText((value, operand) => value.endsWith(operand)),
  'equals-ignore-case': ofText((value, operand) => value.toLowerCase() === operand.toLowerCase()),
  wildcard: ofText((value, operand) => matchesWildcard(operand, value)),
  numeric: numericRange,
  cidr: (operand) => {
    if (typeof operand !== 'string' || !Address4.isValid(operand)) return undefined;
    return (value) => typeof value === 'string' && Address4.isValid(value) && new Address4(value).isInSubnet(new Address4(operand));
  },
};

const COMPARE: Readonly<Record<string, (left: number, right: number) => boolean>> = {
  '=': (left, right) => left === right,
  '<': (left, right) => left < right,
  '<=': (left, right) => left <= right,
  '>': (left, right) => left > right,
  '>=': (left, right) => left >= right,
};

function numericRange(operand: Json): ((value: Json) => boolean) | undefined {
  if (!Array.isArray(operand) || (operand.length !== 2 && operand.length !== 4)) return undefined;
  const bounds: { readonly compare: (left: number, right: number) => boolean; readonly bound: number }[] = [];
  for (let at = 0; at < operand.length; at += 2) {
    const compare = COMPARE[operand[at] as string];
    if (!compare || typeof operand[at + 1] !== 'number') return undefined;
    bounds.push({ compare, bound: operand[at + 1] });
  }
  return (value) => typeof value === 'number' && bounds.every(({ compare, bound }) => compare(value, bound));
}
