import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import { EC2Client } from '@aws-sdk/client-ec2';
import { ECSClient } from '@aws-sdk/client-ecs';
import { LambdaClient } from '@aws-sdk/client-lambda';
import { SecurityHubClient } from '@aws-sdk/client-securityhub';
import { SSMClient } from '@aws-sdk/client-ssm';

/** Clients of one region. */
export interface Clients {
  readonly cloudformation: CloudFormationClient;
  readonly cloudwatch: CloudWatchClient;
  readonly ec2: EC2Client;
  readonly ecs: ECSClient;
  readonly lambda: LambdaClient;
  readonly securityhub: SecurityHubClient;
  readonly ssm: SSMClient;
}

/** A search has time and the account's workloads have not: it slows down at the first throttle. */
export function clientsOf(region: string): Clients {
  const options = { region, retryMode: 'adaptive', maxAttempts: 10 };
  return {
    cloudformation: new CloudFormationClient(options),
    cloudwatch: new CloudWatchClient(options),
    ec2: new EC2Client(options),
    ecs: new ECSClient(options),
    lambda: new LambdaClient(options),
    securityhub: new SecurityHubClient(options),
    ssm: new SSMClient(options),
  };
}
