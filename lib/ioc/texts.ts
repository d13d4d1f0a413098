import type { Checked } from './addresses';

const HASH_NAMES: Readonly<Record<number, string>> = { 32: 'MD5', 40: 'SHA-1', 64: 'SHA-256' };
/** Of the empty file: every log has it. */
const EMPTY = new Set([
  'd41d8cd98f00b204e9800998ecf8427e',
  'da39a3ee5e6b4b0d3255bfef95601890afd80709',
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
]);

export function checkHash(text: string): Checked {
  const value = text.toLowerCase();
  if (!/^[0-9a-f]+$/.test(value) || !HASH_NAMES[value.length])
    return { wrong: `must be 32, 40 or 64 hexadecimal digits (${Object.values(HASH_NAMES).join(', ')}); correct it` };
  if (EMPTY.has(value) || /^(.)\1+$/.test(value)) return { wrong: 'is the hash of nothing, which is everywhere; remove it' };
  return { value };
}

/** What honest software calls itself, this project's own among it. */
const HONEST = [
  'mozilla/5.0',
  'aws-cli',
  'aws-sdk',
  'boto3',
  'botocore',
  'terraform',
  'hashicorp',
  'amazonaws.com',
  'aws internal',
  'curl/',
  'python-requests',
  'go-http-client',
];

/** Looked for anywhere in a user agent, upper and lower case alike. */
export function checkUserAgent(text: string): Checked {
  const value = text.trim();
  if (!/^[ -~]{6,200}$/.test(value)) return { wrong: 'must be a part of a user agent, 6 to 200 printable ASCII characters; correct it' };
  const honest = HONEST.find((own) => own.includes(value.toLowerCase()) || own === value.toLowerCase());
  return honest ? { wrong: `is found in honest user agents too (${honest}); write more of it` } : { value };
}

/** A principal or resource of an attacker; `*` stands for anything. It names an account that is not ours, or a bucket. */
export function checkArn(text: string): Checked {
  const [arn, partition, service = '', , account = '', ...resource] = text.split(':');
  const name = resource.join(':');
  if (arn !== 'arn' || partition !== 'aws' || !/^[a-z0-9-]+$/.test(service) || name === '' || /[\s"'?]/.test(text))
    return { wrong: 'must be an ARN of partition aws, with * for anything, such as arn:aws:iam::111122223333:*; correct it' };
  if (/^\d{12}$/.test(account)) return { value: text };
  if (account !== '') return { wrong: 'must name its account by 12 digits; correct it' };
  return service === 's3' && /^[a-z0-9.-]{3,63}(\/.*)?$/.test(name)
    ? { value: text }
    : { wrong: 'names no account and no bucket, so that it may be ours; write the account, or arn:aws:s3:::NAME' };
}
