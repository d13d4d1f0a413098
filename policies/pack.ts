import type { PolicyDocument, PolicyStatement } from './policy-document';
export function pack(_name: string, _s: readonly PolicyStatement[], _limit: number): { name: string; document: PolicyDocument; bytes: number }[] {
  return [];
}
