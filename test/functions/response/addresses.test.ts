import fc from 'fast-check';
import { isWide, tooWide } from '../../../functions/response/addresses';

/** 0.0.0.0/0 in parts of a length, without what nobody has. */
const parts = (length: number): string[] => Array.from({ length: 2 ** length }, (_, index) => `${index << (8 - length)}.0.0.0/${length}`);

describe('the world, however it is written', () => {
  it.each([
    ['whole', ['0.0.0.0/0']],
    ['IPv6', ['::/0']],
    ['two halves', ['0.0.0.0/1', '128.0.0.0/1']],
    ['one half', ['128.0.0.0/1']],
    ['two halves of IPv6', ['::/1', '8000::/1']],
    ['all that is used of IPv6', ['2000::/3']],
    ['two /8 of others', ['11.0.0.0/8', '12.0.0.0/8']],
    ['what lies inside another network counts once, and two of them twice', ['52.0.0.0/8', '52.1.0.0/16', '54.0.0.0/8']],
    ['three /9', ['13.0.0.0/9', '15.0.0.0/9', '16.0.0.0/9']],
    ['a private network and much more', ['10.0.0.0/7', '8.0.0.0/7']],
    ['in capitals, with zeros', ['2000:0:0:0:0:0:0:0/3']],
    ['with an IPv4 address at its end', ['::0.0.0.0/0']],
    ['with host bits', ['203.0.113.7/1']],
  ])('%s', (_what, cidrs) => {
    expect(tooWide(cidrs).length).toBeGreaterThan(0);
  });

  it.each([2, 3, 4, 5, 6, 7, 8])('in parts of /%d: all that somebody could come from are found', (length) => {
    const found = tooWide(parts(length));
    const nobody = parts(length).filter((cidr) => !isWide(cidr));
    expect([...found, ...nobody].sort()).toEqual(parts(length).sort());
  });

  it('the rest of a group stays', () => {
    expect(tooWide(['0.0.0.0/0', '203.0.113.0/24', '104.16.0.0/13', '10.0.0.0/8'])).toEqual(['0.0.0.0/0']);
  });
});

it.each([
  ['an office', ['203.0.113.0/24', '198.51.100.7/32', '2001:db8:1::/48']],
  ['private networks', ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '100.64.0.0/10', 'fd00::/8', 'fc00::/7', 'fe80::/10']],
  ['what is for nobody', ['0.0.0.0/8', '127.0.0.0/8', '224.0.0.0/4', '240.0.0.0/4', 'ff00::/8']],
  ['a company with a network of its own', ['17.0.0.0/8']],
  [
    // Networks of that size are what content networks publish for allow-lists.
    'a content network',
    ['104.16.0.0/13', '104.24.0.0/14', '162.158.0.0/15', '172.64.0.0/13', '141.101.64.0/18', '2400:cb00::/32', '2606:4700::/32', '2a06:98c0::/29'],
  ],
  ['nothing', []],
])('%s is not the world', (_what, cidrs) => {
  expect(tooWide(cidrs)).toEqual([]);
});

it('whoever splits a network changes nothing', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 7 }), fc.integer({ min: 11, max: 99 }), fc.integer({ min: 0, max: 4 }), (length, first, depth) => {
      const base = ((first >> (8 - length)) << (8 - length)) >>> 0;
      const step = 2 ** (8 - length);
      const whole = `${base}.0.0.0/${length}`;
      const size = step * 256 ** 3;
      const split = Array.from({ length: 2 ** depth }, (_, index) => {
        const from = base * 256 ** 3 + (index * size) / 2 ** depth;
        return `${Math.floor(from / 256 ** 3)}.${Math.floor(from / 65536) % 256}.${Math.floor(from / 256) % 256}.${from % 256}/${length + depth}`;
      });
      expect(tooWide(split).length > 0).toBe(tooWide([whole]).length > 0);
    }),
  );
});

it.each([
  '',
  '10.0.0.0',
  '10.0.0.0/33',
  '10.0.0/8',
  '256.0.0.0/8',
  '::/129',
  ':::/0',
  '1::2::3/16',
  'pl-1',
  '10.0.0.0/x',
  'g::/16',
])('%j is no network: nobody takes it for a harmless one', (cidr) => {
  expect(() => isWide(cidr)).toThrow('is no network in CIDR notation');
});
