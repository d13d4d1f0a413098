import { Construct } from 'constructs';
import { GLOBAL_REGION } from '../../config/aws-regions';
import type { Environment } from '../../config/blueprint';
import { edgeLogBucketName } from '../../lib/naming';
import { retire } from '../../lib/retirement';
import { custodians } from '../../policies/resource/custodians';
import { ServerAccessLogs } from '../account/server-access-logs';
import { LogArchive, type LogArchiveProps } from './log-archive';

export interface EdgeLogsProps extends Omit<LogArchiveProps, 'region' | 'buckets'> {
  readonly home: string;
  readonly environments: readonly Environment[];
}

/** Logs of web ACLs in front of CloudFront, as safe as all others: AWS WAF wants their bucket in us-east-1. */
export class EdgeLogs extends Construct {
  constructor(scope: Construct, id: string, props: EdgeLogsProps) {
    super(scope, id);
    const states = props.environments.map(({ waf }) => waf.cloudFront);
    if (props.home === GLOBAL_REGION || states.every((state) => state === 'off')) return; // the archive's own bucket is there
    const { organization: name, organizationId, account, retention } = props;
    const organization = { name, id: organizationId };
    const accessLogs = new ServerAccessLogs(this, 'access-logs', {
      organization,
      account,
      region: GLOBAL_REGION,
      days: retention.keepDays,
      custodians: custodians(account),
    });
    const archive = new LogArchive(this, 'logs', {
      ...props,
      accessLogs,
      region: GLOBAL_REGION,
      buckets: { waf: edgeLogBucketName(props.organization, props.account) },
    });
    if (!states.includes('on')) for (const part of [archive, accessLogs]) retire(part);
  }
}
