import { CloudwatchEventRule } from '@cdktf/provider-aws/lib/cloudwatch-event-rule';
import { CloudwatchEventTarget } from '@cdktf/provider-aws/lib/cloudwatch-event-target';
import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { IamRolePolicy } from '@cdktf/provider-aws/lib/iam-role-policy';
import type { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import { GLOBAL_REGION } from '../../config/aws-regions';
import { type Account, accountNamed, type Blueprint } from '../../config/blueprint';
import { includesStep } from '../../config/detection-steps';
import { eventBusArn, queueArn } from '../../lib/arn';
import { EVENT_FORWARDING_ROLE, forwardingRuleName, SECURITY_EVENT_BUS, SERVICE_ROLE_PATH, UNDELIVERED_EVENTS } from '../../lib/naming';
import { minify, policyDocument } from '../../policies/policy-document';
import { serviceTrust } from '../../policies/role/trust';
import { decoyForwarding } from './decoy-forwarding';
import type { ForwardedEvent } from './forwarded-event';
import { FORWARDED_EVENTS } from './forwarded-events';

export interface EventForwardingProps {
  readonly blueprint: Blueprint;
  readonly account: Account;
  /** What the rules wait for in the account that makes the bus. */
  readonly dependsOn: readonly ITerraformDependable[];
}

/** Events that must not stay in the account where they happen: an intruder there would be the only one to see them. */
export class EventForwarding extends Construct {
  constructor(scope: Construct, id: string, { blueprint, account, dependsOn }: EventForwardingProps) {
    super(scope, id);
    const security = accountNamed(blueprint, 'security').id;
    const busArn = eventBusArn(blueprint.regions.home, security, SECURITY_EVENT_BUS);
    const role = this.role(account.id, busArn);
    for (const region of blueprint.regions.enabled)
      for (const [group, event] of Object.entries({ ...FORWARDED_EVENTS, ...decoyForwarding(blueprint, account) })) {
        if (!includesStep(blueprint.detection, event.step) || !happens(event, region, account, blueprint.regions.home)) continue;
        const rule = new CloudwatchEventRule(this, `${group}-${region}`, {
          region,
          name: forwardingRuleName(group),
          description: event.description,
          eventPattern: JSON.stringify(event.pattern),
          state: event.reads ? 'ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS' : 'ENABLED',
        });
        new CloudwatchEventTarget(this, `${group}-${region}-target`, {
          region,
          rule: rule.name,
          targetId: 'security-event-bus',
          arn: busArn,
          roleArn: role.arn,
          deadLetterConfig: { arn: queueArn(region, security, UNDELIVERED_EVENTS) },
          ...(dependsOn.length > 0 ? { dependsOn: [...dependsOn] } : {}),
        });
      }
  }

  private role(account: string, busArn: string): IamRole {
    const role = new IamRole(this, 'role', {
      name: EVENT_FORWARDING_ROLE,
      path: SERVICE_ROLE_PATH,
      assumeRolePolicy: minify(serviceTrust('events.amazonaws.com', account)),
    });
    new IamRolePolicy(this, 'forward', {
      name: 'forward',
      role: role.name,
      policy: minify(policyDocument({ Sid: 'AllowForwarding', Effect: 'Allow', Action: 'events:PutEvents', Resource: busArn })),
    });
    return role;
  }
}

/** Does such an event occur in this region of this account? */
const happens = ({ global, onlySecurity, onlyHome }: ForwardedEvent, region: string, account: Account, home: string): boolean =>
  (!global || region === GLOBAL_REGION) && (!onlyHome || region === home) && (!onlySecurity || account.name === 'security');
