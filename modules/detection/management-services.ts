import { GuarddutyDetector } from '@cdktf/provider-aws/lib/guardduty-detector';
import { SecurityhubAccount } from '@cdktf/provider-aws/lib/securityhub-account';
import { Construct } from 'constructs';
import type { Account } from '../../config/blueprint';
import { importExisting } from '../../lib/import-existing';

export interface ManagementServicesProps {
  readonly account: Account;
  readonly enabledRegions: readonly string[];
}

/**
 * No guardrail binds the management account, so detection must. The administrator can only take it in as a member where
 * GuardDuty and Security Hub are on already: nobody switches them on in there from outside (both user guides, from memory).
 */
export class ManagementServices extends Construct {
  constructor(scope: Construct, id: string, { account, enabledRegions }: ManagementServicesProps) {
    super(scope, id);
    const { guardDutyDetectors, securityHubs } = account.existing;
    for (const region of enabledRegions) {
      const detector = new GuarddutyDetector(this, `guardduty-${region}`, { region, enable: true });
      const known = guardDutyDetectors[region];
      if (known) importExisting(detector, `${known}@${region}`);
      const hub = new SecurityhubAccount(this, `securityhub-${region}`, {
        region,
        enableDefaultStandards: false, // the administrator's policy says which
        lifecycle: { ignoreChanges: ['enable_default_standards'] }, // cannot be read back, and another value would make the hub anew
      });
      if (securityHubs.includes(region)) importExisting(hub, `${account.id}@${region}`);
    }
  }
}
