import { z } from 'zod';
import { resourceName, usd } from './fields';
import { MANAGED_GROUPS } from './waf-managed-groups';

/** A path of the site, as the request has it. */
const path = z.string().regex(/^\/[\w./~%-]*$/, 'must be a path such as /login');
/** Where a field stands in a request: a name in a form, a JSON pointer in a document. */
const fieldName = z.string().regex(/^[\w./-]{1,512}$/, 'must be the name of a form field such as username, or a JSON pointer such as /user/name');
const header = z.string().regex(/^[a-z0-9-]{1,64}$/, 'must be the name of a header in lower case');
const seconds = (min: number) =>
  z.number().int('must be a whole number').min(min, `must be at least ${min}`).max(259_200, 'must be at most 259200 (three days)').default(300);
const requests = z.number().int('must be a whole number').min(10, 'must be at least 10').max(2_000_000_000, 'must be at most 2000000000');
const acting = z.enum(['count', 'block', 'captcha', 'challenge']);

const managedGroup = z.strictObject({
  /** count observes, block lets the group's own actions act, off leaves it out. Default block. */
  mode: z.enum(['off', 'count', 'block']).default('block'),
  /** Single rules that act otherwise, by name: the ones that your traffic would trip over. Default none. */
  rules: z.record(z.string(), z.enum(['allow', ...acting.options])).default({}),
});

const rateLimit = z.strictObject({
  /** Becomes the name of the rule and of its metric. */
  name: resourceName(40),
  /** The limit counts requests whose path begins with this. */
  path,
  /** Only requests of these methods; all when left out. */
  methods: z
    .array(z.enum(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']))
    .min(1, 'must list at least one method')
    .optional(),
  /** Requests that one address may send in the window. */
  requests,
  /** Seconds: 60, 120, 300 or 600 (AWS WAF). Default 300. */
  windowSeconds: z.literal([60, 120, 300, 600]).default(300),
  /** What happens above it. Default block. */
  action: acting.default('block'),
});

const acknowledged = {
  /** Must be 10: the price of the group for each web ACL and month; requests come on top (docs/costs.md). */
  acknowledgeMonthlyCostUsd: usd.optional(),
};
const credentials = {
  /** Form of the requests. */
  payload: z.enum(['JSON', 'FORM_ENCODED']),
  usernameField: fieldName,
  passwordField: fieldName,
};

/** AWS WAF of one environment. Each rule costs 1 USD a month: groups, rate limits, rules of rules/waf. */
export const waf = z.strictObject({
  /**
   * The web ACL for load balancers, APIs and user pools: 5 USD a month and 1 for each rule. Default: where something can be reached, that is with
   * network.publicIngress, Shield Advanced or examples; true also for an API Gateway, which needs no way into the network.
   */
  regional: z.boolean().optional(),
  /** count observes, whatever else is said below; block acts. Default block. */
  mode: z.enum(['count', 'block']).default('block'),
  /** Requests that one address may send in five minutes, 10 to 2,000,000,000 (AWS WAF quota). Default 2000. */
  requestsPerFiveMinutes: requests.default(2000),
  /** Limits of single paths, such as a login form. At most 9 (AWS WAF quota: 10 in a web ACL). Default none. */
  rateLimits: z.array(rateLimit).max(9, 'must list at most 9 limits (AWS WAF quota: 10 in a web ACL, one is for all paths)').default([]),
  /** Where a managed group should not simply block. Default: all five block. */
  managedGroups: z.partialRecord(z.enum(MANAGED_GROUPS), managedGroup).default({}),
  /** Files of rules/waf that take part, by name without .json. Preset: production all; economy none, since each rule costs 1 USD a month. */
  ruleFiles: z.union([z.literal('all'), z.array(z.string())], "must be 'all' or a list of files of rules/waf").optional(),
  /** Rules of rules/waf that act otherwise here, by name. Default: as their files say. */
  rules: z.record(z.string(), z.enum(['off', ...acting.options])).default({}),
  /** What to do with requests that no rule with action allow knows: count them first, for weeks. Default off. */
  allowList: z.enum(['off', 'count', 'block']).default('off'),
  /** Bodies above this size are blocked, but for paths that begin with one of `exceptPaths`. Default: the common group's 8 kB. */
  bodyLimit: z
    .strictObject({
      kilobytes: z.number().int('must be a whole number').min(1, 'must be at least 1').max(1024, 'must be at most 1024'),
      exceptPaths: z.array(path).default([]),
    })
    .optional(),
  /** How much of a body is looked at behind CloudFront, API Gateway, Cognito, App Runner, Verified Access; above 16 each request costs more. A load balancer's is 8. Default 16. */
  inspectedBodyKilobytes: z.literal([16, 32, 48, 64]).default(16),
  /** AWS Bot Control: 10 USD a month, and 1 (common) or 10 (targeted) USD a million requests. Default off. */
  botControl: z.strictObject({ level: z.enum(['common', 'targeted']).default('common'), ...acknowledged }).optional(),
  /** Stops logins with stolen passwords: 10 USD a month, 1 USD a thousand logins. Default off. */
  accountTakeoverPrevention: z.strictObject({ loginPath: path, ...credentials, ...acknowledged }).optional(),
  /** Stops mass registration: 10 USD a month, 1 USD a thousand registrations. Default off. */
  accountCreationFraudPrevention: z
    .strictObject({ registrationPagePath: path, creationPath: path, emailField: fieldName, ...credentials, ...acknowledged })
    .optional(),
  /** How long a solved puzzle counts, 60 to 259,200 seconds. Default 300. */
  captchaSeconds: seconds(60),
  /** How long a passed silent challenge counts, 300 to 259,200 seconds. Default 300. */
  challengeSeconds: seconds(300),
  /** Domains that share the tokens of puzzles and challenges. Default: the protected resource's own. */
  tokenDomains: z.array(z.string().regex(/^([a-z0-9-]+\.)+[a-z]{2,}$/, 'must be a domain such as example.com')).default([]),
  /**
   * on: a second web ACL for CloudFront distributions, in us-east-1 with its logs, at the same price again and 1 USD for a key.
   * retired: no longer used; the bucket of its logs and their key leave the state and stay in AWS. Default off.
   */
  cloudFront: z.enum(['off', 'on', 'retired']).default('off'),
  log: z
    .strictObject({
      /** all requests, or only decisions: what was counted, blocked or challenged. Default all. */
      keep: z.enum(['all', 'decisions']).default('all'),
      /** Headers that the logs must not hold, besides those that carry credentials. Default none. */
      redactedHeaders: z.array(header).default([]),
      /** Leave the query string out: hides tokens in links, and attacks too. Default false. */
      redactQueryString: z.boolean().default(false),
    })
    .prefault({}),
});
