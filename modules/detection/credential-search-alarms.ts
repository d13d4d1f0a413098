import { CloudwatchMetricAlarm } from '@cdktf/provider-aws/lib/cloudwatch-metric-alarm';
import { Construct } from 'constructs';
import { FOUND, NAMESPACE } from '../../functions/credential-search/metric-names';
import { countAlarm } from '../../lib/count-alarm';
import { CREDENTIAL_SEARCH, CREDENTIAL_SEARCH_LOG_GROUP } from '../../lib/naming';

const HOUR = 3600;

/** A search that does not run finds nothing, and looks like an account in which there is nothing. Forwarded to people as `credential-search`. */
export class CredentialSearchAlarms extends Construct {
  constructor(scope: Construct, id: string, { region, functionName }: { readonly region: string; readonly functionName: string }) {
    super(scope, id);
    countAlarm(this, 'failed', {
      region,
      alarmName: `${CREDENTIAL_SEARCH}-failed`,
      alarmDescription: `A search for credentials failed three times: the log ${CREDENTIAL_SEARCH_LOG_GROUP} says in which region and source`,
      namespace: 'AWS/Lambda',
      metricName: 'AsyncEventsDropped', // given up after all attempts (AWS Lambda developer guide, "Types of metrics")
      dimensions: { FunctionName: functionName },
      period: 300,
    });
    new CloudwatchMetricAlarm(this, 'silent', {
      region,
      alarmName: `${CREDENTIAL_SEARCH}-silent`,
      alarmDescription: `No search for credentials came to its end for 36 hours (on the first day: not yet). Look into ${CREDENTIAL_SEARCH_LOG_GROUP} and the rule ${CREDENTIAL_SEARCH}-daily`,
      namespace: NAMESPACE,
      metricName: FOUND,
      statistic: 'SampleCount',
      period: 6 * HOUR,
      evaluationPeriods: 6,
      threshold: 1,
      comparisonOperator: 'LessThanThreshold',
      treatMissingData: 'breaching',
    });
  }
}
