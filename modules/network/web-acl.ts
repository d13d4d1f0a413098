import { Wafv2WebAcl, type Wafv2WebAclRule } from '@cdktf/provider-aws/lib/wafv2-web-acl';
import { Wafv2WebAclLoggingConfiguration } from '@cdktf/provider-aws/lib/wafv2-web-acl-logging-configuration';
import { Construct } from 'constructs';
import { LIMITS, MANAGED_RULE_GROUP_CAPACITY, RATE_RULE_CAPACITY } from '../../config/aws-limits';
import type { Environment } from '../../config/blueprint';
import { bucketArn } from '../../lib/arn';

export interface WebAclProps {
  readonly environment: Environment;
  readonly region: string;
  /** Bucket of the log archive for WAF logs. */
  readonly logBucket: string;
}

const metrics = (metricName: string) => ({ metricName, cloudwatchMetricsEnabled: true, sampledRequestsEnabled: true });

/** Stops common web attacks (XSS, SQL injection, known bad inputs), bad sources and floods before they reach a load balancer. */
export class WebAcl extends Construct {
  readonly arn: string;

  constructor(scope: Construct, id: string, { environment, region, logBucket }: WebAclProps) {
    super(scope, id);
    const { mode, requestsPerFiveMinutes } = environment.waf;
    const groups = Object.keys(MANAGED_RULE_GROUP_CAPACITY);
    const capacity = Object.values(MANAGED_RULE_GROUP_CAPACITY).reduce((sum, units) => sum + units, RATE_RULE_CAPACITY);
    this.node.addValidation({
      validate: () =>
        capacity > LIMITS.webAclCapacityUnits
          ? [`environments.${environment.name}.waf: needs ${capacity} capacity units, got more than the quota of ${LIMITS.webAclCapacityUnits}; remove a rule`]
          : [],
    });
    const acl = new Wafv2WebAcl(this, 'web-acl', {
      region,
      name: `${environment.name}-web`,
      description: 'Associate load balancers and APIs of this environment with this web ACL',
      scope: 'REGIONAL',
      defaultAction: { allow: {} },
      visibilityConfig: metrics(`${environment.name}-web`),
      rule: [rateLimit(mode, requestsPerFiveMinutes), ...groups.map((name, index) => managedGroup(name, (index + 1) * 10, mode))],
    });
    this.arn = acl.arn;
    new Wafv2WebAclLoggingConfiguration(this, 'logging', {
      region,
      resourceArn: acl.arn,
      logDestinationConfigs: [bucketArn(logBucket)],
      // Credentials of visitors must not end up in the archive.
      redactedFields: [{ singleHeader: { name: 'authorization' } }, { singleHeader: { name: 'cookie' } }],
    });
  }
}

function managedGroup(name: string, priority: number, mode: 'count' | 'block'): Wafv2WebAclRule {
  return {
    name,
    priority,
    overrideAction: mode === 'count' ? { count: {} } : { none: {} },
    statement: { managed_rule_group_statement: { vendor_name: 'AWS', name } },
    visibilityConfig: metrics(name),
  };
}

function rateLimit(mode: 'count' | 'block', limit: number): Wafv2WebAclRule {
  return {
    name: 'rate-limit',
    priority: 1,
    action: mode === 'count' ? { count: {} } : { block: { customResponse: { responseCode: 429 } } },
    statement: { rate_based_statement: { limit, aggregate_key_type: 'IP', evaluation_window_sec: 300 } },
    visibilityConfig: metrics('rate-limit'),
  };
}
