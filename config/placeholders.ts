import { createHash } from 'node:crypto';

/** Ids that stand in until AWS has given real ones. `npm run plan|apply|bootstrap` refuse a stack that holds one. */
export const PLACEHOLDER_ORGANIZATION = { id: 'o-exampleorgid', rootId: 'r-exam' } as const;
export const PLACEHOLDER_IDENTITY_CENTER = {
  instanceArn: 'arn:aws:sso:::instance/ssoins-0000000000000000',
  identityStoreId: 'd-0000000000',
} as const;

/** A placeholder account id: 12 digits that start with 0000, derived from the account's name. */
export function placeholderAccountId(name: string): string {
  const digest = createHash('sha256').update(`account ${name}`).digest();
  return `0000${(digest.readUIntBE(0, 6) % 100_000_000).toString().padStart(8, '0')}`;
}

/** A placeholder id of an organizational unit, derived from its path. */
export function placeholderOrganizationalUnitId(rootId: string, path: string): string {
  return `ou-${rootId.slice(2)}-0000${createHash('sha256').update(`ou ${path}`).digest('hex').slice(0, 8)}`;
}

const PLACEHOLDERS: readonly RegExp[] = [
  /(?<![0-9a-zA-Z])0000\d{8}(?![0-9a-zA-Z])/g,
  /\bou-[0-9a-z]{4,32}-0000[0-9a-f]{8}\b/g,
  /\bssoins-0{16}\b/g,
  /\bd-0{10}\b/g,
];

/** @returns the placeholder ids that a text holds, each once, sorted */
export function placeholdersIn(text: string): string[] {
  return [...new Set(PLACEHOLDERS.flatMap((pattern) => text.match(pattern) ?? []))].sort();
}
