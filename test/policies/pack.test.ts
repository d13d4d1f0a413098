import fc from 'fast-check';
import { type PackedPolicy, pack } from '../../policies/pack';
import { minify, type PolicyStatement, policyDocument } from '../../policies/policy-document';

const LIMIT = 5120;
const statement = (name: string, length: number): PolicyStatement => ({ Sid: name, Effect: 'Deny', Action: `s3:${'a'.repeat(length)}`, Resource: '*' });
/** Statements of the sizes that guardrails have. */
const statements = fc
  .uniqueArray(fc.stringMatching(/^Deny[A-Z][a-z]{3,12}$/), { minLength: 1, maxLength: 40 })
  .chain((sids) => fc.tuple(...sids.map((sid) => fc.integer({ min: 20, max: 1200 }).map((length) => statement(sid, length)))))
  .map((all): PolicyStatement[] => all);
const placesOf = (packs: readonly PackedPolicy[]) =>
  new Map(packs.flatMap(({ name, document }) => document.Statement.map(({ Sid }): [string, string] => [Sid, name])));

it('keeps every statement, once, whole, within the limit, as minified as it is counted', () => {
  fc.assert(
    fc.property(statements, (all) => {
      const packs = pack('p', all, LIMIT);
      expect(packs.flatMap(({ document }) => document.Statement).sort(bySid)).toEqual([...all].sort(bySid));
      for (const { document, bytes } of packs) {
        expect(bytes).toBe(minify(document).length);
        expect(bytes).toBeLessThanOrEqual(LIMIT);
        expect(minify(document)).not.toMatch(/\s/);
      }
    }),
  );
});
const bySid = (a: PolicyStatement, b: PolicyStatement) => (a.Sid < b.Sid ? -1 : 1);

it('needs few policies: at most one more than the characters ask for', () => {
  fc.assert(
    fc.property(statements, (all) => {
      const needed = Math.ceil(minify(policyDocument(...all)).length / LIMIT);
      expect(pack('p', all, LIMIT).length).toBeLessThanOrEqual(needed + 1);
    }),
  );
});

it('is deterministic: the order of the statements changes no place', () => {
  fc.assert(
    fc.property(
      statements.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
      ([all, shuffled]) => expect(placesOf(pack('p', shuffled, LIMIT))).toEqual(placesOf(pack('p', all, LIMIT))),
    ),
  );
});

const added = fc.record({ length: fc.integer({ min: 20, max: 1200 }), at: fc.nat() });
const insert = (all: readonly PolicyStatement[], { length, at }: { length: number; at: number }) => {
  const index = at % (all.length + 1);
  return [...all.slice(0, index), statement('DenyAdded', length), ...all.slice(index)];
};
const moved = (before: readonly PackedPolicy[], after: readonly PackedPolicy[]): [string, string][] => {
  const places = placesOf(before);
  return [...placesOf(after)].filter(([sid, name]) => places.has(sid) && places.get(sid) !== name);
};

it('is stable: one more statement changes one policy, wherever it stands, when that policy has room for it', () => {
  let roomy = 0;
  fc.assert(
    fc.property(statements, added, (all, one) => {
      const [before, after] = [pack('p', all, LIMIT), pack('p', insert(all, one), LIMIT)];
      if (after.length !== before.length) return;
      const home = placesOf(after).get('DenyAdded');
      const room = LIMIT - (before.find(({ name }) => name === home)?.bytes ?? 0);
      if (room <= JSON.stringify(statement('DenyAdded', one.length)).length) return;
      roomy++;
      expect(moved(before, after)).toEqual([]);
    }),
    { numRuns: 500, seed: 7 },
  );
  expect(roomy).toBeGreaterThan(250); // else the property says nothing
});

it.each([
  [
    'one statement that is larger than a policy',
    [statement('DenyLarge', 6000)],
    /^policies: DenyLarge has 61\d\d characters, got more than the 5120 that a policy may have; split it$/,
  ],
])('refuses %s', (_what, all, message) => {
  expect(() => pack('p', all, LIMIT)).toThrow(message);
});

it('names policies by number', () => {
  expect(pack('unit', [statement('DenyA', 3000), statement('DenyB', 3000)], LIMIT).map(({ name }) => name)).toEqual(['unit-1', 'unit-2']);
  expect(pack('unit', [], LIMIT)).toEqual([]);
});
