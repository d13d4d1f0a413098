import { CloudwatchLogGroup } from '@cdktf/provider-aws/lib/cloudwatch-log-group';
import { CloudwatchLogMetricFilter } from '@cdktf/provider-aws/lib/cloudwatch-log-metric-filter';
import { CloudwatchLogResourcePolicy } from '@cdktf/provider-aws/lib/cloudwatch-log-resource-policy';
import type { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import { countAlarm } from '../../lib/count-alarm';
import { dataTags } from '../../lib/data-tags';
import { MASKING_FINDINGS, SECRETS_IN_LOGS_ALARM } from '../../lib/naming';
import { findingsDeliveryPolicy } from '../../policies/logs/findings-delivery';
import { SECRETS_FOUND } from '../../policies/logs/masking';
import { minify } from '../../policies/policy-document';

export interface MaskingFindingsProps {
  readonly account: string;
  readonly region: string;
  /** Key of log groups. */
  readonly keyArn: string;
  /** As CloudWatch Logs knows them. */
  readonly retentionDays: number;
}

/**
 * A mask hides what an application should never have logged; the application goes on logging it. Here stands which log group, what kind,
 * and how often (never the value), and an alarm goes off for credentials and cards. E-mail addresses are counted, and wake nobody.
 */
export class MaskingFindings extends Construct {
  /** What a masking policy waits for. */
  readonly delivery: readonly ITerraformDependable[];

  constructor(scope: Construct, id: string, { account, region, keyArn, retentionDays }: MaskingFindingsProps) {
    super(scope, id);
    const logGroup = new CloudwatchLogGroup(this, 'log-group', {
      region,
      name: MASKING_FINDINGS,
      kmsKeyId: keyArn,
      retentionInDays: retentionDays,
      tags: dataTags('operational'),
    });
    const policy = new CloudwatchLogResourcePolicy(this, 'policy', {
      region,
      policyName: 'platform-masking-findings',
      policyDocument: minify(findingsDeliveryPolicy(account, region)),
    });
    this.delivery = [logGroup, policy];
    const metric = { name: 'secrets-in-logs', namespace: 'Platform/Masking', value: '1' };
    new CloudwatchLogMetricFilter(this, 'filter', {
      region,
      name: metric.name,
      logGroupName: logGroup.name,
      pattern: SECRETS_FOUND,
      metricTransformation: metric,
    });
    countAlarm(this, 'alarm', {
      region,
      alarmName: SECRETS_IN_LOGS_ALARM,
      alarmDescription: `An application writes credentials or card numbers into its log. ${MASKING_FINDINGS} says which: correct it, then replace what was logged`,
      namespace: metric.namespace,
      metricName: metric.name,
      period: 300,
    });
  }
}
