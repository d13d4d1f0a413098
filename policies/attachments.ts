import type { PolicyStatement } from './policy-document';
export function attachments(_e: readonly { name: string }[]): Readonly<Record<string, readonly ((c: unknown) => PolicyStatement)[]>> {
  return {};
}
