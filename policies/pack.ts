import { minify, type PolicyDocument, type PolicyStatement, policyDocument } from './policy-document';

export interface PackedPolicy {
  readonly name: string;
  readonly document: PolicyDocument;
  /** Characters as AWS counts them: minified. */
  readonly bytes: number;
}

/**
 * Packs statements into as few policies as fit, in the order given: a new statement at the end changes the last policy only.
 * @param name prefix of the policies' names: name-1, name-2, ...
 * @param limit characters that a policy may have
 * @throws Error when one statement alone is too large
 */
export function pack(name: string, statements: readonly PolicyStatement[], limit: number): PackedPolicy[] {
  const bins: PolicyStatement[][] = [];
  for (const statement of statements) {
    const alone = minify(policyDocument(statement)).length;
    if (alone > limit) throw new Error(`policies/scp: ${statement.Sid} has ${alone} characters, got more than the ${limit} that a policy may have; split it`);
    const last = bins.at(-1);
    if (last && minify(policyDocument(...last, statement)).length <= limit) last.push(statement);
    else bins.push([statement]);
  }
  return bins.map((bin, index) => {
    const document = policyDocument(...bin);
    return { name: `${name}-${index + 1}`, document, bytes: minify(document).length };
  });
}
