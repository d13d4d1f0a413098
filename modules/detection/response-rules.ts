import { CloudwatchEventRule } from '@cdktf/provider-aws/lib/cloudwatch-event-rule';
import { CloudwatchEventTarget } from '@cdktf/provider-aws/lib/cloudwatch-event-target';
import { Construct } from 'constructs';
import { OWN_SOURCE, WATCH } from '../../functions/response/own-events';
import { APPROVAL_PATTERN, FORWARDED_PATTERNS, POSTURE_PATTERN } from './response-patterns';

export interface ResponseRulesProps {
  readonly region: string;
  /** Bus that every account forwards to. */
  readonly busName: string;
  readonly approvalBusName: string;
  readonly queueArn: string;
  /** Where EventBridge leaves what it could not deliver. */
  readonly undeliveredArn: string;
}

/** What feeds the queue of the responses: findings, calls, the word of a person, and a clock by which open incidents age. */
export class ResponseRules extends Construct {
  constructor(
    scope: Construct,
    id: string,
    private readonly props: ResponseRulesProps,
  ) {
    super(scope, id);
    for (const [name, pattern] of Object.entries(FORWARDED_PATTERNS)) this.rule(name, { eventBusName: props.busName, eventPattern: JSON.stringify(pattern) });
    this.rule('posture', { eventPattern: JSON.stringify(POSTURE_PATTERN) });
    this.rule('approval', { eventBusName: props.approvalBusName, eventPattern: JSON.stringify(APPROVAL_PATTERN) });
    this.rule('watch', { scheduleExpression: 'rate(5 minutes)' }, JSON.stringify({ source: OWN_SOURCE, 'detail-type': WATCH }));
  }

  private rule(name: string, on: { eventBusName?: string; eventPattern?: string; scheduleExpression?: string }, input?: string): void {
    const { region, queueArn, undeliveredArn } = this.props;
    const rule = new CloudwatchEventRule(this, name, { region, name: `platform-respond-${name}`, description: `Feeds responses: ${name}`, ...on });
    new CloudwatchEventTarget(this, `${name}-target`, {
      region,
      rule: rule.name,
      ...(on.eventBusName ? { eventBusName: on.eventBusName } : {}),
      targetId: 'response',
      arn: queueArn,
      deadLetterConfig: { arn: undeliveredArn },
      ...(input ? { input } : {}),
    });
  }
}
