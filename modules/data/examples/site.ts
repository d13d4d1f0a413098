import { Wafv2WebAcl } from '@cdktf/provider-aws/lib/wafv2-web-acl';
import { Construct } from 'constructs';
import { GLOBAL_REGION } from '../../../config/aws-regions';
import { Certificate } from '../../network/certificate';
import { ContentDistribution } from '../../network/content-distribution';
import type { AccessLogBucket } from '../access-log-bucket';
import { type Workload, workloadTags } from '../workload';

export interface SiteProps {
  readonly workload: Workload;
  readonly domain: string;
  readonly hostedZoneId: string;
  readonly accessLogs: AccessLogBucket;
}

const metrics = (metricName: string) => ({ metricName, cloudwatchMetricsEnabled: true, sampledRequestsEnabled: true });

/** Pictures and pages of the shop, published by its pipeline. */
export class Site extends Construct {
  constructor(scope: Construct, id: string, { workload, domain, hostedZoneId, accessLogs }: SiteProps) {
    super(scope, id);
    const common = { workload, dataClass: 'application', owner: 'shop', name: 'site' } as const;
    const certificate = new Certificate(this, 'certificate', { region: GLOBAL_REGION, domain: `www.${domain}`, hostedZoneId, tags: workloadTags(common) });
    const webAcl = new Wafv2WebAcl(this, 'web-acl', {
      region: GLOBAL_REGION,
      name: `${workload.environment}-site`,
      description: 'In front of the distribution',
      scope: 'CLOUDFRONT',
      defaultAction: { allow: {} },
      visibilityConfig: metrics(`${workload.environment}-site`),
      rule: [
        {
          name: 'AWSManagedRulesAmazonIpReputationList',
          priority: 10,
          overrideAction: { none: {} },
          statement: { managed_rule_group_statement: { vendor_name: 'AWS', name: 'AWSManagedRulesAmazonIpReputationList' } },
          visibilityConfig: metrics('AWSManagedRulesAmazonIpReputationList'),
        },
      ],
      tags: workloadTags(common),
    });
    new ContentDistribution(this, 'content', {
      ...common,
      domain: `www.${domain}`,
      certificateArn: certificate.arn,
      webAclArn: webAcl.arn,
      publishers: ['app/site-pipeline'],
      accessLogs,
    });
  }
}
