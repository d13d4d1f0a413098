import { DEFAULT_REGIONS, OPT_IN_REGIONS } from '../../config/aws-regions';
import { accessLogSources } from './access-log-sources';
import { CLOUDTRAIL, CONFIG_ITEMS, FLOW_LOGS, GUARD_DUTY_FINDINGS, NETWORK_FIREWALL, RESOLVER, WAF } from './hunting-columns';
import type { HuntingScope } from './hunting-scope';
import type { HuntingSource } from './hunting-source';

/** Every table that there can be; queries of rules/hunting are checked against all, and made where theirs are there. */
export const HUNTING_TABLES = [
  'cloudtrail',
  'config_items',
  'flow_logs',
  'resolver_queries',
  'resolver_queries_of_vpc',
  'waf',
  'waf_edge',
  'firewall_alerts',
  'firewall_flows',
  'firewall_tls',
  'bucket_requests',
  'bucket_requests_of_day',
  'load_balancer_requests',
  'load_balancer_connections',
  'distribution_requests',
  'guardduty_findings',
  'indicators',
] as const;
export type HuntingTable = (typeof HUNTING_TABLES)[number];

/**
 * The archive's logs as tables: name -> source. Paths are those of the services' guides ("Finding your CloudTrail log files",
 * "Flow log files", "Resources that you can send Resolver query logs to", "Sending web ACL traffic logs to an Amazon S3 bucket",
 * "Sending AWS Network Firewall logs to Amazon Simple Storage Service"; for AWS Config the table of aws-samples, "Query Config Snapshots
 * with Athena"; for GuardDuty Athena user guide, "Query Amazon GuardDuty findings"). Partitions of accounts and regions have other names than the columns of some logs.
 */
export function huntingSources(scope: HuntingScope): Partial<Record<HuntingTable, HuntingSource>> {
  const { organizationId, home, enabledRegions, accounts, workloads, buckets, edge } = scope;
  const optIn = enabledRegions.filter((region) => OPT_IN_REGIONS.includes(region));
  const here = { log_account: workloads, log_region: [home] };
  const firewall = (kind: 'alert' | 'flow' | 'tls', description: string): HuntingSource => ({
    description,
    columns: NETWORK_FIREWALL,
    format: 'json',
    bucket: buckets.network,
    path: `network-firewall/AWSLogs/{log_account}/network-firewall/${kind}/{log_region}/{firewall}/{day}`,
    partitions: { ...here, firewall: scope.networks },
  });
  return {
    cloudtrail: {
      description: 'Calls in every account and region: management events, and data events that the trail records',
      columns: CLOUDTRAIL,
      format: 'cloudtrail',
      bucket: buckets.cloudtrail,
      path: `AWSLogs/${organizationId}/{log_account}/CloudTrail/{log_region}/{day}`,
      // Attackers like regions that nobody uses.
      partitions: { log_account: accounts, log_region: [...DEFAULT_REGIONS, ...optIn] },
    },
    config_items: {
      description: 'What resources looked like: changes and compliance (kind ConfigHistory, every six hours), everything (kind ConfigSnapshot, once a day)',
      columns: CONFIG_ITEMS,
      format: 'json',
      bucket: buckets.config,
      path: 'AWSLogs/{log_account}/Config/{log_region}/{day}/{kind}',
      days: 'yyyy/M/d',
      partitions: { log_account: accounts, log_region: enabledRegions, kind: ['ConfigHistory', 'ConfigSnapshot'] },
    },
    flow_logs: {
      description: 'Connections of every network interface',
      columns: FLOW_LOGS,
      format: 'parquet',
      bucket: buckets.network,
      path: 'flow-logs/AWSLogs/{log_account}/vpcflowlogs/{log_region}/{day}',
      partitions: here,
    },
    resolver_queries: {
      description: 'Names that workloads asked for. No partition by day: its path has the id of the VPC first, so filter by query_timestamp',
      columns: RESOLVER,
      format: 'json',
      bucket: buckets.resolver,
      path: 'AWSLogs/{log_account}/vpcdnsquerylogs',
      partitions: { log_account: workloads },
    },
    resolver_queries_of_vpc: {
      description: "The same by day, for whoever says which VPC: log_vpc = 'vpc-...'",
      columns: RESOLVER,
      format: 'json',
      bucket: buckets.resolver,
      path: 'AWSLogs/{log_account}/vpcdnsquerylogs/{log_vpc}/{day}',
      // No state knows another's ids: the question brings them (Athena user guide, "Use dynamic ID partitioning").
      partitions: { log_account: workloads, log_vpc: 'asked' },
    },
    waf: {
      description: 'Requests that a regional web ACL saw',
      columns: WAF,
      format: 'json',
      bucket: buckets.waf,
      path: 'AWSLogs/{log_account}/WAFLogs/{log_region}/{web_acl}/{day}',
      partitions: { ...here, web_acl: scope.webAcls },
    },
    ...(edge
      ? {
          waf_edge: {
            description: 'Requests that a web ACL in front of CloudFront saw; from us-east-1, which costs a transfer between regions',
            columns: WAF,
            format: 'json',
            bucket: edge.bucket,
            path: 'AWSLogs/{log_account}/WAFLogs/cloudfront/{web_acl}/{day}',
            partitions: { log_account: edge.accounts, web_acl: edge.webAcls },
          } as const,
        }
      : {}),
    firewall_alerts: firewall('alert', 'What rules of the network firewalls dropped or reported'),
    firewall_flows: firewall('flow', 'Connections that the network firewalls saw'),
    ...accessLogSources(scope),
    guardduty_findings: {
      description: 'Findings of GuardDuty, longer than its own 90 days. No partition by day: filter by updatedat',
      columns: GUARD_DUTY_FINDINGS,
      format: 'json',
      bucket: scope.findings.bucket,
      path: 'AWSLogs/{log_account}/GuardDuty/{log_region}',
      partitions: { log_account: accounts, log_region: scope.findings.regions },
    },
    firewall_tls: firewall('tls', 'TLS handshakes that inspection could not follow'),
  };
}
