import type { z } from 'zod';
import type { Mistake } from './config-error';
import { fieldNames, nearest } from './field-names';

/**
 * Turns what zod found into the words of this project. A value is told once, by the first thing that is wrong with it; a field
 * that is there, misspelt, is not missing.
 */
export function schemaMistakes(issues: readonly z.core.$ZodIssue[], input: unknown, schema: z.ZodType): Mistake[] {
  const mistakes = issues.flatMap((issue) => mistakesOf(issue, input, schema));
  const meant = new Set(mistakes.map((mistake) => mistake.meant));
  return mistakes
    .filter(({ path }, index) => !meant.has(path) && mistakes.findIndex((other) => other.path === path) === index)
    .map(({ meant: _meant, ...mistake }) => mistake);
}

/** `meant` is the path that was probably to be written. */
function mistakesOf(issue: z.core.$ZodIssue, input: unknown, schema: z.ZodType): (Mistake & { readonly meant?: string })[] {
  const path = issue.path.map(String);
  if (issue.code === 'unrecognized_keys') {
    const free = fieldNames(schema, path).filter((name) => at(input, [...path, name]) === undefined);
    return issue.keys.map((key) => {
      const close = nearest(key, free);
      const remedy = close ? `did you mean ${close}?` : 'remove it or correct its spelling, `npm run config -- --fields` lists all fields';
      return {
        path: [...path, key].join('.'),
        message: `is not a field of the configuration; ${remedy}`,
        value: at(input, [...path, key]),
        ...(close ? { meant: [...path, close].join('.') } : {}),
      };
    });
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
