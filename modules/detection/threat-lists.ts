import { createHash } from 'node:crypto';
import { DataAwsGuarddutyDetector } from '@cdktf/provider-aws/lib/data-aws-guardduty-detector';
import { GuarddutyIpset } from '@cdktf/provider-aws/lib/guardduty-ipset';
import { GuarddutyThreatintelset } from '@cdktf/provider-aws/lib/guardduty-threatintelset';
import { Construct } from 'constructs';
import { LIMITS } from '../../config/aws-limits';
import { indicatorLibrary, valuesOf } from '../../lib/ioc/library';
import { refuse } from '../../lib/mistakes';
import { type AccessLogTarget, accessLogsOf } from '../../lib/private-bucket';
import { custodians } from '../../policies/resource/custodians';
import { ServerAccessLogs } from '../account/server-access-logs';
import { IndicatorBucket, type IndicatorBucketProps } from './indicator-bucket';

export interface ThreatListsProps extends Omit<IndicatorBucketProps, 'region' | 'accessLogs'> {
  readonly home: string;
  /** Days that access logs are kept. */
  readonly accessLogDays: number;
  readonly enabledRegions: readonly string[];
  /** Networks that GuardDuty shall keep silent about; a list is made only when there are any. */
  readonly trustedNetworks: readonly string[];
}

/**
 * GuardDuty reports whoever of ours talks to an address of rules/ioc, in every account of a region. Its lists of addresses are
 * about flow logs and CloudTrail, not about DNS (GuardDuty user guide, "Working with trusted IP lists and threat lists").
 */
export class ThreatLists extends Construct {
  constructor(scope: Construct, id: string, props: ThreatListsProps) {
    super(scope, id);
    const addresses = valuesOf(indicatorLibrary(), 'ip', 'cidr');
    refuse(this, [
      addresses.length > LIMITS.addressesPerThreatList &&
        `a threat list holds ${LIMITS.addressesPerThreatList} addresses, got ${addresses.length}; remove old ones from rules/ioc`,
    ]);
    for (const region of props.enabledRegions) this.region(region, props, addresses);
  }

  private region(region: string, { trustedNetworks, ...props }: ThreatListsProps, addresses: readonly string[]): void {
    const bucket = new IndicatorBucket(this, region, { ...props, region, accessLogs: this.accessLogs(region, props) });
    // The delegation in `org` has made the detector; it is looked up, never made.
    const detectorId = new DataAwsGuarddutyDetector(this, `detector-${region}`, { region }).id;
    const list = (id: string, values: readonly string[]) => {
      const content = `${values.join('\n')}\n`;
      // GuardDuty reads a list when it is told a location, so that another content has another one.
      const object = bucket.list(id, `${id}-${createHash('sha256').update(content).digest('hex').slice(0, 12)}.txt`, content);
      const location = `https://s3.amazonaws.com/${bucket.bucketName}/${object.key}`;
      return { region, detectorId, activate: true, format: 'TXT', name: `platform-${id}`, location, dependsOn: [object] };
    };
    if (addresses.length > 0) new GuarddutyThreatintelset(this, `threats-${region}`, list('threats', addresses));
    // Whoever gets an address into this list is invisible, so that it is not even empty by default.
    if (trustedNetworks.length > 0) new GuarddutyIpset(this, `trusted-${region}`, list('trusted', [...trustedNetworks].sort()));
  }

  /** The account has one bucket of access logs, at home; S3 wants one in each region. */
  private accessLogs(
    region: string,
    { home, organization: name, organizationId, account, accessLogDays }: Omit<ThreatListsProps, 'trustedNetworks'>,
  ): AccessLogTarget {
    if (region === home) return accessLogsOf(name, region, account);
    const organization = { name, id: organizationId };
    return new ServerAccessLogs(this, `${region}-access-logs`, { organization, account, region, days: accessLogDays, custodians: custodians(account) });
  }
}
