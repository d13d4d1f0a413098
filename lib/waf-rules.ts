import { basename } from 'node:path';
import type { z } from 'zod';
import type { Mistake } from '../config/config-error';
import { schemaMistakes } from '../config/schema-mistakes';
import { type ParsedWafRule, wafRuleFile } from '../config/waf-rule-schema';
import { ruleFile, ruleFileNames } from './rule-files';

/** A rule of rules/waf with what its file says for all. */
export interface WafRule extends ParsedWafRule {
  /** Name of its file without `.json`. */
  readonly file: string;
  /** `rules/waf/FILE.json: rules.INDEX`, as errors call it. */
  readonly path: string;
  readonly source: string;
  /** A day, or `never`. */
  readonly expires: string;
}

export interface WafRules {
  /** In the order in which AWS WAF looks at them. */
  readonly rules: readonly WafRule[];
  readonly mistakes: readonly Mistake[];
}

/** The files of rules/waf as text, by path. */
export const wafRuleTexts = (): Map<string, string> => new Map(ruleFileNames('waf', '.json').map((path) => [`rules/${path}`, ruleFile(path)]));

const known = new Map<string, WafRules>();

/** Reads rule files: what can be read, and everything that is wrong; read anew each time, checked once for the same content. */
export function readWafRules(texts: ReadonlyMap<string, string> = wafRuleTexts()): WafRules {
  const content = JSON.stringify([...texts]);
  const before = known.get(content);
  if (before) return before;
  const rules = checkedRules(texts);
  known.clear();
  known.set(content, rules);
  return rules;
}

function checkedRules(texts: ReadonlyMap<string, string>): WafRules {
  const rules: WafRule[] = [];
  const mistakes: Mistake[] = [];
  for (const [file, text] of texts) {
    let document: unknown;
    try {
      document = JSON.parse(text);
    } catch (error) {
      mistakes.push({ path: file, message: `is not JSON (${(error as Error).message}); correct it` });
      continue;
    }
    const parsed = wafRuleFile.safeParse(document);
    if (!parsed.success) {
      mistakes.push(
        ...schemaMistakes(parsed.error.issues.map(innermost), document, wafRuleFile).map((mistake) => ({ ...mistake, path: `${file}: ${mistake.path}` })),
      );
      continue;
    }
    const { source, expires } = parsed.data;
    rules.push(...parsed.data.rules.map((rule, index) => ({ source, expires, ...rule, file: basename(file, '.json'), path: `${file}: rules.${index}` })));
  }
  rules.sort((a, b) => a.order - b.order);
  return { rules, mistakes: [...mistakes, ...rules.flatMap((rule, index) => mistakesOf(rule, rules.slice(0, index)))] };
}

/** A condition, or a list of them: zod reports both ways to fail, the reader meant one. */
function innermost(issue: z.core.$ZodIssue): z.core.$ZodIssue {
  if (issue.code !== 'invalid_union' || issue.errors.length < 2) return issue;
  const meant = issue.errors.find((issues) => issues.every(({ code, path }) => code !== 'invalid_type' || path.length > 0));
  const [first] = meant ?? [];
  return first ? innermost({ ...first, path: [...issue.path, ...first.path] }) : issue;
}

function mistakesOf(rule: WafRule, before: readonly WafRule[]): Mistake[] {
  const mistakes: Mistake[] = [];
  for (const field of ['name', 'order'] as const) {
    const other = before.find((one) => one[field] === rule[field]);
    if (other) mistakes.push({ path: `${rule.path}.${field}`, message: `is also the ${field} of ${other.path}; every rule has its own`, value: rule[field] });
  }
  if (rule.cve && rule.expires === 'never')
    mistakes.push({
      path: `${rule.path}.expires`,
      message: 'must be a day: a virtual patch stands until the software is updated; choose the day to look again',
      value: 'never',
    });
  return mistakes;
}

/** Lines for virtual patches and other rules that are past their day; they still act. */
export function expiredRules(rules: readonly WafRule[], today: string): string[] {
  return rules
    .filter(({ expires }) => expires !== 'never' && expires < today)
    .map(
      ({ path, name, expires, cve }) =>
        `${path}: rule ${name}${cve ? ` (${cve.join(', ')})` : ''} should be gone since ${expires}, still renders; remove it, or look again and choose a later day`,
    );
}
