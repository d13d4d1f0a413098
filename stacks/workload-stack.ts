import type { Construct } from 'constructs';
import { accountNamed, type Blueprint, type Environment } from '../config/blueprint';
import { BlueprintStack } from '../lib/blueprint-stack';
import { logBucketName } from '../lib/naming';
import { Baselines } from '../modules/account/baselines';
import { DeveloperBoundary } from '../modules/account/developer-boundary';
import { DataKeys } from '../modules/data/data-keys';
import { Examples } from '../modules/data/examples/examples';
import type { Workload } from '../modules/data/workload';
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
    const keys = new DataKeys(this, 'key', { account: account.id, home: regions.home, dataClasses });
    new Baselines(this, 'baseline', { blueprint, account, ebsKeyArns: { [regions.home]: keys.arns.application } });
    const boundary = new DeveloperBoundary(this, 'developer-boundary', { enabledRegions: regions.enabled });
    const network = new WorkloadNetwork(this, 'network', {
      environment,
      region: regions.home,
      organizationId: organization.id,
      logBucket: logBucketName(organization.name, 'network', archive),
      keyArn: keys.arns.infrastructure,
    });
    const webAcl = new WebAcl(this, 'web-acl', { environment, region: regions.home, logBucket: logBucketName(organization.name, 'waf', archive) });
    if (environment.shieldAdvanced.enabled) {
      new ShieldAdvanced(this, 'shield', {
        account: account.id,
        region: regions.home,
        allocationIds: network.nat.allocationIds,
        contact: organization.contacts.security,
      });
    }
    if (environment.examples) {
      const workload: Workload = {
        organization,
        environment: environment.name,
        account: account.id,
        region: regions.home,
        dataClasses,
        keyArns: keys.arns,
        vpc: {
          id: network.vpc.id,
          cidr: environment.network.cidr,
          s3EndpointId: network.s3EndpointId,
          publicSubnetIds: network.subnetIds('public'),
          appSubnetIds: network.subnetIds('app'),
          dataSubnetIds: network.subnetIds('data'),
        },
        webAclArn: webAcl.arn,
        boundaryArn: boundary.arn,
      };
      new Examples(this, 'examples', { workload, ...environment.examples });
    }
  }
}
