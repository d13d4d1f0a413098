import { Wafv2WebAcl } from '@cdktf/provider-aws/lib/wafv2-web-acl';
import { Wafv2WebAclLoggingConfiguration } from '@cdktf/provider-aws/lib/wafv2-web-acl-logging-configuration';
import { Construct } from 'constructs';
import type { Environment } from '../../config/blueprint';
import { bucketArn } from '../../lib/arn';
import { readWafRules } from '../../lib/waf-rules';
import { customRules } from './web-acl-custom-rules';
import { indicatorRules } from './web-acl-indicators';
import { loggingSettings, secretHeaders } from './web-acl-logging';
import { managedGroups } from './web-acl-managed-groups';
import { bodySize, rateLimits } from './web-acl-rate-limits';
import { metrics } from './web-acl-rule';

export interface WebAclProps {
  readonly environment: Environment;
  /** us-east-1 for CLOUDFRONT. */
  readonly region: string;
  /** Bucket of the log archive for WAF logs. */
  readonly logBucket: string;
  /**
   * What it protects: load balancers, APIs and user pools of the region, or CloudFront distributions.
   * @default 'REGIONAL'
   */
  readonly scope?: 'REGIONAL' | 'CLOUDFRONT';
}

const ASSOCIATIONS = {
  REGIONAL: ['apiGateway', 'appRunnerService', 'cognitoUserPool', 'verifiedAccessInstance'],
  CLOUDFRONT: ['cloudfront'],
} as const;

/** Stops common web attacks (XSS, SQL injection, known bad inputs), bad sources and floods before they reach a load balancer. */
export class WebAcl extends Construct {
  readonly arn: string;

  constructor(parent: Construct, id: string, { environment, region, logBucket, scope = 'REGIONAL' }: WebAclProps) {
    super(parent, id);
    const { name, waf } = environment;
    const physicalName = scope === 'REGIONAL' ? `${name}-web` : `${name}-cloudfront`;
    const acl = new Wafv2WebAcl(this, 'web-acl', {
      region,
      name: physicalName,
      description: `Associate ${scope === 'REGIONAL' ? 'load balancers and APIs' : 'CloudFront distributions'} of this environment with this web ACL`,
      scope,
      defaultAction: { allow: {} },
      visibilityConfig: metrics(physicalName),
      rule: [
        ...indicatorRules(this, { environment, region, scope }),
        ...customRules(readWafRules().rules, waf),
        ...rateLimits(waf),
        ...managedGroups(waf),
        ...bodySize(waf),
      ].sort((a, b) => a.priority - b.priority),
      captchaConfig: { immunityTimeProperty: { immunityTime: waf.captchaSeconds } },
      challengeConfig: { immunityTimeProperty: { immunityTime: waf.challengeSeconds } },
      ...(waf.tokenDomains.length > 0 ? { tokenDomains: [...waf.tokenDomains] } : {}),
      // Redaction covers the log only; sampled requests in the console would still show credentials (AWS WAF developer guide).
      dataProtectionConfig: {
        dataProtection: [{ action: 'SUBSTITUTION', field: { fieldType: 'SINGLE_HEADER', fieldKeys: secretHeaders(waf) } }],
      },
      ...(waf.inspectedBodyKilobytes > 16
        ? {
            associationConfig: {
              requestBody: [Object.fromEntries(ASSOCIATIONS[scope].map((kind) => [kind, { defaultSizeInspectionLimit: `KB_${waf.inspectedBodyKilobytes}` }]))],
            },
          }
        : {}),
    });
    this.arn = acl.arn;
    new Wafv2WebAclLoggingConfiguration(this, 'logging', {
      region,
      resourceArn: acl.arn,
      logDestinationConfigs: [bucketArn(logBucket)],
      ...loggingSettings(waf),
    });
  }
}
