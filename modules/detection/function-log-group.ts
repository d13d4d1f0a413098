import { CloudwatchLogDataProtectionPolicy } from '@cdktf/provider-aws/lib/cloudwatch-log-data-protection-policy';
import { CloudwatchLogGroup } from '@cdktf/provider-aws/lib/cloudwatch-log-group';
import type { Construct } from 'constructs';
import { dataTags } from '../../lib/data-tags';
import { maskingPolicy } from '../../policies/logs/masking';

export interface FunctionLogGroup {
  readonly region: string;
  /** Under /platform/, where a guardrail keeps log groups from deletion. */
  readonly name: string;
  readonly kmsKeyId: string;
  /** What the mask is for. */
  readonly masking: string;
}

/** Log group of a function of the platform, made in the scope of its module: kept for a little more than a year, masked, so that what a function read by mistake is no leak. */
export function functionLogGroup(scope: Construct, { region, name, kmsKeyId, masking }: FunctionLogGroup): CloudwatchLogGroup {
  const group = new CloudwatchLogGroup(scope, 'log-group', { region, name, kmsKeyId, retentionInDays: 400, tags: dataTags('operational') });
  new CloudwatchLogDataProtectionPolicy(scope, 'masking', {
    region,
    logGroupName: group.name,
    policyDocument: JSON.stringify(maskingPolicy({ name: 'masking', description: masking })),
  });
  return group;
}
