import type { Construct } from 'constructs';
import { accountNamed, type Blueprint } from '../config/blueprint';
import { includesStep } from '../config/detection-steps';
import type { StateEntry } from '../lib/apply-order';
import { kmsAliasArn, topicArn } from '../lib/arn';
import { BlueprintStack } from '../lib/blueprint-stack';
import { ALARM_TOPIC, LOG_KEY_ALIAS, logBucketName } from '../lib/naming';
import { Baselines } from '../modules/account/baselines';
import { CostAlarms } from '../modules/account/cost-alarms';
import { CrossAccountBackup } from '../modules/account/cross-account-backup';
import { OrganizationTrail } from '../modules/detection/organization-trail';
import { TrailBaselines } from '../modules/detection/trail-baselines';

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
      bucketName: logBucketName(organization.name, 'cloudtrail', archive),
      keyAliasArn: kmsAliasArn(regions.home, archive, LOG_KEY_ALIAS),
      subscribers: [organization.contacts.security.email],
    });
    if (includesStep(blueprint.detection, 'hunting')) {
      const alarms = topicArn(regions.home, account.id, ALARM_TOPIC);
      const { logGroup, keyArn } = trail;
      new TrailBaselines(this, 'baselines', { region: regions.home, enabledRegions: regions.enabled, logGroup, keyArn, topicArn: alarms });
    }
    if (blueprint.backup.copyTo) new CrossAccountBackup(this, 'backup');
    new CostAlarms(this, 'costs', { budget: organization.budget, accounts: Object.values(accounts) });
  }
}
