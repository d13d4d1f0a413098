import type { Construct } from 'constructs';
import { accountNamed, type Blueprint } from '../config/blueprint';
import { inspectionVpc, membersOf } from '../config/central-network';
import type { StateEntry } from '../lib/apply-order';
import { BlueprintStack } from '../lib/blueprint-stack';
import { logBucketName } from '../lib/naming';
import { Baselines } from '../modules/account/baselines';
import { InfrastructureKey } from '../modules/data/infrastructure-key';
import { DnsFirewall } from '../modules/network/dns-firewall';
import { InspectionNetwork } from '../modules/network/inspection-network';
import { ResolverQueryLogs } from '../modules/network/resolver-query-logs';
import { TransitGateway } from '../modules/network/transit-gateway';
import { networkTags } from '../modules/network/workload-network';

/** The central network of all environments: transit gateway, inspection VPC with firewall and NAT, own baseline. */
export class NetworkStack extends BlueprintStack {
  constructor(scope: Construct, { id, account }: StateEntry, blueprint: Blueprint) {
    super(scope, id, { blueprint, account });
    const { organization, dataClasses, guardrails, dnsFirewall, network } = blueprint;
    const { home: region } = blueprint.regions;
    if (!network.central) throw new Error('network.central: is missing although there is an account for it; config/checks/central-network.ts lets none pass');
    const archive = accountNamed(blueprint, 'log-archive').id;
    const inspection = inspectionVpc(account, network.central);
    const members = membersOf(blueprint);
    const tags = (name: string) => networkTags(inspection.name, name);
    const key = new InfrastructureKey(this, 'key', { account: account.id, region, dataClass: dataClasses.infrastructure, deployRoles: guardrails.deployRoles });
    new Baselines(this, 'baseline', { blueprint, account });
    const gateway = new TransitGateway(this, 'transit-gateway', { region, members, tags });
    // No VPC Block Public Access here: the EC2 policy of `infrastructure` lets nothing in, and forbids the account to say so itself (docs/adr/0005).
    const { vpc } = new InspectionNetwork(this, 'network', {
      inspection,
      region,
      transitGatewayId: gateway.id,
      members,
      routes: network.central.routes,
      logBucket: logBucketName(organization.name, 'network', archive),
      keyArn: key.arn,
    });
    const part = { region, vpc, environment: inspection, tags };
    new ResolverQueryLogs(this, 'resolver-query-logs', { ...part, logBucket: logBucketName(organization.name, 'resolver', archive) });
    new DnsFirewall(this, 'dns-firewall', { ...part, mode: 'block', managedDomainLists: dnsFirewall.managedDomainLists });
  }
}
