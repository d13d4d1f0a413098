import type { Construct } from 'constructs';
import { accountNamed, type Blueprint } from '../config/blueprint';
import { includesStep } from '../config/detection-steps';
import type { StateEntry } from '../lib/apply-order';
import { kmsAliasArn } from '../lib/arn';
import { BlueprintStack } from '../lib/blueprint-stack';
import { LOG_KEY_ALIAS, logBucketName } from '../lib/naming';
import { Baselines } from '../modules/account/baselines';
import { CostAlarms } from '../modules/account/cost-alarms';
import { CrossAccountBackup } from '../modules/account/cross-account-backup';
import { DecoyAlarm } from '../modules/detection/decoy-alarm';
import { decoyFilters } from '../modules/detection/decoy-filters';
import { Decoys } from '../modules/detection/decoys';
import { ManagementServices } from '../modules/detection/management-services';
import { OrganizationTrail } from '../modules/detection/organization-trail';
import { QuarantineRole } from '../modules/detection/quarantine-role';
import { quarantinable } from '../modules/detection/response';
import { ordinaryWork } from '../modules/detection/trail-alarms/ordinary-work';
import { TrailBaselines } from '../modules/detection/trail-baselines';
import { recordedBuckets } from '../modules/detection/trail-selectors';

/** The management account's own baseline, the organization's trail with its alarms, and the alarms of the bill. */
export class OrganizationManagementStack extends BlueprintStack {
  constructor(scope: Construct, { id, account }: StateEntry, blueprint: Blueprint) {
    super(scope, id, { blueprint, account });
    const { organization, regions, accounts } = blueprint;
    const archive = accountNamed(blueprint, 'log-archive').id;
    new Baselines(this, 'baseline', { blueprint, account });
    const trail = new OrganizationTrail(this, 'trail', {
      account: account.id,
      region: regions.home,
      organizationId: organization.id,
      archive,
      accounts: Object.values(accounts).map(({ id }) => id),
      bucketName: logBucketName(organization.name, 'cloudtrail', archive),
      keyAliasArn: kmsAliasArn(regions.home, archive, LOG_KEY_ALIAS),
      subscribers: [organization.contacts.security.email],
      logging: blueprint.logging,
      recordedBuckets: recordedBuckets(blueprint),
      ordinaryWork: ordinaryWork(blueprint),
    });
    if (includesStep(blueprint.detection, 'hunting'))
      new TrailBaselines(this, 'baselines', { ...trail, region: regions.home, enabledRegions: regions.enabled });
    if (includesStep(blueprint.detection, 'correlated')) new ManagementServices(this, 'detection', { account, enabledRegions: regions.enabled });
    if (includesStep(blueprint.detection, 'deception')) {
      new Decoys(this, 'decoys', { blueprint, account });
      const { logGroup, topicArn } = trail;
      new DecoyAlarm(this, 'decoy-alarm', {
        region: regions.home,
        logGroupName: logGroup.name,
        topicArn,
        patterns: decoyFilters(blueprint),
        dependsOn: [logGroup],
      });
    }
    if (blueprint.backup.copyTo) new CrossAccountBackup(this, 'backup');
    if (includesStep(blueprint.detection, 'respond')) {
      const securityAccount = accountNamed(blueprint, 'security').id;
      const parties = { managementAccount: account.id, securityAccount, organizationId: organization.id };
      new QuarantineRole(this, 'quarantine', { ...parties, quarantinable: quarantinable(blueprint) });
    }
    const { anomalyMonitor } = account.existing;
    new CostAlarms(this, 'costs', {
      budget: organization.budget,
      accounts: Object.values(accounts),
      ...(anomalyMonitor ? { existingMonitor: anomalyMonitor } : {}),
    });
  }
}
