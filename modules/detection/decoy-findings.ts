import type { CloudwatchEventRule } from '@cdktf/provider-aws/lib/cloudwatch-event-rule';
import { CloudwatchEventTarget } from '@cdktf/provider-aws/lib/cloudwatch-event-target';
import { Construct } from 'constructs';
import { DECOY, OWN_SOURCE } from '../../functions/response/own-events';
import type { ForwardedEvent } from './forwarded-event';

export interface DecoyFindingsProps {
  readonly region: string;
  readonly busName: string;
  /** Groups of events about decoys, and the rules that alert on them. */
  readonly decoys: Readonly<Record<string, ForwardedEvent>>;
  readonly rules: Readonly<Record<string, CloudwatchEventRule>>;
  readonly queueArn: string;
  readonly undeliveredArn: string;
}

/**
 * A touch of a decoy also becomes a finding, so that whoever works with Security Hub, and what is connected to it, sees it among the others.
 * A second target of the rules that alert: rules of their own would count twice against the 300 that a bus may have.
 */
export class DecoyFindings extends Construct {
  constructor(scope: Construct, id: string, { region, busName, decoys, rules, queueArn, undeliveredArn }: DecoyFindingsProps) {
    super(scope, id);
    for (const [group, { description, alert }] of Object.entries(decoys)) {
      const rule = rules[group];
      if (!rule) throw new Error(`decoy-findings: nobody is alerted of ${group}; finding-alerts.ts makes its rule`);
      new CloudwatchEventTarget(this, group, {
        region,
        rule: rule.name,
        eventBusName: busName,
        targetId: 'finding',
        arn: queueArn,
        inputTransformer: decoyTouched(alert?.title ?? description),
        deadLetterConfig: { arn: undeliveredArn },
      });
    }
  }
}

/** The event as the function knows it (functions/response/decoy-finding.ts): the values of the envelope are texts, the detail is an object. */
const decoyTouched = (title: string): { inputPaths: Record<string, string>; inputTemplate: string } => ({
  inputPaths: { account: '$.account', region: '$.region', time: '$.time', event: '$.detail' },
  inputTemplate: `{"source":"${OWN_SOURCE}","detail-type":"${DECOY}","account":"<account>","region":"<region>","time":"<time>","detail":{"title":${JSON.stringify(title)},"event":<event>}}`,
});
