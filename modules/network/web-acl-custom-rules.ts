import type { Wafv2WebAclRule } from '@cdktf/provider-aws/lib/wafv2-web-acl';
import type { WafCondition } from '../../config/waf-rule-schema';
import type { WafRule } from '../../lib/waf-rules';
import { actionOf, and, not, or, PRIORITIES, rule, type Statement, transformations, type Waf } from './web-acl-rule';

/** What every rule with action allow gives to its requests. */
const NORMAL = 'normal';
const PARTS: Readonly<Record<string, Statement>> = {
  path: { uri_path: {} },
  query: { query_string: {} },
  arguments: { all_query_arguments: {} },
  method: { method: {} },
  // What does not fit is looked at as far as it goes; waf.bodyLimit refuses the rest.
  body: { body: { oversize_handling: 'CONTINUE' } },
  headers: { headers: [{ match_pattern: { all: {} }, match_scope: 'VALUE', oversize_handling: 'CONTINUE' }] },
  cookies: { cookies: [{ match_pattern: { all: {} }, match_scope: 'VALUE', oversize_handling: 'CONTINUE' }] },
};
const CONSTRAINTS = { equals: 'EXACTLY', contains: 'CONTAINS', startsWith: 'STARTS_WITH', endsWith: 'ENDS_WITH' } as const;

/** Rules of rules/waf, as the environment wants them; allow-rules and the last rule only where an allow-list is asked for. */
export function customRules(rules: readonly WafRule[], waf: Waf): Wafv2WebAclRule[] {
  const active = rules.filter(
    ({ name, file, action }) =>
      (waf.ruleFiles === 'all' || waf.ruleFiles.includes(file)) && waf.rules[name] !== 'off' && (action !== 'allow' || waf.allowList !== 'off'),
  );
  return [...active.map((one) => customRule(one, waf)), ...(waf.allowList === 'off' ? [] : [notOnAllowList(waf, waf.allowList)])];
}

function customRule({ name, order, action, label, any }: WafRule, waf: Waf): Wafv2WebAclRule {
  const alternatives = any.map((one) => (Array.isArray(one) ? one : [one]));
  const chosen = waf.rules[name];
  const acting = chosen === undefined || chosen === 'off' ? action : chosen;
  const statement = or(alternatives.map((conditions) => and(conditions.map(conditionStatement))));
  // An Allow of AWS WAF ends the evaluation: an attack in a normal URL would pass the managed groups. So it only marks.
  if (acting === 'allow')
    return rule({ name, priority: PRIORITIES.allowList + order, statement, action: { count: {} }, labels: [NORMAL, ...(label ? [label] : [])] });
  const band = alternatives.flat().some((one) => one.label !== undefined) ? PRIORITIES.afterManaged : PRIORITIES.custom;
  return rule({ name, priority: band + order, statement, action: actionOf(waf, acting), labels: label ? [label] : [] });
}

const notOnAllowList = (waf: Waf, mode: 'count' | 'block'): Wafv2WebAclRule =>
  rule({
    name: 'not-on-allow-list',
    priority: PRIORITIES.notOnAllowList,
    statement: not({ label_match_statement: { scope: 'LABEL', key: NORMAL } }),
    action: actionOf(waf, mode),
    labels: ['not-on-allow-list'],
  });

export function conditionStatement(condition: WafCondition): Statement {
  const positive = positiveStatement(condition);
  return condition.not ? not(positive) : positive;
}

function positiveStatement({ part = '', transform = ['NONE'], ...condition }: WafCondition): Statement {
  const { regex, longerThan, methods, countries, label } = condition;
  if (methods) return methodStatement(methods);
  if (countries) return { geo_match_statement: { country_codes: countries } };
  if (label) return { label_match_statement: { scope: 'LABEL', key: label } };
  const inspected = {
    field_to_match: part.startsWith('header:') ? { single_header: { name: part.slice('header:'.length) } } : PARTS[part],
    text_transformation: transformations(transform),
  };
  if (regex !== undefined) return { regex_match_statement: { regex_string: terraformText(regex), ...inspected } };
  if (longerThan !== undefined) return { size_constraint_statement: { comparison_operator: 'GT', size: longerThan, ...inspected } };
  const [operator, constraint] = Object.entries(CONSTRAINTS).find(([name]) => condition[name as keyof typeof CONSTRAINTS] !== undefined) ?? [];
  const text = condition[operator as keyof typeof CONSTRAINTS];
  if (text === undefined) throw new Error('rules/waf: a condition without operator passed the schema');
  return { byte_match_statement: { search_string: terraformText(text), positional_constraint: constraint, ...inspected } };
}

/** `${` in a rule is text to look for, as in `${jndi:`; Terraform would evaluate it. */
export const terraformText = (text: string): string => text.replaceAll(/[$%]\{/g, (found) => `${found[0]}${found}`);

/** One statement for any number of methods, so that `not` adds no level: the provider takes three. */
export const methodStatement = (methods: readonly string[]): Statement => ({
  regex_match_statement: { regex_string: `^(?:${methods.join('|')})$`, field_to_match: { method: {} }, text_transformation: transformations(['NONE']) },
});
