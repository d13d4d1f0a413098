/** Values that are secrets whatever they are called. */
const SHAPES: readonly (readonly [string, RegExp])[] = [
  ['a private key', /-----BEGIN [A-Z ]*PRIVATE KEY-----/],
  ['an AWS access key id', /(?<![A-Z0-9])A(?:KIA|SIA)[A-Z2-7]{16}(?![A-Z0-9])/],
  ['a GitHub token', /(?<![A-Za-z0-9])(?:gh[pousr]_[A-Za-z0-9]{36}|github_pat_[A-Za-z0-9_]{60,})/],
  ['a Slack token', /(?<![A-Za-z0-9])xox[abpors]-[A-Za-z0-9-]{10,}/],
  ['a JSON web token', /(?<![A-Za-z0-9_-])eyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{10,}/],
  ['a URL with a password', /[a-z][a-z0-9+.-]*:\/\/[^\s:/@$]+:[^\s/@$]{3,}@[^\s/]+/i],
];

/** A line of a script that sets a secret to a literal; `$(aws secretsmanager ...)` and `$NAME` are read at run time. */
const ASSIGNMENT =
  /(?:^|[\s;"'_-])[\w-]*(?:passw(?:or)?d|passphrase|secret(?:_?access)?_?key|secret|api_?key|auth_?token)["']?\s*[=:]\s*["']?(?![$`<{]|arn:|\/|"|'|\s)(\S{6,})/im;
/** Terraform would write the value itself into user data, so into state and plan. */
const REFERENCE = /\$\{[^}]*\.(?:secret|password|secret_string|private_key(?:_pem)?|result|plaintext)\}/;

/** What the text holds, or undefined. @param script is it run, so that an assignment in it counts */
export function secretShape(text: string, script: boolean): string | undefined {
  const shape = SHAPES.find(([, pattern]) => pattern.test(text))?.[0] ?? (isSecretAccessKey(text) ? 'an AWS secret access key' : undefined);
  if (shape) return shape;
  if (REFERENCE.test(text)) return 'a reference to a secret';
  return script && ASSIGNMENT.test(text) ? 'a secret set to a literal' : undefined;
}

/** 40 letters of base 64 that look random; a SHA-1 in hex has no capitals. */
function isSecretAccessKey(text: string): boolean {
  if (!/^[A-Za-z0-9/+]{40}$/.test(text) || !/[A-Z]/.test(text) || !/[a-z]/.test(text) || !/\d/.test(text)) return false;
  return entropy(text) > MINIMUM_ENTROPY;
}
/** Bits for each character: random base 64 of this length has about 4.8, words and paths below 4.2. */
const MINIMUM_ENTROPY = 4.3;
function entropy(text: string): number {
  const counts = new Map<string, number>();
  for (const letter of text) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  return [...counts.values()].reduce((sum, count) => sum - (count / text.length) * Math.log2(count / text.length), 0);
}

/** Text that was encoded as base 64, as user data is; undefined when it was not text. */
export function decoded(text: string): string | undefined {
  if (text.length < 16 || !/^[A-Za-z0-9+/\s]+={0,2}$/.test(text)) return undefined;
  const plain = Buffer.from(text, 'base64').toString('utf8');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters tell bytes from text
  return /[\u0000-\u0008\u000e-\u001f\ufffd]/.test(plain) ? undefined : plain;
}
