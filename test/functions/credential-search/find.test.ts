import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { find } from '../../../functions/credential-search/find';
import { PERSONAL_DATA, type PersonalData } from '../../../functions/credential-search/personal-data';
import { SHAPES } from '../../../functions/credential-search/shapes';
import { secretShape } from '../../../tools/leaks/secret-shapes';
import { leastCpuMilliseconds } from '../../support/cpu-time';
import { accessKeyId, card, SECRETS, secretAccessKey } from './samples';

const kinds = (text: string, personalData: readonly PersonalData[] = []) => find(text, personalData).map(({ kind }) => kind);

describe('secrets', () => {
  it.each(SECRETS)('$kind', ({ kind, text }) => {
    expect(kinds(`first line\n${text()}\nlast line\n`)).toContain(kind);
  });

  it('every shape has a sample', () => {
    expect(SHAPES.filter(({ name }) => !SECRETS.some(({ kind }) => kind === name)).map(({ name }) => name)).toEqual([]);
  });

  it.each(SECRETS.filter(({ kind }) => kind !== 'literal'))('synthesis knows $kind, too: the list is one', ({ text }) => {
    expect(secretShape(text(), true)).toBeDefined();
  });

  it('the git hook finds the same, so that no kind is refused in a commit and passed over at run time', () => {
    const folder = mkdtempSync(join(tmpdir(), 'credential-search-'));
    for (const { kind, text } of SECRETS) writeFileSync(join(folder, kind), text());
    const args = [
      join(process.cwd(), 'node_modules/secretlint/bin/secretlint.js'),
      '--format',
      'json',
      '--secretlintrc',
      join(process.cwd(), '.secretlintrc.json'),
      '*',
    ];
    const { stdout } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' });
    rmSync(folder, { recursive: true });
    const files: { filePath: string; messages: unknown[] }[] = JSON.parse(stdout);
    const found = files.filter(({ messages }) => messages.length > 0).map(({ filePath }) => basename(filePath));
    expect(found.sort()).toEqual(SECRETS.flatMap(({ kind, hook }) => (hook ? [kind] : [])).sort());
  }, 60_000);

  it('a key with its secret is graver than an id alone, and far away is alone', () => {
    const [id, secret] = [accessKeyId(), secretAccessKey()];
    expect(find(`${id} ${secret}`, [])).toMatchObject([{ kind: 'access-key', severity: 'HIGH' }]);
    expect(find(`${secret}\n${id}`, [])).toMatchObject([{ kind: 'access-key' }]);
    expect(find(`${id}\n${'-'.repeat(1000)}\n${secret}`, [])).toMatchObject([{ kind: 'access-key-id', severity: 'MEDIUM' }]);
    expect(find(`${id} 0123456789abcdef0123456789abcdef01234567`, [])).toMatchObject([{ kind: 'access-key-id' }]);
  });

  it('says the line', () => {
    expect(find(`a\nb\n${accessKeyId()}`, [])).toMatchObject([{ line: 3 }]);
  });

  it('a fingerprint tells a new secret from an old one; what can be guessed has none', () => {
    const [one, other] = [accessKeyId(), accessKeyId()];
    const of = (text: string) => find(text, [...PERSONAL_DATA])[0]?.fingerprint;
    expect(of(one)).toMatch(/^[0-9a-f]{16}$/);
    expect(of(`x ${one}`)).toBe(of(one));
    expect(of(other)).not.toBe(of(one));
    for (const text of ['DB_PASSWORD=hunter2hunter2', `amqp://app:${'x'.repeat(9)}@mq/`, card()]) expect(of(text)).toBeUndefined();
  });

  it.each([
    ['a reference at run time', 'export DB_PASSWORD=$(aws secretsmanager get-secret-value --secret-id db)'],
    ['another variable', 'DB_PASSWORD=${OTHER}'],
    ['an ARN', 'SECRET=arn:aws:secretsmanager:eu-west-1:123456789012:secret:prod/shop'],
    ['a dynamic reference', 'password: {{resolve:secretsmanager:prod/shop}}'],
    ['the name of a secret', 'SECRET_NAME=prod/shop/database'],
    ['a URL without a password', 'https://app@example.com/ https://example.com:8443/x@y'],
    ['a public key', '-----BEGIN PUBLIC KEY-----'],
    ['an image', '123456789012.dkr.ecr.eu-west-1.amazonaws.com/shop@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef'],
    ['a role id', `AROA${'A'.repeat(17)}`],
    ['an id inside a longer word', `XAKIA${'A'.repeat(16)}`],
  ])('%s is none', (_what, text) => {
    expect(kinds(text)).toEqual([]);
  });
});

