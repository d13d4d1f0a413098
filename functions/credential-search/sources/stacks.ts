import { DescribeStacksCommand, type Stack } from '@aws-sdk/client-cloudformation';
import { textsOf } from '../decode';
import { gone } from '../gone';
import { mentioned, requested } from '../mentioned';
import type { Place } from '../place';
import type { Source } from '../source';

/** Parameters and outputs of CloudFormation stacks; a parameter with NoEcho comes as asterisks. */
export const stacks: Source<Stack> = {
  list: async ({ cloudformation }, page) => {
    const { Stacks = [], NextToken } = await cloudformation.send(new DescribeStacksCommand({ NextToken: page }));
    return { items: Stacks, next: NextToken };
  },
  changed: async ({ cloudformation }, call) => {
    const [StackName = requested(call, 'stackName')] = mentioned(call, /arn:aws:cloudformation:[a-z0-9-]+:\d{12}:stack\/[A-Za-z0-9-]+\/[0-9a-f-]+/);
    const found = StackName && (await gone(cloudformation.send(new DescribeStacksCommand({ StackName })), 'ValidationError'));
    return found ? (found.Stacks ?? []) : [];
  },
  read: async (_clients, { StackId = '', Parameters = [], Outputs = [] }) => {
    const place = (part: string, name: string, value: string): Place => ({
      type: 'AwsCloudFormationStack',
      id: StackId,
      part: `${part} ${name}`,
      texts: textsOf(`${name}=${value}`),
    });
    return [
      ...Parameters.flatMap(({ ParameterKey = '', ParameterValue = '', ResolvedValue }) =>
        [ParameterValue, ...(ResolvedValue ? [ResolvedValue] : [])]
          .filter((value) => !/^\*+$/.test(value))
          .map((value) => place('parameter', ParameterKey, value)),
      ),
      ...Outputs.map(({ OutputKey = '', OutputValue = '' }) => place('output', OutputKey, OutputValue)),
    ];
  },
};
