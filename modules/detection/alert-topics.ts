import { SnsTopic } from '@cdktf/provider-aws/lib/sns-topic';
import { SnsTopicPolicy } from '@cdktf/provider-aws/lib/sns-topic-policy';
import { SnsTopicSubscription } from '@cdktf/provider-aws/lib/sns-topic-subscription';
import { Construct } from 'constructs';
import { ALERT_SEVERITIES, type AlertSeverity } from '../../config/alerts-schema';
import type { Blueprint } from '../../config/blueprint';
import { iamRoleArn, topicArn } from '../../lib/arn';
import { dataTags } from '../../lib/data-tags';
import { alertTopicName, CHAT_TOPIC, SERVICE_ROLE_PATH } from '../../lib/naming';
import { minify } from '../../policies/policy-document';
import { alertTopicPolicy } from '../../policies/resource/alert-topic';

export interface AlertTopicsProps {
  readonly account: string;
  readonly region: string;
  readonly organizationId: string;
  readonly keyArn: string;
  readonly alerts: Blueprint['alerts'];
}

/** Topics of the security account, so that no account that is attacked holds the list of who hears of it. */
export class AlertTopics extends Construct {
  /** ARNs of the topics by severity. */
  readonly arns: Readonly<Record<AlertSeverity, string>>;
  /** ARN of the topic for chat channels, where there are any. */
  readonly chatArn?: string;

  constructor(
    scope: Construct,
    id: string,
    private readonly props: AlertTopicsProps,
  ) {
    super(scope, id);
    const { region, alerts } = props;
    const arns = ALERT_SEVERITIES.map((severity): [AlertSeverity, string] => {
      const arn = this.topic(severity, alertTopicName(severity));
      for (const [index, endpoint] of alerts.emails[severity].entries())
        new SnsTopicSubscription(this, `${severity}-subscriber-${index}`, { region, topicArn: arn, protocol: 'email', endpoint });
      return [severity, arn];
    });
    this.arns = Object.fromEntries(arns) as Record<AlertSeverity, string>;
    if (alerts.chat) this.chatArn = this.topic('chat', CHAT_TOPIC);
  }

  private topic(id: string, name: string): string {
    const { account, region, organizationId, keyArn } = this.props;
    const topic = new SnsTopic(this, id, { region, name, kmsMasterKeyId: keyArn, signatureVersion: 2, tags: dataTags('operational') });
    const publishers = [iamRoleArn(account, SERVICE_ROLE_PATH, '*')]; // responses of this account say what they did
    const policy = alertTopicPolicy({ arn: topicArn(region, account, name), account, region, organizationId, publishers });
    new SnsTopicPolicy(this, `${id}-policy`, { region, arn: topic.arn, policy: minify(policy) });
    return topic.arn;
  }
}
