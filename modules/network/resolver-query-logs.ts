import { Route53ResolverQueryLogConfig } from '@cdktf/provider-aws/lib/route53-resolver-query-log-config';
import { Route53ResolverQueryLogConfigAssociation } from '@cdktf/provider-aws/lib/route53-resolver-query-log-config-association';
import { Construct } from 'constructs';
import { bucketArn } from '../../lib/arn';
import type { NetworkPartProps } from './network-part';

export interface ResolverQueryLogsProps extends NetworkPartProps {
  /** Bucket of the log archive for resolver logs. */
  readonly logBucket: string;
}

/** Which machine asked for which name, in the log archive: the first question after every new indicator. */
export class ResolverQueryLogs extends Construct {
  constructor(scope: Construct, id: string, { region, vpc, environment, tags, logBucket }: ResolverQueryLogsProps) {
    super(scope, id);
    const config = new Route53ResolverQueryLogConfig(this, 'config', {
      region,
      name: `${environment.name}-resolver-queries`,
      destinationArn: bucketArn(logBucket),
      tags: tags('resolver-queries'),
    });
    new Route53ResolverQueryLogConfigAssociation(this, 'association', { region, resolverQueryLogConfigId: config.id, resourceId: vpc.id });
  }
}
