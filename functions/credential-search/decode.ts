import { gunzipSync } from 'node:zlib';

/** Characters that are looked at in one place, decoded: user data has 16 KB, which gzip may blow up a thousandfold. */
const LIMIT = 256 * 1024;
/** cloud-init: a part of a message in base 64, in which a file is in base 64, perhaps of gzip. */
const DEPTH = 3;
const BASE64 = /(?<![A-Za-z0-9+/=])[A-Za-z0-9+/]{24,}(?:\r?\n[ \t]{0,40}[A-Za-z0-9+/]{4,}(?=={0,2}(?:\r?\n|$)))*={0,2}/g;

export interface Texts {
  readonly texts: readonly string[];
  /** Something was longer than what is looked at. */
  readonly cut: boolean;
}

/** User data as EC2 hands it over. */
export const textsOfUserData = (base64: string): Texts => collect(Buffer.from(base64, 'base64'));

/** A text, and what is encoded in it. */
export const textsOf = (text: string): Texts => collect(Buffer.from(text, 'utf8'));

function collect(first: Buffer): Texts {
  const texts: string[] = [];
  let left = LIMIT;
  let cut = false;
  const open: { bytes: Buffer; depth: number }[] = [{ bytes: first, depth: 0 }];
  for (let next = open.shift(); next; next = open.shift()) {
    const whole = textIn(next.bytes, () => {
      cut = true;
    });
    if (whole === undefined) continue;
    const text = whole.slice(0, left);
    cut ||= text.length < whole.length;
    left -= text.length;
    if (text === '') continue;
    texts.push(text);
    if (next.depth < DEPTH) for (const [blob] of text.matchAll(BASE64)) for (const bytes of readings(blob)) open.push({ bytes, depth: next.depth + 1 });
  }
  return { texts, cut };
}

/** The line after a block may be a word of the script, which is base 64, too: with it the block is no text any more. */
const readings = (blob: string): Buffer[] => {
  const end = blob.lastIndexOf('\n');
  return [blob, ...(end < 0 ? [] : [blob.slice(0, end)])].map((one) => Buffer.from(one, 'base64'));
};

/** undefined for bytes that are no text, such as a certificate or an identifier that only looks like base 64. */
function textIn(bytes: Buffer, onTooLong: () => void): string | undefined {
  const plain = bytes[0] === 0x1f && bytes[1] === 0x8b ? unzipped(bytes, onTooLong) : bytes;
  if (plain === undefined) return undefined;
  const text = plain[0] === 0xff && plain[1] === 0xfe ? plain.toString('utf16le') : plain.toString('utf8');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters tell bytes from text
  return /[\u0000-\u0008\u000e-\u001f\ufffd]/.test(text) ? undefined : text;
}

function unzipped(bytes: Buffer, onTooLong: () => void): Buffer | undefined {
  try {
    return gunzipSync(bytes, { maxOutputLength: 16 * LIMIT });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') onTooLong(); // a bomb, and what hides behind it
    return undefined; // else no gzip after all, or damaged
  }
}
