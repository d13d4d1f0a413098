import { DescribeTaskDefinitionCommand, ListTaskDefinitionsCommand } from '@aws-sdk/client-ecs';
import { textsOf } from '../decode';
import { gone } from '../gone';
import { mentioned } from '../mentioned';
import type { Place } from '../place';
import type { Source } from '../source';

/** Environment and command of containers, in every active revision; `secrets` are references and stay out. */
export const taskDefinitions: Source<string> = {
  list: async ({ ecs }, page) => {
    const { taskDefinitionArns = [], nextToken } = await ecs.send(
      new ListTaskDefinitionsCommand({ status: 'ACTIVE', sort: 'DESC', maxResults: 100, nextToken: page }),
    );
    return { items: taskDefinitionArns, next: nextToken };
  },
  changed: async (_clients, call) => mentioned(call, /arn:aws:ecs:[a-z0-9-]+:\d{12}:task-definition\/[A-Za-z0-9_-]+:\d+/),
  read: async ({ ecs }, arn) => {
    const answer = await gone(ecs.send(new DescribeTaskDefinitionCommand({ taskDefinition: arn })), 'ClientException');
    return (answer?.taskDefinition?.containerDefinitions ?? []).flatMap(({ name: container, environment = [], command = [], entryPoint = [] }): Place[] => {
      const place = (part: string, text: string): Place => ({
        type: 'AwsEcsTaskDefinition',
        id: arn,
        part: `${part} of container ${container}`,
        texts: textsOf(text),
      });
      const words = [...entryPoint, ...command].join('\n');
      return [
        ...environment.map(({ name = '', value = '' }) => place(`variable ${name}`, `${name}=${value}`)),
        ...(words === '' ? [] : [place('command', words)]),
      ];
    });
  },
};
