import { BUCKET_REQUESTS } from './bucket-requests';
import { DISTRIBUTION_REQUESTS } from './hunting-columns';
import type { HuntingScope } from './hunting-scope';
import type { HuntingSource } from './hunting-source';
import { LOAD_BALANCER_CONNECTIONS, LOAD_BALANCER_REQUESTS } from './load-balancer-logs';
import { type LineFormat, lineColumns, linePattern } from './log-lines';

/**
 * Copies of access logs as tables: of buckets, load balancers and distributions. Paths are those of the services' guides (Amazon S3, "Enabling
 * Amazon S3 server access logging", partitioned by the time of the event; Elastic Load Balancing, "Access log files" and "Connection log files";
 * CloudFront, "Configure standard logging (v2)").
 */
export function accessLogSources(scope: HuntingScope) {
  const { home, workloads } = scope;
  const here = { log_account: workloads, log_region: [home] };
  const lines = (format: LineFormat) =>
    ({ columns: lineColumns(format), format: 'lines', line: linePattern(format), bucket: scope.accessLogs.bucket }) as const;
  const balancers = (kind: 'access' | 'connection') => ({
    path: `load-balancer/${kind}/AWSLogs/{log_account}/elasticloadbalancing/{log_region}/{day}`,
    partitions: here,
  });
  const copied = { log_account: scope.accessLogs.accounts, log_region: [home] };
  return {
    bucket_requests: {
      description: 'Requests to buckets, refused ones among them. No partition by day: its path has the bucket first, so filter by request_time',
      ...lines(BUCKET_REQUESTS),
      path: 's3/{log_account}/{log_region}',
      partitions: copied,
    },
    bucket_requests_of_day: {
      description: "The same by day, for whoever says which bucket: log_bucket = '...'",
      ...lines(BUCKET_REQUESTS),
      path: 's3/{log_account}/{log_region}/{log_bucket}/{day}',
      // Workloads name buckets as they like.
      partitions: { ...copied, log_bucket: 'asked' },
    },
    load_balancer_requests: {
      description: 'Requests to load balancers, with what their targets answered',
      ...lines(LOAD_BALANCER_REQUESTS),
      ...balancers('access'),
    },
    load_balancer_connections: {
      description: 'TLS handshakes with load balancers, those that failed among them',
      ...lines(LOAD_BALANCER_CONNECTIONS),
      ...balancers('connection'),
    },
    distribution_requests: {
      description: 'Requests to CloudFront, answered from its caches or not',
      columns: DISTRIBUTION_REQUESTS,
      format: 'parquet',
      bucket: scope.accessLogs.bucket,
      path: 'AWSLogs/{log_account}/CloudFront/{day}',
      partitions: { log_account: workloads },
    },
  } as const satisfies Record<string, HuntingSource>;
}
