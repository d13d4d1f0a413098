import { DetectiveGraph } from '@cdktf/provider-aws/lib/detective-graph';
import { DetectiveMember } from '@cdktf/provider-aws/lib/detective-member';
import { DetectiveOrganizationConfiguration } from '@cdktf/provider-aws/lib/detective-organization-configuration';
import { Construct } from 'constructs';
import type { Account } from '../../config/blueprint';
import { importExisting } from '../../lib/import-existing';
import { membersAmong } from './members-among';

export interface DetectiveProps {
  readonly graphs: Account['existing']['detectiveGraphs'];
  /** Id of the security account. */
  readonly administrator: string;
  /** Accounts that there are already; new ones come by themselves. */
  readonly accounts: readonly Account[];
}

/**
 * Who did what from where, for investigations. The delegation in `org` makes the graph of a region and AWS names it; no data source
 * finds it, so its ARN is written into the configuration once (docs/detection.md); until then the graph holds the security account alone.
 */
export class Detective extends Construct {
  constructor(scope: Construct, id: string, { graphs, administrator, accounts }: DetectiveProps) {
    super(scope, id);
    for (const [region, arn] of Object.entries(graphs)) {
      const graph = new DetectiveGraph(this, `graph-${region}`, { region });
      importExisting(graph, `${arn}@${region}`);
      const organization = new DetectiveOrganizationConfiguration(this, `members-${region}`, { region, graphArn: graph.graphArn, autoEnable: true });
      for (const { name, id: accountId, email } of membersAmong(accounts, administrator))
        new DetectiveMember(this, `member-${name}-${region}`, {
          region,
          graphArn: graph.graphArn,
          accountId,
          emailAddress: email,
          // Accounts of an organization get no invitation, and Detective need not know their address: another answer would replace the member.
          disableEmailNotification: true,
          lifecycle: { ignoreChanges: ['email_address', 'disable_email_notification'] },
          dependsOn: [organization],
        });
    }
  }
}
