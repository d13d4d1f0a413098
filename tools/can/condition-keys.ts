import type { PolicyDocument } from '../../policies/policy-document';

const keysOf = new WeakMap<PolicyDocument, ReadonlySet<string>>();

/** Whether a policy asks for a condition key, in a condition or as a variable. Keys have no case (IAM JSON policy reference). */
export function mentions(document: PolicyDocument, key: string): boolean {
  let keys = keysOf.get(document);
  if (!keys) {
    const text = JSON.stringify(document);
    const conditions = document.Statement.flatMap(({ Condition = {} }) => Object.values(Condition).flatMap(Object.keys));
    const variables = [...text.matchAll(/\$\{([^}]+)\}/g)].map(([, variable]) => variable as string);
    keys = new Set([...conditions, ...variables].map((name) => name.toLowerCase()));
    keysOf.set(document, keys);
  }
  return keys.has(key.toLowerCase());
}

/** The same policy with a condition key under another name. */
export function withKeyRenamed(document: PolicyDocument, key: string, name: string): PolicyDocument {
  if (!mentions(document, key)) return document;
  const literal = key.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return JSON.parse(
    JSON.stringify(document)
      .replaceAll(new RegExp(`"${literal}":`, 'gi'), `"${name}":`)
      .replaceAll(new RegExp(`\\$\\{${literal}\\}`, 'gi'), `\${${name}}`),
  );
}
