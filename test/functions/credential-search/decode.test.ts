import { gzipSync } from 'node:zlib';
import { textsOf, textsOfUserData } from '../../../functions/credential-search/decode';
import { find } from '../../../functions/credential-search/find';
import { leastCpuMilliseconds } from '../../support/cpu-time';
import { accessKeyId, secretAccessKey } from './samples';

const base64 = (bytes: string | Buffer) => Buffer.from(bytes).toString('base64');
const key = `aws_access_key_id=${accessKeyId()}\naws_secret_access_key=${secretAccessKey()}\n`;
const found = (userData: string) => [
  ...new Set(
    textsOfUserData(userData)
      .texts.flatMap((text) => find(text, []))
      .map(({ kind }) => kind),
  ),
];
const wrapped = (text: string) => text.replace(/.{76}/g, '$&\n');
const mime = (body: string) =>
  `Content-Type: multipart/mixed; boundary="==B=="\nMIME-Version: 1.0\n\n--==B==\nContent-Type: text/x-shellscript\nContent-Transfer-Encoding: base64\n\n${body}\n--==B==--\n`;

describe('user data', () => {
  it.each([
    ['a script', base64(`#!/bin/sh\n${key}`)],
    ['gzip', base64(gzipSync(`#!/bin/sh\n${key}`))],
    ['PowerShell in UTF-16', base64(Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(`<powershell>\n${key}`, 'utf16le')]))],
    ['a part of a message in base 64', base64(mime(wrapped(base64(`#!/bin/sh\necho hello\n${key}${'# filling\n'.repeat(20)}`))))],
    ['a file of cloud-init in base 64', base64(`write_files:\n- encoding: b64\n  content: ${base64(key)}\n  owner: root\n`)],
    ['a file of cloud-init in gzip and base 64', base64(gzipSync(`write_files:\n- encoding: gz+b64\n  content: ${base64(gzipSync(key))}\n`))],
    ['a block before a word that looks like its next line', base64(`echo "\n${base64(key).replace(/=+$/, '')}\ndone\n`)],
  ])('%s', (_what, userData) => {
    expect(found(userData)).toContain('access-key');
  });

  it('what is no text is passed over, and a bomb does not go off', () => {
    expect(textsOfUserData(base64(Buffer.from([1, 2, 3, 0, 255]))).texts).toEqual([]);
    expect(textsOfUserData('').texts).toEqual([]);
    expect(textsOfUserData(base64(gzipSync('key '.repeat(16 * 1024 * 1024))))).toEqual({ texts: [], cut: true });
    expect(textsOfUserData(base64(gzipSync(key).subarray(0, 40)))).toEqual({ texts: [], cut: false });
  });

  it('nesting has an end', () => {
    let text = key;
    for (let depth = 0; depth < 10; depth++) text = base64(text);
    expect(textsOf(text).texts.length).toBeLessThan(6);
  });

  it('says when something is longer than what is looked at', () => {
    expect(textsOf('x '.repeat(200_000))).toMatchObject({ cut: true });
    expect(textsOf('x '.repeat(1000))).toMatchObject({ cut: false });
  });

  it.each(['A', 'A\n', 'AAAA\n', `${'A'.repeat(30)}\n`, `${'A'.repeat(30)} `, `${'A'.repeat(30)}\n  `])('%j again and again takes no longer', (unit) => {
    const text = unit.repeat(Math.ceil((256 * 1024) / unit.length));
    expect(leastCpuMilliseconds(2500, () => textsOf(text))).toBeLessThan(2500);
  });
});
