import { createHash } from 'node:crypto';
import { minify, type PolicyDocument, type PolicyStatement, policyDocument } from './policy-document';

export interface PackedPolicy {
  readonly name: string;
  readonly document: PolicyDocument;
  /** Characters as AWS counts them: minified. */
  readonly bytes: number;
}

/**
 * Packs statements into as few policies as fit. Each goes to the policy that its Sid prefers, so that one more statement
 * changes one policy, and one more policy takes its share and leaves the others where they are (rendezvous hashing).
 * @param name prefix of the policies' names: name-1, name-2, ...
 * @param limit characters that a policy may have
 * @param fill share of them that is filled as long as no statement alone needs more; the rest is room to grow
 * @throws Error when one statement alone is too large
 */
export function pack(name: string, statements: readonly PolicyStatement[], limit: number, fill = 1): PackedPolicy[] {
  for (const statement of statements) {
    const alone = sizeOf([statement]);
    if (alone > limit) throw new Error(`policies: ${statement.Sid} has ${alone} characters, got more than the ${limit} that a policy may have; split it`);
  }
  const total = sizeOf(statements);
  const filled = Math.max(Math.floor(limit * fill), ...statements.map((statement) => sizeOf([statement])));
  for (let count = Math.max(1, Math.ceil(total / filled)); ; count++) {
    const bins = placed(statements, count, filled);
    if (bins) return bins.map((bin, index) => ({ name: `${name}-${index + 1}`, document: policyDocument(...bin), bytes: sizeOf(bin) }));
  }
}

/** Statements in a number of policies, each policy in the order given; undefined when they do not fit. */
function placed(statements: readonly PolicyStatement[], count: number, limit: number): PolicyStatement[][] | undefined {
  const bins: PolicyStatement[][] = Array.from({ length: count }, () => []);
  // The largest first: they have the fewest places to go.
  for (const statement of [...statements].sort((a, b) => sizeOf([b]) - sizeOf([a]) || (a.Sid < b.Sid ? -1 : 1))) {
    const bin = preferences(statement.Sid, count)
      .map((index) => bins[index] as PolicyStatement[])
      .find((candidate) => sizeOf([...candidate, statement]) <= limit);
    if (!bin) return undefined;
    bin.push(statement);
  }
  return bins.filter((bin) => bin.length > 0).map((bin) => statements.filter((statement) => bin.includes(statement)));
}

const preferences = (sid: string, count: number): number[] =>
  Array.from({ length: count }, (_, index) => ({ index, weight: createHash('sha256').update(`${sid} ${index}`).digest('hex') }))
    .sort((a, b) => (a.weight < b.weight ? -1 : 1))
    .map(({ index }) => index);

const sizeOf = (statements: readonly PolicyStatement[]): number => minify(policyDocument(...statements)).length;
