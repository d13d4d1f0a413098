import type { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import { type Account, accountNamed, type Blueprint } from '../../config/blueprint';
import { includesStep } from '../../config/detection-steps';
import { conformanceTemplates } from '../../lib/conformance-templates';
import { logBucketName } from '../../lib/naming';
import { AccessLogCopies } from '../detection/access-log-copies';
import { EventForwarding } from '../detection/event-forwarding';
import { ResponseRole } from '../detection/response-role';
import { AccountBaseline } from './account-baseline';
import { RegionalBaseline } from './regional-baseline';

export interface BaselinesProps {
  readonly blueprint: Blueprint;
  readonly account: Account;
  /** What AWS Config's delivery waits for in the account that makes its bucket. */
  readonly deliveryDependsOn?: readonly ITerraformDependable[];
  /** Region -> key of new EBS volumes. Regions without one use the AWS-managed key. */
  readonly ebsKeyArns?: Readonly<Record<string, string>>;
  /** What forwarding waits for in the account that makes the bus. */
  readonly forwardingDependsOn?: readonly ITerraformDependable[];
}

/** The account baseline once and the regional baseline in every enabled region: the same in all accounts. */
export class Baselines extends Construct {
  /** Copies access logs into the archive, from step centralized on. */
  readonly accessLogCopies?: AccessLogCopies;

  constructor(scope: Construct, id: string, { blueprint, account, ebsKeyArns = {}, deliveryDependsOn = [], forwardingDependsOn = [] }: BaselinesProps) {
    super(scope, id);
    const { configRole } = new AccountBaseline(this, 'account', { account });
    for (const region of blueprint.regions.enabled) {
      new RegionalBaseline(this, region, {
        account,
        region,
        configRole,
        configBucket: logBucketName(blueprint.organization.name, 'config', accountNamed(blueprint, 'log-archive').id),
        deliveryDependsOn,
        ec2PolicyHolds: account.name !== 'management', // organization policies hang on units; the management account is in none
        recordsGlobalResources: region === blueprint.regions.home,
        conformanceTemplates: includesStep(blueprint.detection, 'correlated') ? conformanceTemplates(blueprint, account, region) : [],
        ...(ebsKeyArns[region] ? { ebsKeyArn: ebsKeyArns[region] } : {}),
      });
    }
    // The archive's own access logs lie in the archive already, and a copy of the log of its copies would never end.
    if (includesStep(blueprint.detection, 'centralized') && account.name !== 'log-archive')
      this.accessLogCopies = new AccessLogCopies(this, 'access-log-copies', { blueprint, account });
    if (includesStep(blueprint.detection, 'correlated')) new EventForwarding(this, 'forwarding', { blueprint, account, dependsOn: forwardingDependsOn });
    if (includesStep(blueprint.detection, 'respond')) {
      const securityAccount = accountNamed(blueprint, 'security').id;
      new ResponseRole(this, 'response', { account: account.id, securityAccount, organizationId: blueprint.organization.id });
    }
  }
}
