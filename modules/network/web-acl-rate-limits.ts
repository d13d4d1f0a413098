import type { Wafv2WebAclRule } from '@cdktf/provider-aws/lib/wafv2-web-acl';
import { methodStatement } from './web-acl-custom-rules';
import { actionOf, and, not, or, PRIORITIES, rule, startsWith, transformations, type Waf } from './web-acl-rule';

const TOO_MANY_REQUESTS = 429;

/** One address cannot send more than it should: to the whole site, and to single paths such as a login form. */
export function rateLimits(waf: Waf): Wafv2WebAclRule[] {
  const limit = (requests: number, seconds: number) => ({ limit: requests, aggregate_key_type: 'IP', evaluation_window_sec: seconds });
  return [
    rule({
      name: 'rate-limit',
      priority: PRIORITIES.rateLimit,
      statement: { rate_based_statement: limit(waf.requestsPerFiveMinutes, 300) },
      action: actionOf(waf, 'block', TOO_MANY_REQUESTS),
    }),
    ...waf.rateLimits.map(({ name, path, methods, requests, windowSeconds, action }, index) =>
      rule({
        name: `rate-limit-${name}`,
        priority: PRIORITIES.rateLimit + 1 + index,
        statement: {
          rate_based_statement: {
            ...limit(requests, windowSeconds),
            scope_down_statement: and([startsWith('uri_path', path), ...(methods ? [methodStatement(methods)] : [])]),
          },
        },
        action: actionOf(waf, action, TOO_MANY_REQUESTS),
      }),
    ),
  ];
}

/** Bodies that nobody sends on purpose: what a load balancer's 8 kB of inspection would not see. */
export function bodySize(waf: Waf): Wafv2WebAclRule[] {
  if (!waf.bodyLimit) return [];
  const { kilobytes, exceptPaths } = waf.bodyLimit;
  const tooLong = {
    size_constraint_statement: {
      comparison_operator: 'GT',
      size: kilobytes * 1024,
      // A body beyond what AWS WAF can measure is too long.
      field_to_match: { body: { oversize_handling: 'MATCH' } },
      text_transformation: transformations(['NONE']),
    },
  };
  const elsewhere = exceptPaths.length > 0 ? [not(or(exceptPaths.map((path) => startsWith('uri_path', path))))] : [];
  return [rule({ name: 'body-size', priority: PRIORITIES.bodySize, statement: and([tooLong, ...elsewhere]), action: actionOf(waf, 'block', 413) })];
}
