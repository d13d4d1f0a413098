import { generateKeyPairSync, randomBytes } from 'node:crypto';

/** Made at run time: a secret in a source file would stop the commit. */
const of = (alphabet: string, length: number) => Array.from(randomBytes(length), (byte) => alphabet[byte % alphabet.length]).join('');
const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789';

export const accessKeyId = () => `AKIA${of('ABCDEFGHIJKLMNOPQRSTUVWXYZ234567', 16)}`;
/** Of the 40 letters none is + or /, for which the hook and this search have rules of their own. */
export const secretAccessKey = (): string => {
  const secret = randomBytes(30).toString('base64');
  return /^[A-Za-z0-9]+$/.test(secret) && /\d/.test(secret) ? secret : secretAccessKey();
};
export const privateKey = () => generateKeyPairSync('rsa', { modulusLength: 1024 }).privateKey.export({ type: 'pkcs1', format: 'pem' }).toString();

/** Kind -> a text that holds one. `hook`: the rules of the git hook know it, too. */
export const SECRETS: readonly { readonly kind: string; readonly text: () => string; readonly hook: boolean }[] = [
  { kind: 'access-key', text: () => `[default]\naws_access_key_id = ${accessKeyId()}\naws_secret_access_key = ${secretAccessKey()}`, hook: true },
  { kind: 'access-key-id', text: () => `key id ${accessKeyId()}.`, hook: true },
  { kind: 'private-key', text: privateKey, hook: true },
  { kind: 'github-token', text: () => `ghp_${of(LETTERS, 36)}`, hook: true },
  { kind: 'gitlab-token', text: () => `glpat-${of(LETTERS, 20)}`, hook: false },
  { kind: 'slack-token', text: () => `xoxb-${of('123456789', 12)}-${of('123456789', 12)}-${of(LETTERS, 24)}`, hook: true },
  { kind: 'npm-token', text: () => `//registry.npmjs.org/:_authToken=npm_${of(LETTERS, 36)}`, hook: true },
  { kind: 'sendgrid-key', text: () => `SG.${of(LETTERS, 22)}.${of(LETTERS, 43)}`, hook: true },
  { kind: 'stripe-key', text: () => `sk_live_${of(LETTERS, 24)}`, hook: false },
  { kind: 'json-web-token', text: () => ['eyJ', 'eyJ', ''].map((start) => `${start}${of(LETTERS, 30)}`).join('.'), hook: false },
  { kind: 'url-password', text: () => `postgres://app:${of(LETTERS, 16)}@db.internal:5432/shop`, hook: true },
  { kind: 'literal', text: () => `export DB_PASSWORD=${of(LETTERS, 16)}`, hook: false },
];

/** A number with the check digit of payment cards. */
export const card = (start = '4', length = 16): string => {
  const digits = start + of('0123456789', length - 1 - start.length);
  const sum = [...digits]
    .reverse()
    .reduce((total, digit, index) => total + [...`${Number(digit) * (index % 2 === 0 ? 2 : 1)}`].reduce((one, other) => one + Number(other), 0), 0);
  return `${digits}${(10 - (sum % 10)) % 10}`;
};
