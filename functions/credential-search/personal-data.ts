/** Data about people that can be told from other numbers by a check sum or a fixed form; the configuration chooses (credentialSearch.personalData). */
export const PERSONAL_DATA = ['payment-card', 'iban', 'us-social-security-number'] as const;
export type PersonalData = (typeof PERSONAL_DATA)[number];

interface Kind {
  readonly words: string;
  readonly pattern: RegExp;
  readonly holds: (digits: string) => boolean;
}

export const PERSONAL_DATA_KINDS: Readonly<Record<PersonalData, Kind>> = {
  'payment-card': {
    words: 'a payment card number',
    // 16 digits in one piece or in fours, and American Express' 15: other lengths are too often something else.
    pattern: /(?<![\w.-])(?:[2-6]\d{3}([ -]?)\d{4}\1\d{4}\1\d{4}|3[47]\d{2}([ -]?)\d{6}\2\d{5})(?![\w.-])/g,
    holds: (text) => luhn(text.replace(/[ -]/g, '')),
  },
  iban: {
    words: 'an IBAN',
    pattern: /(?<![A-Za-z0-9])[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?(?![A-Za-z0-9])/g,
    holds: (text) => ibanRemainder(text.replace(/ /g, '')) === 1,
  },
  'us-social-security-number': {
    words: 'a US social security number',
    pattern: /(?<![\w-])(?!000|666|9)\d{3}-(?!00)\d{2}-(?!0000)\d{4}(?![\w-])/g,
    holds: () => true,
  },
};

/** Every second digit from the right doubled; the same digit all over is no card. */
function luhn(digits: string): boolean {
  if (/^(\d)\1+$/.test(digits)) return false;
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 1 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}

/** ISO 13616: country and check digits go to the end, letters become numbers, the remainder by 97 is 1. */
function ibanRemainder(iban: string): number {
  if (iban.length < 15 || iban.length > 34) return -1;
  const moved = `${iban.slice(4)}${iban.slice(0, 4)}`;
  return [...moved].reduce((rest, letter) => {
    const value = Number.parseInt(letter, 36);
    return (rest * (value > 9 ? 100 : 10) + value) % 97;
  }, 0);
}
