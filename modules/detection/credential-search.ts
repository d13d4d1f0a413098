import { CloudwatchEventRule } from '@cdktf/provider-aws/lib/cloudwatch-event-rule';
import { CloudwatchEventTarget } from '@cdktf/provider-aws/lib/cloudwatch-event-target';
import { LambdaPermission } from '@cdktf/provider-aws/lib/lambda-permission';
import { Construct } from 'constructs';
import { accountNamed, type Blueprint } from '../../config/blueprint';
import { includesStep } from '../../config/detection-steps';
import type { SearchEvent } from '../../functions/credential-search/event';
import { queueArn } from '../../lib/arn';
import { CREDENTIAL_SEARCH, UNDELIVERED_EVENTS } from '../../lib/naming';
import { CredentialSearchAlarms } from './credential-search-alarms';
import { CredentialSearchFunction } from './credential-search-function';

export interface CredentialSearchProps {
  readonly blueprint: Blueprint;
  readonly account: string;
  /** Key of log groups. */
  readonly logKeyArn: string;
}

/**
 * Whoever may describe an account reads the password that somebody wrote into user data, a variable or a plain parameter. Looked for once a
 * day in every enabled region; what is found is a finding in Security Hub, from where the usual alerts go. Needs only what step
 * `correlated` has: nothing is changed, so it does not wait for `respond`.
 */
export class CredentialSearch extends Construct {
  constructor(scope: Construct, id: string, { blueprint, account, logKeyArn }: CredentialSearchProps) {
    super(scope, id);
    if (!includesStep(blueprint.detection, 'correlated')) return;
    const { home: region, enabled } = blueprint.regions;
    const search = new CredentialSearchFunction(this, 'function', { account, home: region, regions: enabled, logKeyArn });
    const event: SearchEvent = { regions: enabled, personalData: blueprint.credentialSearch.personalData };
    const rule = new CloudwatchEventRule(this, 'daily', {
      region,
      name: `${CREDENTIAL_SEARCH}-daily`,
      description: 'Looks for credentials in what runs in this account',
      scheduleExpression: 'rate(1 day)',
    });
    const permission = new LambdaPermission(this, 'daily-permission', {
      region,
      statementId: 'daily',
      functionName: search.name,
      action: 'lambda:InvokeFunction',
      principal: 'events.amazonaws.com',
      sourceArn: rule.arn,
    });
    new CloudwatchEventTarget(this, 'daily-target', {
      region,
      rule: rule.name,
      targetId: 'credential-search',
      arn: search.arn,
      input: JSON.stringify(event),
      deadLetterConfig: { arn: queueArn(region, accountNamed(blueprint, 'security').id, UNDELIVERED_EVENTS) },
      dependsOn: [permission],
    });
    new CredentialSearchAlarms(this, 'alarm', { region, functionName: search.name });
  }
}
