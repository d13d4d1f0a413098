import { DataAwsGuarddutyDetector } from '@cdktf/provider-aws/lib/data-aws-guardduty-detector';
import { GuarddutyDetector } from '@cdktf/provider-aws/lib/guardduty-detector';
import { GuarddutyDetectorFeature } from '@cdktf/provider-aws/lib/guardduty-detector-feature';
import { GuarddutyOrganizationConfiguration } from '@cdktf/provider-aws/lib/guardduty-organization-configuration';
import { GuarddutyOrganizationConfigurationFeature } from '@cdktf/provider-aws/lib/guardduty-organization-configuration-feature';
import { GuarddutyPublishingDestination } from '@cdktf/provider-aws/lib/guardduty-publishing-destination';
import { Construct } from 'constructs';
import { bucketArn } from '../../lib/arn';
import { exportingRegions, guardDutyPrincipals } from '../../lib/findings-export';
import { importExisting } from '../../lib/import-existing';
import { FindingsKey } from './findings-key';

export interface GuardDutyProps {
  readonly regions: { readonly home: string; readonly enabled: readonly string[] };
  /** Ids of the security account and of the log archive. */
  readonly security: string;
  readonly archive: string;
  /** Bucket of the log archive for findings. */
  readonly findingsBucket: string;
}

/** Protection plans that provider 6.25.0 knows; EKS_RUNTIME_MONITORING is an older name of a part of RUNTIME_MONITORING. */
const FEATURES = ['S3_DATA_EVENTS', 'EKS_AUDIT_LOGS', 'EBS_MALWARE_PROTECTION', 'RDS_LOGIN_EVENTS', 'LAMBDA_NETWORK_LOGS', 'RUNTIME_MONITORING'] as const;
/** GuardDuty installs and updates its agents itself; in AWS's order, or every plan shows a change. */
const AGENTS = ['EKS_ADDON_MANAGEMENT', 'ECS_FARGATE_AGENT_MANAGEMENT', 'EC2_AGENT_MANAGEMENT'] as const;

/** Watches every account for what intruders do: calls, network, names, disks, logins, processes. New accounts are watched from their first day. */
export class GuardDuty extends Construct {
  constructor(scope: Construct, id: string, { regions, security, archive, findingsBucket }: GuardDutyProps) {
    super(scope, id);
    const exporting = exportingRegions(regions);
    const { arn: kmsKeyArn } = new FindingsKey(this, 'findings', { security, archive, region: regions.home, principals: guardDutyPrincipals(exporting) });
    for (const region of regions.enabled) {
      const detectorId = this.region(region);
      // GuardDuty keeps findings for 90 days; the archive as long as the logs.
      if (exporting.includes(region))
        new GuarddutyPublishingDestination(this, `export-${region}`, { region, detectorId, destinationArn: bucketArn(findingsBucket), kmsKeyArn });
    }
  }

  /** @returns the id of the detector */
  private region(region: string): string {
    // The delegation in `org` has made it; its id is AWS's choice.
    const found = new DataAwsGuarddutyDetector(this, `found-${region}`, { region });
    const detector = new GuarddutyDetector(this, `detector-${region}`, { region, enable: true, findingPublishingFrequency: 'FIFTEEN_MINUTES' });
    importExisting(detector, `\${data.aws_guardduty_detector.${found.friendlyUniqueId}.id}@${region}`);
    const at = { region, detectorId: detector.id };
    // ALL, not NEW: accounts that somebody takes out come back.
    const organization = new GuarddutyOrganizationConfiguration(this, `members-${region}`, { ...at, autoEnableOrganizationMembers: 'ALL' });
    for (const name of FEATURES) {
      const agents = name === 'RUNTIME_MONITORING' ? AGENTS : [];
      // The organization's setting is for members; the administrator's own detector has one of its own.
      new GuarddutyDetectorFeature(this, `own-${name}-${region}`, {
        ...at,
        name,
        status: 'ENABLED',
        ...(agents.length > 0 ? { additionalConfiguration: agents.map((agent) => ({ name: agent, status: 'ENABLED' })) } : {}),
      });
      new GuarddutyOrganizationConfigurationFeature(this, `${name}-${region}`, {
        ...at,
        name,
        autoEnable: 'ALL',
        ...(agents.length > 0 ? { additionalConfiguration: agents.map((agent) => ({ name: agent, autoEnable: 'ALL' })) } : {}),
        dependsOn: [organization],
      });
    }
    return detector.id;
  }
}
