import { ASSIGNMENT, isRandom40, SHAPES } from '../../functions/credential-search/shapes';

/** Terraform would write the value itself into user data, so into state and plan. */
const REFERENCE = /\$\{[^}]*\.(?:secret|password|secret_string|private_key(?:_pem)?|result|plaintext)\}/;

/** What the text holds, or undefined. @param script is it run, so that an assignment in it counts */
export function secretShape(text: string, script: boolean): string | undefined {
  const shape = SHAPES.find(({ pattern }) => pattern.test(text))?.words ?? (isRandom40(text) ? 'an AWS secret access key' : undefined);
  if (shape) return shape;
  if (REFERENCE.test(text)) return 'a reference to a secret';
  return script && ASSIGNMENT.test(text) ? 'a secret set to a literal' : undefined;
}

/** Text that was encoded as base 64, as user data is; undefined when it was not text. */
export function decoded(text: string): string | undefined {
  if (text.length < 16 || !/^[A-Za-z0-9+/\s]+={0,2}$/.test(text)) return undefined;
  const plain = Buffer.from(text, 'base64').toString('utf8');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters tell bytes from text
  return /[\u0000-\u0008\u000e-\u001f\ufffd]/.test(plain) ? undefined : plain;
}
