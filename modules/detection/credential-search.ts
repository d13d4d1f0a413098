import { CloudwatchEventRule, type CloudwatchEventRuleConfig } from '@cdktf/provider-aws/lib/cloudwatch-event-rule';
import { CloudwatchEventTarget, type CloudwatchEventTargetConfig } from '@cdktf/provider-aws/lib/cloudwatch-event-target';
import { LambdaPermission } from '@cdktf/provider-aws/lib/lambda-permission';
import { Construct } from 'constructs';
import { accountNamed, type Blueprint } from '../../config/blueprint';
import { includesStep } from '../../config/detection-steps';
import { CALLS } from '../../functions/credential-search/calls';
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
 * day in every enabled region, and at home in what was just made or changed; what is found is a finding in Security Hub, from where the usual alerts go. Needs only what step
 * `correlated` has: nothing is changed, so it does not wait for `respond`.
 */
export class CredentialSearch extends Construct {
  constructor(scope: Construct, id: string, { blueprint, account, logKeyArn }: CredentialSearchProps) {
    super(scope, id);
    if (!includesStep(blueprint.detection, 'correlated')) return;
    const { home: region, enabled } = blueprint.regions;
    const search = new CredentialSearchFunction(this, 'function', { account, home: region, regions: enabled, logKeyArn });
    const event: SearchEvent = { regions: enabled, personalData: blueprint.credentialSearch.personalData };
    const deadLetters = queueArn(region, accountNamed(blueprint, 'security').id, UNDELIVERED_EVENTS);
    const rule = (name: string, on: Partial<CloudwatchEventRuleConfig>, target: Partial<CloudwatchEventTargetConfig>): void =>
      this.rule(search, name, { region, ...on }, { deadLetterConfig: { arn: deadLetters }, ...target });
    rule('daily', { description: 'Looks for credentials in what runs here', scheduleExpression: 'rate(1 day)' }, { input: JSON.stringify(event) });
    // At home, where networks and so applications stand: an event of another region would need a bus on its way.
    rule(
      'changes',
      { description: 'Looks for credentials in what was made or changed', eventPattern: JSON.stringify(CHANGE_PATTERN) },
      { inputTransformer: { inputPaths: { call: '$.detail' }, inputTemplate: JSON.stringify({ ...event, call: '<call>' }).replace('"<call>"', '<call>') } },
    );
    new CredentialSearchAlarms(this, 'alarm', { region, functionName: search.name });
  }

  private rule(search: CredentialSearchFunction, name: string, on: Partial<CloudwatchEventRuleConfig>, target: Partial<CloudwatchEventTargetConfig>): void {
    const rule = new CloudwatchEventRule(this, name, { name: `${CREDENTIAL_SEARCH}-${name}`, ...on });
    const region = on.region as string;
    const permission = new LambdaPermission(this, `${name}-permission`, {
      region,
      statementId: name,
      functionName: search.name,
      action: 'lambda:InvokeFunction',
      principal: 'events.amazonaws.com',
      sourceArn: rule.arn,
    });
    new CloudwatchEventTarget(this, `${name}-target`, {
      region,
      rule: rule.name,
      targetId: 'credential-search',
      arn: search.arn,
      dependsOn: [permission],
      ...target,
    });
  }
}

/** Calls that succeeded; CloudTrail leaves the texts themselves out. */
const CHANGE_PATTERN = {
  source: [...new Set(CALLS.map(({ service }) => `aws.${service}`))],
  'detail-type': ['AWS API Call via CloudTrail'],
  detail: { eventName: CALLS.map(({ eventName }) => eventName), errorCode: [{ exists: false }] },
};