describe('personal data', () => {
  it('a payment card, in one piece or in groups', () => {
    const number = card();
    expect(kinds(number, ['payment-card'])).toEqual(['payment-card']);
    expect(kinds(number.replace(/(.{4})(?!$)/g, '$1 '), ['payment-card'])).toEqual(['payment-card']);
    expect(kinds(`card=${card('37', 15)};`, ['payment-card'])).toEqual(['payment-card']);
    expect(kinds(`a first ${number.replace(/.$/, (last) => String((Number(last) + 1) % 10))}, then ${number}`, ['payment-card'])).toEqual(['payment-card']);
  });
  it.each([
    ['a wrong check digit', card().replace(/.$/, (last) => String((Number(last) + 1) % 10))],
    ['the same digit all over', '4444444444444444'],
    ['a part of a longer number', `9${card()}`],
    ['a part of an ARN', `subnet-${card()}`],
    ['a timestamp in microseconds', '1732584000000000'],
  ])('%s is no card', (_what, text) => {
    expect(kinds(text, ['payment-card'])).toEqual([]);
  });
  it('an IBAN with its check digits, and none without', () => {
    // The registry's own examples (SWIFT IBAN registry).
    for (const iban of ['DE89 3704 0044 0532 0130 00', 'GB29NWBK60161331926819', 'NO9386011117947']) expect(kinds(iban, ['iban'])).toEqual(['iban']);
    for (const text of ['DE88 3704 0044 0532 0130 00', 'GB29NWBK6016133192681X9', 'AB12CDEFGHIJKLMNOPQ']) expect(kinds(text, ['iban'])).toEqual([]);
  });
  it('a US social security number, where the configuration asks for it', () => {
    expect(kinds('SSN 123-45-6789', ['us-social-security-number'])).toEqual(['us-social-security-number']);
    expect(kinds('SSN 123-45-6789', ['payment-card', 'iban'])).toEqual([]);
    for (const text of ['000-45-6789', '666-45-6789', '912-45-6789', '123-00-6789', '123-45-0000', '1123-45-67890'])
      expect(kinds(text, ['us-social-security-number'])).toEqual([]);
  });
});

describe('a text that somebody wrote to hold the search up takes no longer than others', () => {
  const SIZE = 256 * 1024;
  const repeated = (unit: string) => unit.repeat(Math.ceil(SIZE / unit.length)).slice(0, SIZE);
  it.each(
    [
      'a',
      'A',
      '-',
      '_',
      'a-',
      'A1',
      'eyJ',
      'eyJaaaaaaaaaa.',
      'password',
      'password ',
      'password\t',
      'passwd=',
      'secret_',
      'http://',
      'a://b:',
      'a:',
      'AKIA',
      'AKIA ',
      '-----BEGIN ',
      '-----BEGIN A',
      '4',
      '4444 ',
      '4-',
      'DE89',
      'DE89 3704 ',
      '123-',
      'ghp_',
      'github_pat_',
      'xoxb-',
      'glpat-',
      ' \n',
      '\n',
    ].map((unit) => [unit]),
  )('%j', (unit) => {
    const text = repeated(unit);
    expect(leastCpuMilliseconds(2500, () => find(text, PERSONAL_DATA))).toBeLessThan(2500);
  });
});
