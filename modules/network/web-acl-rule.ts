import type { Wafv2WebAclRule, Wafv2WebAclRuleAction } from '@cdktf/provider-aws/lib/wafv2-web-acl';
import type { Environment } from '../../config/blueprint';

export type Waf = Environment['waf'];
export type Action = 'count' | 'block' | 'captcha' | 'challenge';

/**
 * Bands of priorities, lowest first. A place inside a band comes from the rule itself, never from its neighbours, so that a new
 * rule changes nothing but its own lines.
 */
export const PRIORITIES = {
  indicators: 500,
  custom: 1000,
  rateLimit: 2000,
  managed: 3000,
  afterManaged: 4000,
  bodySize: 5000,
  allowList: 6000,
  notOnAllowList: 7000,
} as const;

export const metrics = (metricName: string) => ({ metricName, cloudwatchMetricsEnabled: true, sampledRequestsEnabled: true });

/** What a rule does; nothing but count while the web ACL only counts. */
export function actionOf(waf: Waf, action: Action, responseCode?: number): Wafv2WebAclRuleAction {
  const effective = waf.mode === 'count' ? 'count' : action;
  return { [effective]: effective === 'block' && responseCode ? { customResponse: { responseCode } } : {} };
}

/** A statement in Terraform's own names: CDKTF passes it on as it is. */
export type Statement = Readonly<Record<string, unknown>>;

export interface RuleProps {
  readonly name: string;
  readonly priority: number;
  readonly statement: Statement;
  readonly action: Wafv2WebAclRuleAction;
  readonly labels?: readonly string[];
}

export const rule = ({ labels = [], ...props }: RuleProps): Wafv2WebAclRule => ({
  ...props,
  ...(labels.length > 0 ? { ruleLabel: labels.map((name) => ({ name })) } : {}),
  visibilityConfig: metrics(props.name),
});

export const and = (statements: readonly Statement[]): Statement => joined('and_statement', statements);
export const or = (statements: readonly Statement[]): Statement => joined('or_statement', statements);
export const not = (statement: Statement): Statement => ({ not_statement: { statement: [statement] } });

/** AWS WAF wants at least two statements in `and` and `or`. */
function joined(kind: 'and_statement' | 'or_statement', statements: readonly Statement[]): Statement {
  const [first] = statements;
  return first && statements.length === 1 ? first : { [kind]: { statement: statements } };
}

/** Begins with a text, as it was sent. */
export const startsWith = (part: 'uri_path', text: string): Statement => ({
  byte_match_statement: {
    search_string: text,
    positional_constraint: 'STARTS_WITH',
    field_to_match: { [part]: {} },
    text_transformation: transformations(['NONE']),
  },
});

/** Done in this order. */
export const transformations = (types: readonly string[]) => types.map((type, priority) => ({ priority, type }));
