import type { Construct } from 'constructs';
import { accountNamed, type Blueprint } from '../config/blueprint';
import { includesStep } from '../config/detection-steps';
import type { StateEntry } from '../lib/apply-order';
import { trailArn } from '../lib/arn';
import { BlueprintStack } from '../lib/blueprint-stack';
import { exportingRegions, guardDutyPrincipals } from '../lib/findings-export';
import { findingsBucketName, logBucketName, ORGANIZATION_TRAIL } from '../lib/naming';
import { accessLogsOf } from '../lib/private-bucket';
import { Baselines } from '../modules/account/baselines';
import { backupCopies } from '../modules/data/backup-copies';
import { CentralLogGroups } from '../modules/detection/central-log-groups';
import { Decoys } from '../modules/detection/decoys';
import { EdgeLogs } from '../modules/detection/edge-logs';
import { FindingsBucket } from '../modules/detection/findings-bucket';
import { Hunting } from '../modules/detection/hunting';
import { LogArchive } from '../modules/detection/log-archive';

/** The account that keeps all logs, and its own baseline. */
export class LogArchiveStack extends BlueprintStack {
  constructor(scope: Construct, { id, account }: StateEntry, blueprint: Blueprint) {
    super(scope, id, { blueprint, account });
    const { organization, regions, accounts } = blueprint;
    const management = accountNamed(blueprint, 'management').id;
    const common = {
      organization: organization.name,
      organizationId: organization.id,
      account: account.id,
      accounts: Object.values(accounts).map(({ id }) => id),
      managementAccount: management,
      trailArn: trailArn(regions.home, management, ORGANIZATION_TRAIL),
      retention: blueprint.logging.archive,
      lockedCopies: includesStep(blueprint.detection, 'centralized'),
    };
    const archive = new LogArchive(this, 'logs', { ...common, region: regions.home });
    new EdgeLogs(this, 'edge', { ...common, home: regions.home, environments: blueprint.environments });
    if (includesStep(blueprint.detection, 'centralized'))
      new CentralLogGroups(this, 'central-log-groups', { ...common, home: regions.home, sources: regions.enabled, ...blueprint.logging.centralLogGroups });
    if (includesStep(blueprint.detection, 'correlated'))
      new FindingsBucket(this, 'findings', {
        bucket: findingsBucketName(organization.name, account.id),
        archive: account.id,
        security: accountNamed(blueprint, 'security').id,
        organizationId: organization.id,
        region: regions.home,
        principals: guardDutyPrincipals(exportingRegions(regions)),
        keyArn: archive.keyArn,
        retention: blueprint.logging.archive,
        accessLogs: accessLogsOf(organization.name, regions.home, account.id),
      });
    if (includesStep(blueprint.detection, 'hunting')) {
      const bucket = (source: 'cloudtrail' | 'network' | 'resolver' | 'waf') => logBucketName(organization.name, source, account.id);
      const networks = Object.values(accounts).filter(({ name }) => !['management', 'log-archive', 'security'].includes(name));
      new Hunting(this, 'hunting', {
        ...common,
        home: regions.home,
        enabledRegions: regions.enabled,
        workloads: networks.map(({ id }) => id),
        environments: networks.map(({ name }) => name),
        buckets: { cloudtrail: bucket('cloudtrail'), network: bucket('network'), resolver: bucket('resolver'), waf: bucket('waf') },
        securityAccount: accountNamed(blueprint, 'security').id,
        keyArn: archive.keyArn,
        settings: blueprint.hunting,
      });
    }
    if (blueprint.backup.copyTo === 'log-archive') backupCopies(this, blueprint, account);
    // AWS Config checks the bucket when the channel is made.
    new Baselines(this, 'baseline', { blueprint, account, deliveryDependsOn: archive.delivery });
    new Decoys(this, 'decoys', { blueprint, account });
  }
}
