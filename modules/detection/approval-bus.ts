import { CloudwatchEventBus } from '@cdktf/provider-aws/lib/cloudwatch-event-bus';
import { CloudwatchEventBusPolicy } from '@cdktf/provider-aws/lib/cloudwatch-event-bus-policy';
import { Construct } from 'constructs';
import { eventBusArn, identityCenterRolePattern } from '../../lib/arn';
import { dataTags } from '../../lib/data-tags';
import { APPROVAL_BUS } from '../../lib/naming';
import { minify } from '../../policies/policy-document';
import { approvalBusPolicy } from '../../policies/resource/approval-bus';

export interface ApprovalBusProps {
  readonly account: string;
  readonly region: string;
}

/** Where a person of the security team says yes or no; an administrator of the account, or a role that somebody stole, does not. */
export class ApprovalBus extends Construct {
  readonly name: string;

  constructor(scope: Construct, id: string, { account, region }: ApprovalBusProps) {
    super(scope, id);
    // It carries ids and names of people, no data: AWS's own key is enough, and nobody has to be able to use ours.
    const bus = new CloudwatchEventBus(this, 'bus', { region, name: APPROVAL_BUS, description: 'Approvals of responses', tags: dataTags('operational') });
    const policy = approvalBusPolicy(eventBusArn(region, account, APPROVAL_BUS), identityCenterRolePattern('SecurityAdmin', account));
    new CloudwatchEventBusPolicy(this, 'policy', { region, eventBusName: bus.name, policy: minify(policy) });
    this.name = bus.name;
  }
}
