import type { RuleMistake, RuleOption, SuricataRule } from './rule';
import { TRANSPORTS } from './unsupported';

export type Split = { readonly rule: SuricataRule } | { readonly mistake: RuleMistake; readonly sid: number };

/** Splits one rule into header and options, as Suricata 7 reads it; says nothing about what the parts mean. */
export function splitRule(text: string, file: string, line: number): Split {
  const sid = Number(/[(;]\s*sid\s*:\s*(\d+)\s*;/i.exec(text)?.[1] ?? 0);
  const fail = (message: string, value?: string): Split => ({ mistake: { message, ...(value === undefined ? {} : { value }) }, sid });
  const open = text.indexOf('(');
  if (open < 0) return fail('has no options; write ACTION PROTOCOL SOURCE PORT -> DESTINATION PORT (OPTIONS)', text);
  if (!text.endsWith(')')) return fail('does not end with a closing parenthesis; close the options', text.slice(-20));
  const header = fields(text.slice(0, open));
  const [action = '', written = '', source = '', sourcePort = '', direction = '', destination = '', destinationPort = ''] = header;
  if (header.length !== 7) {
    return fail(
      'must have seven parts before its options: action, protocol, source, port, direction, destination, port; correct it',
      text.slice(0, open).trim(),
    );
  }
  // Suricata reads these in any case, and application protocols as they are written.
  const protocol = TRANSPORTS.has(written.toLowerCase()) ? written.toLowerCase() : written;
  const body = text.slice(open + 1, -1).trim();
  if (body === '') return fail('has empty options; give it at least a sid', '()');
  if (!endsOption(body)) return fail('has a last option without a semicolon; end it with one', body.slice(-30));
  const options = optionsOf(body);
  if ('message' in options) return { mistake: options, sid };
  return { rule: { text, file, line, action, protocol, source, sourcePort, direction, destination, destinationPort, options, sid } };
}

/** Parts between blanks; a list in brackets is one part, whatever blanks it has. */
function fields(header: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let part = '';
  for (const character of header) {
    if (character === '[') depth++;
    if (character === ']') depth--;
    if ((character === ' ' || character === '\t') && depth <= 0) {
      if (part !== '') parts.push(part);
      part = '';
    } else if (character !== ' ' && character !== '\t') part += character;
  }
  if (part !== '') parts.push(part);
  return parts;
}

const endsOption = (body: string): boolean => /(^|[^\\]);$/.test(body);

/** Suricata ends an option at the next semicolon without a backslash before it, within quotes as well; it looks at that one character only. */
function optionsOf(body: string): RuleOption[] | RuleMistake {
  const options: RuleOption[] = [];
  let start = 0;
  for (let end = body.indexOf(';'); end >= 0; end = body.indexOf(';', end + 1)) {
    if (body[end - 1] === '\\') continue;
    const option = body.slice(start, end).trim();
    start = end + 1;
    if (option === '') return { message: 'has an empty option (two semicolons in a row); remove one', value: ';;' };
    const colon = option.indexOf(':');
    const keyword = (colon < 0 ? option : option.slice(0, colon)).trim().toLowerCase(); // as Suricata does
    if (colon < 0) options.push({ keyword });
    else {
      const value = option.slice(colon + 1).trim();
      if (value === '') return { message: `has ${keyword} with a colon but no value; give it one or remove the colon`, value: option };
      if (unbalanced(value)) return { message: `has ${keyword} with an open quote; close it, and write \\; for a semicolon within quotes`, value: option };
      options.push({ keyword, value });
    }
  }
  return options;
}

/** A value in quotes ends with one: that is all that Suricata looks at. */
function unbalanced(value: string): boolean {
  const [opening] = /^!?\s*"/.exec(value) ?? [];
  return opening !== undefined && (value.length === opening.length || !value.endsWith('"'));
}
