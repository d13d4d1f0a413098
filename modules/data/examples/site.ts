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

/** Pictures and pages of the shop, published by its pipeline. */
export class Site extends Construct {
  constructor(scope: Construct, id: string, { workload, domain, hostedZoneId, accessLogs }: SiteProps) {
    super(scope, id);
    const common = { workload, dataClass: 'application', owner: 'shop', name: 'site' } as const;
    const certificate = new Certificate(this, 'certificate', { region: GLOBAL_REGION, domain: `www.${domain}`, hostedZoneId, tags: workloadTags(common) });
    new ContentDistribution(this, 'content', {
      ...common,
      domain: `www.${domain}`,
      certificateArn: certificate.arn,
      webAclArn: workload.edgeWebAclArn,
      publishers: ['app/site-pipeline'],
      accessLogs,
    });
  }
}
