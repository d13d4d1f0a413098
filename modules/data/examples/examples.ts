import { Construct } from 'constructs';
import { AccessLogBucket } from '../access-log-bucket';
import type { Workload } from '../workload';
import { Customers } from './customers';
import { Matching } from './matching';
import { Orders } from './orders';
import { Shop } from './shop';
import { Site } from './site';

export interface ExamplesProps {
  readonly workload: Workload;
  readonly domain: string;
  readonly hostedZoneId: string;
  readonly rotationFunction: string;
  readonly enclaveImageSha384: string;
}

/** A small company's systems, one of each module: what a workload team copies, and what the tests prove. */
export class Examples extends Construct {
  constructor(scope: Construct, id: string, props: ExamplesProps) {
    super(scope, id);
    const { workload } = props;
    const accessLogs = new AccessLogBucket(this, 'access-logs', { workload });
    const shop = new Shop(this, 'shop', { ...props, accessLogs });
    new Orders(this, 'orders', { workload });
    new Customers(this, 'customers', { ...props, accessLogs, shopSecurityGroupId: shop.securityGroupId });
    new Matching(this, 'matching', props);
    new Site(this, 'site', { ...props, accessLogs });
  }
}
