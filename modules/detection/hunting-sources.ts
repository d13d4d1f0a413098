import { DEFAULT_REGIONS, OPT_IN_REGIONS } from '../../config/aws-regions';
import { CLOUDTRAIL, type Columns, FLOW_LOGS, NETWORK_FIREWALL, RESOLVER, WAF } from './hunting-columns';

/** How files of a table are read. */
export type Format = 'cloudtrail' | 'json' | 'parquet';

/** A table over one kind of logs. */
export interface HuntingSource {
  readonly description: string;
  readonly columns: Columns;
  readonly format: Format;
  readonly bucket: string;
  /** Where the service delivers below the bucket; `{name}` stands for a partition. */
  readonly path: string;
  /** Partition -> the values that there are. `day` is added where the path has one. */
  readonly partitions: Readonly<Record<string, readonly string[]>>;
}

export interface HuntingScope {
  readonly organizationId: string;
  readonly home: string;
  readonly enabledRegions: readonly string[];
  /** Ids of all accounts, and of those that hold networks. */
  readonly accounts: readonly string[];
  readonly workloads: readonly string[];
  /** Names of the environments; firewalls and web ACLs are named after them. */
  readonly environments: readonly string[];
  /** Source -> bucket of the archive. */
  readonly buckets: Readonly<Record<'cloudtrail' | 'network' | 'resolver' | 'waf', string>>;
}

/**
 * The archive's logs as tables: name -> source. Paths are those of the services' guides ("Finding your CloudTrail log files",
 * "Flow log files", "Resources that you can send Resolver query logs to", "Sending web ACL traffic logs to an Amazon S3 bucket",
 * "Sending AWS Network Firewall logs to Amazon Simple Storage Service"). Partitions of accounts and regions have other names
 * than the columns of some logs.
 */
export function huntingSources({
  organizationId,
  home,
  enabledRegions,
  accounts,
  workloads,
  environments,
  buckets,
}: HuntingScope): Record<string, HuntingSource> {
  const optIn = enabledRegions.filter((region) => OPT_IN_REGIONS.includes(region));
  const here = { log_account: workloads, log_region: [home] };
  const firewall = (kind: 'alert' | 'flow' | 'tls', description: string): HuntingSource => ({
    description,
    columns: NETWORK_FIREWALL,
    format: 'json',
    bucket: buckets.network,
    path: `network-firewall/AWSLogs/{log_account}/network-firewall/${kind}/{log_region}/{firewall}/{day}`,
    partitions: { ...here, firewall: environments },
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
    waf: {
      description: 'Requests that a regional web ACL saw',
      columns: WAF,
      format: 'json',
      bucket: buckets.waf,
      path: 'AWSLogs/{log_account}/WAFLogs/{log_region}/{web_acl}/{day}',
      partitions: { ...here, web_acl: environments.map((name) => `${name}-web`) },
    },
    firewall_alerts: firewall('alert', 'What rules of the network firewalls dropped or reported'),
    firewall_flows: firewall('flow', 'Connections that the network firewalls saw'),
    firewall_tls: firewall('tls', 'TLS handshakes that inspection could not follow'),
  };
}
