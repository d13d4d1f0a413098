import type { Construct } from 'constructs';
import type { Blueprint } from '../config/blueprint';
import { inspectionVpc, membersOf } from '../config/central-network';
import type { StateEntry } from '../lib/apply-order';
import { BlueprintStack } from '../lib/blueprint-stack';
import { TransitRoutes } from '../modules/network/transit-routes';

/** Where packets of each attached environment go; after the environments, whose attachments it finds. */
export class NetworkRoutesStack extends BlueprintStack {
  constructor(scope: Construct, { id, account }: StateEntry, blueprint: Blueprint) {
    super(scope, id, { blueprint, account });
    const { network, regions } = blueprint;
    if (!network.central) throw new Error('network.central: is missing although there is an account for it; config/checks/central-network.ts lets none pass');
    new TransitRoutes(this, 'transit', {
      region: regions.home,
      inspection: inspectionVpc(account, network.central),
      members: membersOf(blueprint),
      routes: network.central.routes,
    });
  }
}
