import { GLOBAL_REGION } from '../../config/aws-regions';
import { accountNamed, type Blueprint } from '../../config/blueprint';
import { exportingRegions } from '../../lib/findings-export';
import { accessLogCopiesName, edgeLogBucketName, findingsBucketName, type LogSource, logBucketName } from '../../lib/naming';

/** Whose logs lie where: what the tables over the archive are made from. */
export interface HuntingScope {
  readonly organizationId: string;
  readonly home: string;
  readonly enabledRegions: readonly string[];
  /** Ids of all accounts, and of those that hold networks. */
  readonly accounts: readonly string[];
  readonly workloads: readonly string[];
  /** Names of what has a network; firewalls are named after them. */
  readonly networks: readonly string[];
  /** Names of the regional web ACLs. */
  readonly webAcls: readonly string[];
  /** As long as the archive keeps logs: each day is a partition. */
  readonly keepDays: number;
  /** Source -> bucket of the archive. */
  readonly buckets: Readonly<Record<LogSource, string>>;
  /** Copies of the access logs of buckets, and the accounts that they come from: all but the archive itself. */
  readonly accessLogs: { readonly bucket: string; readonly accounts: readonly string[] };
  /** Bucket of GuardDuty's findings, and regions that export to it. */
  readonly findings: { readonly bucket: string; readonly regions: readonly string[] };
  /** Web ACLs in front of CloudFront and the bucket of their logs; absent where no environment has one, and then there is no such bucket. */
  readonly edge?: { readonly bucket: string; readonly region: string; readonly accounts: readonly string[]; readonly webAcls: readonly string[] };
}

/** The scope of an organization, from its configuration alone: a partition that nobody writes to costs every query time, a missing one hides an account. */
export function huntingScope(blueprint: Blueprint): HuntingScope {
  const { organization, regions, environments, network } = blueprint;
  const archive = accountNamed(blueprint, 'log-archive').id;
  const bucket = (source: LogSource) => logBucketName(organization.name, source, archive);
  const buckets = { cloudtrail: bucket('cloudtrail'), config: bucket('config'), network: bucket('network'), resolver: bucket('resolver'), waf: bucket('waf') };
  // The central topology's firewall stands in an account of its own.
  const networks = [...environments.map(({ name, account }) => ({ name, id: account.id })), ...(network.central ? [accountNamed(blueprint, 'network')] : [])];
  // Logs of a retired web ACL are there as long as the bucket is, which goes with the last that is on.
  const edge = environments.some(({ waf }) => waf.cloudFront === 'on') ? environments.filter(({ waf }) => waf.cloudFront !== 'off') : [];
  const atHome = regions.home === GLOBAL_REGION;
  return {
    organizationId: organization.id,
    home: regions.home,
    enabledRegions: regions.enabled,
    accounts: Object.values(blueprint.accounts).map(({ id }) => id),
    workloads: networks.map(({ id }) => id),
    networks: networks.map(({ name }) => name),
    webAcls: environments.map(({ name }) => `${name}-web`),
    keepDays: blueprint.logging.archive.keepDays,
    buckets,
    accessLogs: {
      bucket: accessLogCopiesName(organization.name, archive),
      accounts: Object.values(blueprint.accounts)
        .map(({ id }) => id)
        .filter((id) => id !== archive),
    },
    findings: { bucket: findingsBucketName(organization.name, archive), regions: exportingRegions(regions) },
    ...(edge.length > 0
      ? {
          edge: {
            bucket: atHome ? buckets.waf : edgeLogBucketName(organization.name, archive),
            region: GLOBAL_REGION,
            accounts: edge.map(({ account }) => account.id),
            webAcls: edge.map(({ name }) => `${name}-cloudfront`),
          },
        }
      : {}),
  };
}
