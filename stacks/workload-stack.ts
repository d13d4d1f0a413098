import type { Construct } from 'constructs';
import { accountNamed, type Blueprint, type Environment } from '../config/blueprint';
import { BlueprintStack } from '../lib/blueprint-stack';
import { logBucketName } from '../lib/naming';
import { Baselines } from '../modules/account/baselines';
import { DeveloperBoundary } from '../modules/account/developer-boundary';
import { DataKeys } from '../modules/data/data-keys';
import { ShieldAdvanced } from '../modules/network/shield-advanced';
import { WebAcl } from '../modules/network/web-acl';
import { WorkloadNetwork } from '../modules/network/workload-network';

/** One workload environment: keys of each data class, a network with inspection, protection of its edge, baselines. */
export class WorkloadStack extends BlueprintStack {
  constructor(scope: Construct, environment: Environment, blueprint: Blueprint) {
    const { account } = environment;
    super(scope, environment.name, { blueprint, account });
    const { organization, regions, dataClasses } = blueprint;
    const archive = accountNamed(blueprint, 'log-archive').id;
    const keys = new DataKeys(this, 'key', { account: account.id, home: regions.home, dataClasses, deployRoles: blueprint.guardrails.deployRoles });
    new Baselines(this, 'baseline', { blueprint, account, ebsKeyArns: keys.regional.application });
    new DeveloperBoundary(this, 'developer-boundary', { enabledRegions: regions.enabled });
    const network = new WorkloadNetwork(this, 'network', {
      environment,
      region: regions.home,
      organizationId: organization.id,
      logBucket: logBucketName(organization.name, 'network', archive),
      keyArn: keys.arns.infrastructure,
    });
    new WebAcl(this, 'web-acl', { environment, region: regions.home, logBucket: logBucketName(organization.name, 'waf', archive) });
    if (environment.shieldAdvanced.enabled) {
      new ShieldAdvanced(this, 'shield', {
        account: account.id,
        region: regions.home,
        allocationIds: network.nat.allocationIds,
        contact: organization.contacts.security,
      });
    }
  }
}
