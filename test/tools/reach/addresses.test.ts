import fc from 'fast-check';
import { type Addresses, ANYWHERE, addressesOf, INTERNET, intersection, meet, minus } from '../../../tools/reach/addresses';

const holds = (addresses: Addresses, address: number): boolean => addresses.some(([first, last]) => first <= address && address <= last);
const cidr = fc.tuple(fc.integer({ min: 0, max: 255 }), fc.integer({ min: 0, max: 32 })).map(([top, prefix]) => `${top}.${top}.128.7/${prefix}`);
const set = fc.array(cidr, { maxLength: 5 }).map((all) => all.map(addressesOf).reduce((left, one) => minus(left, one), ANYWHERE));

it('what is left, what is shared and whether anything is, for any sets and any address', () => {
  fc.assert(
    fc.property(set, set, fc.integer({ min: 0, max: 2 ** 32 - 1 }), (one, other, address) => {
      expect(holds(minus(one, other), address)).toBe(holds(one, address) && !holds(other, address));
      expect(holds(intersection(one, other), address)).toBe(holds(one, address) && holds(other, address));
      expect(meet(one, other)).toBe(intersection(one, other).length > 0);
    }),
    { numRuns: 300 },
  );
});

it.each([
  ['8.8.8.8/32', true],
  ['52.0.0.0/8', true],
  ['10.16.0.1/32', false],
  ['172.31.255.255/32', false],
  ['192.168.7.7/32', false],
  ['100.64.0.1/32', false],
  ['169.254.169.254/32', false],
  ['127.0.0.1/32', false],
  ['224.0.0.1/32', false],
])('%s is of the internet: %s', (address, expected) => {
  expect(meet(INTERNET, addressesOf(address))).toBe(expected);
});
