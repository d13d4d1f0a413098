import { DetectiveGraph } from '@cdktf/provider-aws/lib/detective-graph';
import { DetectiveOrganizationConfiguration } from '@cdktf/provider-aws/lib/detective-organization-configuration';
import { Construct } from 'constructs';
import type { Account } from '../../config/blueprint';
import { importExisting } from '../../lib/import-existing';

/**
 * Who did what from where, for investigations. The delegation in `org` makes the graph of a region and AWS names it; no data source
 * finds it, so its ARN is written into the configuration once (docs/detection.md); until then the graph holds the security account alone.
 */
export class Detective extends Construct {
  constructor(scope: Construct, id: string, { graphs }: { readonly graphs: Account['existing']['detectiveGraphs'] }) {
    super(scope, id);
    for (const [region, arn] of Object.entries(graphs)) {
      const graph = new DetectiveGraph(this, `graph-${region}`, { region });
      importExisting(graph, `${arn}@${region}`);
      new DetectiveOrganizationConfiguration(this, `members-${region}`, { region, graphArn: graph.graphArn, autoEnable: true });
    }
  }
}
