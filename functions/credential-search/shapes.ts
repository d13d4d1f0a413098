/** A kind of secret that is known by its looks, whatever it is called. */
export interface Shape {
  /** Stable: part of a finding's id. */
  readonly name: string;
  readonly words: string;
  readonly pattern: RegExp;
}

/**
 * The one list: synthesis (tools/leaks) looks for these in what is committed, this function in what runs; a test holds the git hook against it.
 * Texts are written by others: no pattern may take more than linear time, so every repetition before another one has an upper end,
 * and no match starts in the middle of what another start has read.
 */
export const SHAPES: readonly Shape[] = [
  { name: 'private-key', words: 'a private key', pattern: /-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----/ },
  { name: 'access-key-id', words: 'an AWS access key id', pattern: /(?<![A-Z0-9])A(?:KIA|SIA)[A-Z2-7]{16}(?![A-Z0-9])/ },
  { name: 'github-token', words: 'a GitHub token', pattern: /(?<![A-Za-z0-9])(?:gh[pousr]_[A-Za-z0-9]{36}|github_pat_[A-Za-z0-9_]{60,})/ },
  { name: 'gitlab-token', words: 'a GitLab token', pattern: /(?<![A-Za-z0-9])gl(?:pat|dt|rt|ptt)-[A-Za-z0-9_-]{20,}/ },
  { name: 'slack-token', words: 'a Slack token', pattern: /(?<![A-Za-z0-9])xox[abpors]-[A-Za-z0-9-]{10,}/ },
  { name: 'npm-token', words: 'an npm token', pattern: /(?<![A-Za-z0-9])npm_[A-Za-z0-9]{36}(?![A-Za-z0-9])/ },
  { name: 'sendgrid-key', words: 'a SendGrid key', pattern: /(?<![A-Za-z0-9])SG\.[\w-]{22}\.[\w-]{43}(?![\w-])/ },
  { name: 'stripe-key', words: 'a live Stripe key', pattern: /(?<![A-Za-z0-9])[rs]k_live_[A-Za-z0-9]{24,}/ },
  { name: 'json-web-token', words: 'a JSON web token', pattern: /(?<![A-Za-z0-9_-])eyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{10,}/ },
  {
    name: 'url-password',
    words: 'a URL with a password',
    pattern: /(?<![a-z0-9+.-])[a-z][a-z0-9+.-]{0,30}:\/\/[^\s:/@$]{1,200}:[^\s/@$]{3,200}@[^\s/]/i,
  },
];

/** A line of a script that sets a secret to a literal; `$(aws secretsmanager ...)` and `$NAME` are read at run time. */
export const ASSIGNMENT =
  /(?:^|[\s;"'_-])[\w-]{0,40}(?:passw(?:or)?d|passphrase|secret(?:_?access)?_?key|secret|api_?key|auth_?token)["']?[^\S\n]{0,20}[=:][^\S\n]{0,20}["']?(?![$`<{]|arn:|\/|"|'|\s)(\S{6,200})/im;

/** 40 letters of base 64 that look random: an AWS secret access key, perhaps. A SHA-1 in hex has no capitals. */
export const isRandom40 = (text: string): boolean =>
  /^[A-Za-z0-9/+]{40}$/.test(text) && /[A-Z]/.test(text) && /[a-z]/.test(text) && /\d/.test(text) && entropy(text) > MINIMUM_ENTROPY;

/** Bits for each character: random base 64 of this length has about 4.8, words and paths below 4.2. */
const MINIMUM_ENTROPY = 4.3;
function entropy(text: string): number {
  const counts = new Map<string, number>();
  for (const letter of text) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  return [...counts.values()].reduce((sum, count) => sum - (count / text.length) * Math.log2(count / text.length), 0);
}
