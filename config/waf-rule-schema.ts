import { z } from 'zod';
import { resourceName } from './fields';
import { regexMistake } from './waf-regex';

/** Transformations that tools/waf can replay; AWS WAF knows more. */
export const TEXT_TRANSFORMATIONS = [
  'NONE',
  'LOWERCASE',
  'URL_DECODE',
  'URL_DECODE_UNI',
  'HTML_ENTITY_DECODE',
  'COMPRESS_WHITE_SPACE',
  'REMOVE_NULLS',
  'REPLACE_NULLS',
  'REPLACE_COMMENTS',
  'NORMALIZE_PATH',
  'NORMALIZE_PATH_WIN',
  'CMD_LINE',
  'JS_DECODE',
  'ESCAPE_SEQ_DECODE',
  'HEX_DECODE',
  'BASE64_DECODE',
  'BASE64_DECODE_EXT',
] as const;
export type TextTransformation = (typeof TEXT_TRANSFORMATIONS)[number];

/** `2027-05-31`, a day that exists. */
export const day = z.iso.date('must be a day such as 2027-05-31');
const expiry = z.string().refine((value) => value === 'never' || day.safeParse(value).success, 'must be a day such as 2027-05-31, or never');
/** Bytes of a text to look for (AWS WAF API reference, ByteMatchStatement, read 2026-11). */
const text = z
  .string()
  .min(1, 'must not be empty')
  .refine((value) => Buffer.byteLength(value) <= 200, 'must have at most 200 bytes (AWS WAF quota)');
/** Labels take letters, digits, _ and -, with colons between their parts. */
const label = z.string().regex(/^[A-Za-z0-9_-]+(:[A-Za-z0-9_-]+)*$/, 'must be a label such as probe:admin');
const regex = z.string().superRefine((pattern, context) => {
  const message = regexMistake(pattern);
  if (message) context.addIssue({ code: 'custom', message });
});

/** What a part of the request must look like; exactly one of the operators. */
export const condition = z
  .strictObject({
    /** path, query, arguments (values of the query), body, method, headers or cookies (all values), or header:NAME. */
    part: z
      .string()
      .regex(
        /^(path|query|arguments|body|method|headers|cookies|header:[a-z0-9._-]{1,64})$/,
        'must be path, query, arguments, body, method, headers, cookies or header:NAME',
      )
      .optional(),
    regex: regex.optional(),
    equals: text.optional(),
    contains: text.optional(),
    startsWith: text.optional(),
    endsWith: text.optional(),
    /** Bytes: the part is longer. */
    longerThan: z.number().int('must be a whole number').min(0, 'must be at least 0').max(21_474_836_480, 'must be at most 21474836480').optional(),
    methods: z
      .array(z.enum(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'CONNECT', 'TRACK', 'DEBUG']))
      .min(1, 'must list at least one method')
      .optional(),
    /** Country codes of the address. */
    countries: z
      .array(z.string().regex(/^[A-Z]{2}$/, 'must be a country code such as DE'))
      .min(1, 'must list at least one country')
      .optional(),
    /** A label that an earlier rule gave: such a rule stands after the managed groups. */
    label: label.optional(),
    /** Done before looking, in this order; each costs 10 capacity units. */
    transform: z
      .array(z.enum(TEXT_TRANSFORMATIONS))
      .min(1, 'must list at least one transformation')
      .max(10, 'must list at most 10 transformations (AWS WAF quota)')
      .optional(),
    /** Matches when the rest does not. */
    not: z.literal(true).optional(),
  })
  .superRefine((value, context) => {
    const operators = OPERATORS.filter((name) => value[name] !== undefined);
    const own = ['methods', 'countries', 'label'] as const;
    const wants = (message: string) => context.addIssue({ code: 'custom', message });
    if (operators.length !== 1) return wants(`must have exactly one of ${OPERATORS.join(', ')}; write one condition for each`);
    const isOwn = own.some((name) => name === operators[0]);
    if (!isOwn && value.part === undefined) wants('must say which part of the request; add "part"');
    if (isOwn && (value.part !== undefined || value.transform !== undefined)) wants(`cannot have "part" or "transform" beside "${operators[0]}"; remove them`);
  });
export const OPERATORS = ['regex', 'equals', 'contains', 'startsWith', 'endsWith', 'longerThan', 'methods', 'countries', 'label'] as const;

const rule = z.strictObject({
  /** Name of the rule and its metric; a contract with dashboards and with `waf.rules` of the configuration. */
  name: resourceName(64).refine((name) => !RESERVED.test(name), 'must be another name; the blueprint has a rule of this name itself'),
  /** Place among the custom rules, 1 to 999, its own: a new rule moves no other. */
  order: z.number().int('must be a whole number').min(1, 'must be at least 1').max(999, 'must be at most 999'),
  /** What it stops, or lets through. */
  description: z.string().min(10, 'must say what the rule is for, in at least 10 characters'),
  /** allow marks what is normal for `waf.allowList`; it never lets an attack past the other rules. */
  action: z.enum(['allow', 'count', 'block', 'captcha', 'challenge']),
  /** Given to requests that match, for later rules and for the log. */
  label: label.optional(),
  /** A virtual patch: the holes that it covers until the software is updated. Needs an expiry. */
  cve: z
    .array(z.string().regex(/^CVE-\d{4}-\d{4,}$/, 'must be a number such as CVE-2021-44228'))
    .min(1, 'must list at least one')
    .optional(),
  /** Overrides the file's. */
  source: z.string().min(1, 'must not be empty').optional(),
  expires: expiry.optional(),
  /** The request matches one of these; conditions in an inner list must hold together. */
  any: z
    .array(z.union([condition, z.array(condition).min(2, 'must hold at least two conditions, or stand without brackets')]))
    .min(1, 'must hold at least one condition'),
});
const RESERVED = /^(rate-limit.*|body-size|not-on-allow-list|aws.*)$/i;

/** One file of rules/waf. */
export const wafRuleFile = z.strictObject({
  description: z.string().min(10, 'must say what the file is for, in at least 10 characters'),
  source: z.string().min(1, 'must say where the rules come from'),
  licence: z.string().min(1, 'must name a licence'),
  /** When somebody last looked at them. */
  date: day,
  owner: z.string().min(1, 'must name who answers for the rules'),
  expires: expiry,
  rules: z.array(rule).min(1, 'must hold at least one rule'),
});
export type WafCondition = z.output<typeof condition>;
export type ParsedWafRule = z.output<typeof rule>;
