import { SnsTopic } from '@cdktf/provider-aws/lib/sns-topic';
import { SnsTopicPolicy } from '@cdktf/provider-aws/lib/sns-topic-policy';
import { SnsTopicSubscription } from '@cdktf/provider-aws/lib/sns-topic-subscription';
import { Construct } from 'constructs';
import type { Blueprint } from '../../config/blueprint';
import { accountNamed } from '../../config/blueprint';
import { includesStep } from '../../config/detection-steps';
import { FAMILIES, type Family, type Mode } from '../../functions/response/incident';
import { NAMESPACE, TIME_TO_RESPOND } from '../../functions/response/metric-names';
import type { Settings } from '../../functions/response/settings';
import { iamRoleArn, topicArn } from '../../lib/arn';
import { dataTags } from '../../lib/data-tags';
import { QUARANTINE_ROLE, RESPONSE, RESPONSE_FUNCTION_ROLE, RESPONSE_ROLE, SERVICE_ROLE_PATH } from '../../lib/naming';
import { minify } from '../../policies/policy-document';
import { topicPolicy } from '../../policies/resource/topic';
import type { AlertChain } from './alert-chain';
import { ApprovalBus } from './approval-bus';
import { DecoyFindings } from './decoy-findings';
import { decoysForwarded } from './decoy-forwarding';
import { ResponseAlarms } from './response-alarms';
import { ResponseDashboard } from './response-dashboard';
import { ResponseFunction } from './response-function';
import { ResponseRules } from './response-rules';
import { ResponseStore } from './response-store';

export interface ResponseProps {
  readonly blueprint: Blueprint;
  readonly account: string;
  /** Bus that every account forwards to, its key, topics for alarms, and the queue of what was not delivered. */
  readonly chain: Pick<AlertChain, 'alertRules' | 'busName' | 'keyArn' | 'topicArns' | 'undeliveredArn'>;
}

const TIMEOUT_SECONDS = 60;

/** An intruder works at night, too: findings that have one right answer get it within minutes, or a person is asked. */
export class Response extends Construct {
  constructor(scope: Construct, id: string, { blueprint, account, chain }: ResponseProps) {
    super(scope, id);
    const { organization, response } = blueprint;
    const region = blueprint.regions.home;
    const managementAccount = accountNamed(blueprint, 'management').id;
    const decoys = includesStep(blueprint.detection, 'deception');
    const common = { account, organizationId: organization.id, region, keyArn: chain.keyArn };
    const topic = this.topic({ ...common, subscribers: [...new Set([organization.contacts.security.email, ...response.subscribers])] });
    const store = new ResponseStore(this, 'store', { ...common, timeoutSeconds: TIMEOUT_SECONDS });
    const settings: Settings = {
      modes: Object.fromEntries(FAMILIES.map((family) => [family, response.families[family].mode])) as Record<Family, Mode>,
      protectedArns: response.protectedArns,
      publicPorts: response.publicPorts,
      quarantinable: quarantinable(blueprint),
      table: RESPONSE,
      topic,
      responseRole: iamRoleArn('ACCOUNT', SERVICE_ROLE_PATH, RESPONSE_ROLE),
      quarantineRole: iamRoleArn(managementAccount, SERVICE_ROLE_PATH, QUARANTINE_ROLE),
      home: region,
      ...(decoys ? { findings: { reporter: account, region } } : {}),
    };
    const [namespace, metricName] = [NAMESPACE, TIME_TO_RESPOND];
    const { queueArn, tableArn, queueName, failedName } = store;
    const access = { ...common, managementAccount, queueArn, tableArn, topicArn: topic, namespace, settings };
    const lambda = new ResponseFunction(this, 'function', { ...access, timeoutSeconds: TIMEOUT_SECONDS });
    const approvals = new ApprovalBus(this, 'approvals', { account, region });
    new ResponseRules(this, 'rule', { region, busName: chain.busName, approvalBusName: approvals.name, queueArn, undeliveredArn: chain.undeliveredArn });
    if (decoys)
      new DecoyFindings(this, 'decoys', {
        region,
        rules: chain.alertRules,
        busName: chain.busName,
        decoys: decoysForwarded(blueprint),
        ...{ queueArn, undeliveredArn: chain.undeliveredArn },
      });
    const targets = Object.fromEntries(
      FAMILIES.filter((family) => response.families[family].mode !== 'off').map((family) => [family, response.families[family].targetMinutes]),
    );
    new ResponseAlarms(this, 'alarm', {
      region,
      topicArn: chain.topicArns.high,
      queueName,
      failedName,
      functionName: lambda.name,
      namespace,
      metricName,
      targets,
    });
    new ResponseDashboard(this, 'dashboard', { region, namespace, metricName, queueName, failedName });
  }

  private topic(of: { account: string; organizationId: string; region: string; keyArn: string; subscribers: readonly string[] }): string {
    const { account, organizationId, region, keyArn, subscribers } = of;
    const topic = new SnsTopic(this, 'topic', { region, name: RESPONSE, kmsMasterKeyId: keyArn, signatureVersion: 2, tags: dataTags('operational') });
    const policy = topicPolicy({
      arn: topicArn(region, account, RESPONSE),
      account,
      organizationId,
      publishers: [iamRoleArn(account, SERVICE_ROLE_PATH, RESPONSE_FUNCTION_ROLE)],
    });
    new SnsTopicPolicy(this, 'topic-policy', { region, arn: topic.arn, policy: minify(policy) });
    for (const [index, endpoint] of subscribers.entries())
      new SnsTopicSubscription(this, `subscriber-${index}`, { region, topicArn: topic.arn, protocol: 'email', endpoint });
    return topicArn(region, account, RESPONSE);
  }
}

/** Accounts that a response may cut off: those of workloads. The platform's own are needed to get back. */
export const quarantinable = ({ environments }: Blueprint): string[] => environments.map(({ account }) => account.id);
