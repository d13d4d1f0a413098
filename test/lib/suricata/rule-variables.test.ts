import { RuleImportError } from '../../../lib/suricata/rule';
import { readRuleVariables } from '../../../lib/suricata/rule-variables';

const FILE = 'rules/suricata/variables.json';
const said = (text: string): readonly string[] => {
  try {
    readRuleVariables(FILE, text);
    return [];
  } catch (error) {
    if (!(error instanceof RuleImportError)) throw error;
    return error.lines;
  }
};
const of = (addresses: object, ports: object = {}) => JSON.stringify({ addresses, ports });

it('takes addresses, networks of both families, HOME_NET, ports and ranges', () => {
  expect(said(of({ WEB: ['$HOME_NET', '203.0.113.7', '2001:db8::/32'] }, { WEB_PORTS: ['443', '8000:8100', '1024:'] }))).toEqual([]);
});

it.each([
  ['{"addresses":', [`${FILE}: is not JSON (Unexpected end of JSON input); correct it`]],
  ['{"addresses":{}}', [`${FILE}: ports is required and must be an object; add it`]],
  [of({ A: ['10.0.0.0/33'] }), [`${FILE}: addresses.A.0 must be an address, a network such as 203.0.113.0/24 or $HOME_NET, got "10.0.0.0/33"; correct it`]],
  [of({ A: ['!10.0.0.1'] }), [`${FILE}: addresses.A.0 must be an address, a network such as 203.0.113.0/24 or $HOME_NET, got "!10.0.0.1"; correct it`]],
  [of({ A: ['$OTHER'] }), [`${FILE}: addresses.A.0 must be an address, a network such as 203.0.113.0/24 or $HOME_NET, got "$OTHER"; correct it`]],
  [of({ A: [] }), [`${FILE}: addresses.A must list at least one, got []; correct it`]],
  [
    of({}, { P: ['70000', '9:1'] }),
    ['P.0', 'P.1'].map(
      (at, index) => `${FILE}: ports.${at} must be a port such as "443" or a range such as "1024:2048", got ${['"70000"', '"9:1"'][index]}; correct it`,
    ),
  ],
  [of({}, { P: [80] }), [`${FILE}: ports.P.0 must be a string, got 80; correct it`]],
])('refuses %s', (text, lines) => {
  expect(said(text)).toEqual(lines);
});

it.each(['MY-NET', '9NET', 'HOME_NET', 'N'.repeat(33)])('refuses the name %s', (name) => {
  expect(said(of({ [name]: ['10.0.0.0/8'] }))).toEqual([expect.stringContaining(`${FILE}: addresses.${name} has a name that must`)]);
});
