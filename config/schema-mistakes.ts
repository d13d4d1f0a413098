import type { z } from 'zod';
import type { Mistake } from './config-error';

/** Turns an issue of zod into the words of this project; an unknown field gives one mistake for each field. */
export function mistakeOf(issue: z.core.$ZodIssue, input: unknown): Mistake[] {
  const path = issue.path.map(String);
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      path: [...path, key].join('.'),
      message: 'is not a field of the configuration; remove it or correct its spelling, `npm run config -- --fields` lists all fields',
      value: at(input, [...path, key]),
    }));
  }
  return [{ path: path.join('.') || '(file)', message: message(issue, at(input, path)), value: at(input, path) }];
}

function message(issue: z.core.$ZodIssue, value: unknown): string {
  switch (issue.code) {
    case 'invalid_type':
      return value === undefined ? `is required and must be ${article(issue.expected)}; add it` : `must be ${article(issue.expected)}; correct it`;
    case 'invalid_value':
      return `must be one of ${issue.values.map(String).join(', ')}; choose one of these`;
    case 'invalid_key': // the message of the key's own schema says what a name must look like
      return `has a name that ${nameMessage(issue.issues[0])}; rename it`;
    case 'too_small':
    case 'too_big':
      return withRemedy(issue.message);
    default:
      return withRemedy(issue.message);
  }
}

/** Names out of a list fail as values do, with words of zod's own. */
function nameMessage(issue: z.core.$ZodIssue | undefined): string {
  if (issue?.code === 'invalid_value') return `must be one of ${issue.values.map(String).join(', ')}`;
  return issue?.message ?? 'is not allowed';
}

function withRemedy(text: string): string {
  return text.includes('; ') ? text : `${text}; correct it`;
}

function article(expected: string): string {
  const words: Record<string, string> = { record: 'an object', object: 'an object', array: 'a list', int: 'a whole number', boolean: 'true or false' };
  return words[expected] ?? `a ${expected}`;
}

function at(input: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], input);
}
