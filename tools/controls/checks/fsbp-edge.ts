import { nestedBlocks } from '../../synthesis/resources-in';
import type { TerraformJson } from '../../synthesis/synthesize';
import type { Check } from '../check';
import type { Found } from '../estate';
import { companion, each, names, wrong } from '../read/resources';
import { loggedDistributions } from './cis-logging';

const application = ({ attributes }: Found) => (attributes.load_balancer_type ?? 'application') === 'application';
const balancer = (id: string, what: string, judge: (attributes: TerraformJson) => string | undefined | false): Check => ({
  id,
  what: `our load balancer ${what}`,
  scope: 'workloads',
  modules: true,
  violations: (estate) => each(estate, 'aws_lb', (one) => application(one) && judge(one.attributes)),
});
const distribution = (id: string, what: string, judge: (attributes: TerraformJson) => string | undefined | false): Check => ({
  id,
  what: `our distribution ${what}`,
  scope: 'workloads',
  modules: true,
  violations: (estate) => each(estate, 'aws_cloudfront_distribution', ({ attributes }) => judge(attributes)),
});
const behaviours = (attributes: TerraformJson): TerraformJson[] => [
  ...nestedBlocks(attributes.default_cache_behavior),
  ...nestedBlocks(attributes.ordered_cache_behavior),
];
const rulesOf = ({ attributes }: Found): TerraformJson[] => nestedBlocks(attributes.rule);

/** AWS Foundational Security Best Practices: load balancers, distributions and web ACLs. */
export const FSBP_EDGE: readonly Check[] = [
  {
    id: 'ELB.1',
    what: 'our load balancer answers plain HTTP with a redirect to HTTPS only',
    scope: 'workloads',
    modules: true,
    violations: (estate) =>
      each(estate, 'aws_lb_listener', ({ attributes }) => {
        const [action] = nestedBlocks(attributes.default_action);
        return attributes.protocol === 'HTTP' && nestedBlocks(action?.redirect)[0]?.protocol !== 'HTTPS' && 'serves plain HTTP';
      }),
  },
  balancer('ELB.4', 'drops headers that are none', ({ drop_invalid_header_fields }) => drop_invalid_header_fields !== true && 'passes invalid headers on'),
  balancer('ELB.5', 'logs each request', ({ access_logs }) => access_logs?.enabled !== true && 'logs no requests'),
  balancer('ELB.6', 'cannot be deleted by one call', ({ enable_deletion_protection }) => enable_deletion_protection !== true && 'is deleted by one call'),
  balancer(
    'ELB.12',
    'refuses smuggled requests',
    ({ desync_mitigation_mode }) => !/^(defensive|strictest)$/.test(desync_mitigation_mode) && 'only monitors smuggling',
  ),
  {
    id: 'ELB.16',
    what: 'our load balancer stands behind a web ACL',
    scope: 'workloads',
    modules: true,
    violations: (estate) => companion(estate, 'aws_lb', { type: 'aws_wafv2_web_acl_association', by: 'resource_arn' }, application),
  },
  distribution(
    'CloudFront.3',
    'serves HTTPS only',
    (attributes) => behaviours(attributes).some(({ viewer_protocol_policy }) => viewer_protocol_policy === 'allow-all') && 'serves plain HTTP',
  ),
  {
    id: 'CloudFront.5',
    what: 'our distribution logs each request',
    scope: 'workloads',
    modules: true,
    violations: loggedDistributions,
  },
  distribution('CloudFront.6', 'stands behind a web ACL', ({ web_acl_id }) => !web_acl_id && 'has no web ACL'),
  distribution('CloudFront.10', 'takes TLS 1.2 or later, from visitors and to origins', (attributes) => {
    const origins = nestedBlocks(attributes.origin).flatMap(({ custom_origin_config }) => nestedBlocks(custom_origin_config));
    if (origins.some(({ origin_ssl_protocols }) => origin_ssl_protocols.some((one: string) => one !== 'TLSv1.2'))) return 'speaks old TLS to its origin';
    return !/^TLSv1\.[23]_/.test(nestedBlocks(attributes.viewer_certificate)[0]?.minimum_protocol_version ?? '') && 'takes old TLS';
  }),
  {
    id: 'CloudFront.13',
    what: 'our distribution signs its requests to the bucket',
    scope: 'workloads',
    modules: true,
    violations: (estate) => {
      const controls = estate.of('aws_cloudfront_origin_access_control');
      return each(estate, 'aws_cloudfront_distribution', ({ stack, attributes }) => {
        const open = nestedBlocks(attributes.origin).filter(
          (origin) =>
            /\.s3[.-]/.test(origin.domain_name) &&
            !controls.some((one) => one.stack === stack && one.attributes.signing_behavior === 'always' && names(origin.origin_access_control_id, one)),
        );
        return open.length > 0 && 'asks the bucket unsigned';
      });
    },
  },
  {
    id: 'WAF.10',
    what: 'each web ACL has rules',
    scope: 'workloads',
    violations: (estate) => each(estate, 'aws_wafv2_web_acl', (one) => rulesOf(one).length === 0 && 'has no rule'),
  },
  {
    id: 'WAF.11',
    what: 'each web ACL logs its requests',
    scope: 'workloads',
    violations: (estate) => companion(estate, 'aws_wafv2_web_acl', { type: 'aws_wafv2_web_acl_logging_configuration', by: 'resource_arn' }),
  },
  {
    id: 'WAF.12',
    what: 'each web ACL and each of its rules is counted',
    scope: 'workloads',
    violations: (estate) => [
      ...each(
        estate,
        'aws_wafv2_web_acl',
        (one) =>
          [one.attributes, ...rulesOf(one)].some(({ visibility_config }) => nestedBlocks(visibility_config)[0]?.cloudwatch_metrics_enabled !== true) &&
          'has a rule that is not counted',
      ),
      ...estate
        .of('aws_wafv2_rule_group')
        .filter((one) =>
          [one.attributes, ...rulesOf(one)].some(({ visibility_config }) => nestedBlocks(visibility_config)[0]?.cloudwatch_metrics_enabled !== true),
        )
        .map((one) => wrong(one, 'has a rule that is not counted')),
    ],
  },
];
