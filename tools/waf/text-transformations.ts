/**
 * Text transformations of AWS WAF, on bytes: each character of a text is one byte (`latin1`), as AWS WAF looks at requests.
 * AWS WAF developer guide, "Using text transformations"; where it says nothing, ModSecurity's reference, which it follows.
 */
const character = (code: number) => String.fromCharCode(code & 0xff);

/** Full-width forms of ASCII, U+FF01 to U+FF5E, are what they look like; of others only the lower byte is kept. */
const narrow = (code: number) => character(code >= 0xff01 && code <= 0xff5e ? code - 0xfee0 : code);

const urlDecode = (text: string) => text.replaceAll(/\+|%([0-9a-f]{2})/gi, (_found, hex?: string) => (hex ? character(Number.parseInt(hex, 16)) : ' '));

const urlDecodeUni = (text: string) =>
  text.replaceAll(/\+|%(?:u([0-9a-f]{4})|([0-9a-f]{2}))/gi, (_found, wide?: string, hex?: string) =>
    wide ? narrow(Number.parseInt(wide, 16)) : hex ? character(Number.parseInt(hex, 16)) : ' ',
  );

const ENTITIES: Readonly<Record<string, string>> = { quot: '"', nbsp: '\u00a0', lt: '<', gt: '>', amp: '&' };
const htmlEntityDecode = (text: string) =>
  text.replaceAll(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(quot|nbsp|lt|gt|amp));?/gi, (_found, hex?: string, decimal?: string, name?: string) =>
    name ? (ENTITIES[name.toLowerCase()] ?? '') : character(hex ? Number.parseInt(hex, 16) : Number(decimal)),
  );

const SHORT: Readonly<Record<string, string>> = { a: '\x07', b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' };
const jsDecode = (text: string) =>
  text.replaceAll(/\\(?:u([0-9a-f]{4})|x([0-9a-f]{2})|([0-3]?[0-7]{1,2})|([\s\S]))/gi, (_found, wide?: string, hex?: string, octal?: string, other?: string) =>
    wide
      ? narrow(Number.parseInt(wide, 16))
      : hex
        ? character(Number.parseInt(hex, 16))
        : octal
          ? character(Number.parseInt(octal, 8))
          : (SHORT[other ?? ''] ?? other ?? ''),
  );
const escapeSequenceDecode = (text: string) =>
  text.replaceAll(/\\(?:x([0-9a-f]{2})|0?([0-3]?[0-7]{1,2})|([abfnrtv\\?'"]))/gi, (_found, hex?: string, octal?: string, other?: string) =>
    hex ? character(Number.parseInt(hex, 16)) : octal ? character(Number.parseInt(octal, 8)) : (SHORT[other ?? ''] ?? other ?? ''),
  );

const commandLine = (text: string) =>
  text
    .replaceAll(/[\\"'^]/g, '')
    .replaceAll(/[,;]/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ +([/(])/g, '$1')
    .replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase());

/** Slashes once, no `.`, and `..` taken back as far as there is something to take back. */
function normalizePath(text: string): string {
  const rooted = text.startsWith('/');
  const parts: string[] = [];
  for (const part of text.split('/')) {
    if (part === '' || part === '.') continue;
    const last = parts.at(-1);
    if (part !== '..') parts.push(part);
    else if (last !== undefined && last !== '..') parts.pop();
    else if (!rooted) parts.push(part);
  }
  const open = text.endsWith('/') && parts.length > 0 ? '/' : '';
  return `${rooted ? '/' : ''}${parts.join('/')}${open}`;
}

const base64 = (text: string) => Buffer.from(text, 'base64').toString('latin1');

const TRANSFORMATIONS: Readonly<Record<string, (text: string) => string>> = {
  NONE: (text) => text,
  LOWERCASE: (text) => text.replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase()),
  URL_DECODE: urlDecode,
  URL_DECODE_UNI: urlDecodeUni,
  HTML_ENTITY_DECODE: htmlEntityDecode,
  COMPRESS_WHITE_SPACE: (text) => text.replaceAll(/[\f\t\n\r\v\u00a0 ]+/g, ' '),
  REMOVE_NULLS: (text) => text.replaceAll('\0', ''),
  REPLACE_NULLS: (text) => text.replaceAll('\0', ' '),
  // An open comment ends with the text; a closing mark alone stays.
  REPLACE_COMMENTS: (text) => text.replaceAll(/\/\*[\s\S]*?(?:\*\/|$)/g, ' '),
  NORMALIZE_PATH: normalizePath,
  NORMALIZE_PATH_WIN: (text) => normalizePath(text.replaceAll('\\', '/')),
  CMD_LINE: commandLine,
  JS_DECODE: jsDecode,
  ESCAPE_SEQ_DECODE: escapeSequenceDecode,
  HEX_DECODE: (text) => Buffer.from(text, 'hex').toString('latin1'),
  // The strict one stops at what is no Base64.
  BASE64_DECODE: (text) => base64(/^[A-Za-z0-9+/]*={0,2}/.exec(text)?.[0] ?? ''),
  BASE64_DECODE_EXT: (text) => base64(text.replaceAll(/[^A-Za-z0-9+/]/g, '')),
};

/** @throws Error for a transformation that this does not know: no rule passes because it was misread */
export function transform(text: string, types: readonly string[]): string {
  return types.reduce((current, type) => {
    const apply = TRANSFORMATIONS[type];
    if (!apply) throw new Error(`text_transformation: is not known here, got ${type}; use one of ${Object.keys(TRANSFORMATIONS).join(', ')}`);
    return apply(current);
  }, text);
}
