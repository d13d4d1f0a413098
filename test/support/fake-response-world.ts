import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import type { Clients } from '../../functions/response/clients';
import { FAMILIES, type Mode } from '../../functions/response/incident';
import { Responder } from '../../functions/response/respond';
import type { Settings } from '../../functions/response/settings';
import { type Answer, awsError } from './fake-aws';

export interface Sent {
  readonly operation: string;
  // biome-ignore lint/suspicious/noExplicitAny: input of any operation
  readonly input: any;
}

/** Items as DynamoDB keeps them; understands the three conditions that the ledger writes. */
class FakeTable {
  readonly items = new Map<string, Record<string, { S?: string; N?: string }>>();

  // biome-ignore lint/suspicious/noExplicitAny: input of any operation
  answer(operation: string, input: any): object {
    if (operation === 'GetItem') return { Item: this.items.get(input.Key.id.S) };
    if (operation === 'Scan')
      return {
        Items: [...this.items.values()].filter(({ status }) => Object.values<{ S: string }>(input.ExpressionAttributeValues).some(({ S }) => S === status?.S)),
      };
    const id = input.Key.id.S as string;
    if (!this.holds(this.items.get(id), input)) throw new ConditionalCheckFailedException({ message: 'The conditional request failed', $metadata: {} });
    const values = input.ExpressionAttributeValues;
    this.items.set(id, { id: { S: id }, status: values[':to'], incident: values[':incident'], words: values[':words'], lease: values[':until'] });
    return {};
  }

  private holds(
    item: Record<string, { S?: string; N?: string }> | undefined,
    { ConditionExpression: condition = '', ExpressionAttributeValues: values }: never | Sent['input'],
  ): boolean {
    if (condition === '') return true;
    const parts = condition.split(' OR ') as string[];
    return parts.some((part) => {
      if (part === 'attribute_not_exists(#id)') return item === undefined;
      if (part === '#status = :waiting') return item?.status?.S === 'waiting';
      if (part === '(#status IN (:running, :failed) AND #lease < :now)')
        return ['running', 'failed'].includes(item?.status?.S ?? '') && Number(item?.lease?.N) < Number(values[':now'].N);
      throw new Error(`fake table: does not know the condition ${part}`);
    });
  }
}

export interface FakeWorld {
  readonly responder: Responder;
  readonly settings: Settings;
  readonly sent: Sent[];
  /** Operations that change something, in order. */
  readonly changes: () => Sent[];
  readonly messages: () => string[];
  readonly metrics: () => { name: string; value: number; dimensions: string }[];
  readonly statusOf: (id: string) => string | undefined;
  readonly log: object[];
  clock: number;
}

export const NOW = Date.parse('2026-11-20T10:05:00Z');
const READS = /^(Describe|Get|List|Scan)/;
const INTERNAL = ['UpdateItem', 'Publish', 'PutMetricData'];

/** Everything that the response function talks to; answers by operation, an unknown one is an error. */
export function fakeWorld({
  mode = 'automatic',
  answers = {},
  settings: more = {},
}: {
  mode?: Mode;
  answers?: Readonly<Record<string, Answer>>;
  settings?: Partial<Settings>;
} = {}): FakeWorld {
  const sent: Sent[] = [];
  const table = new FakeTable();
  const client = {
    // biome-ignore lint/suspicious/noExplicitAny: command of any client
    send: async (command: any) => {
      const operation = command.constructor.name.replace(/Command$/, '');
      sent.push({ operation, input: command.input });
      if (['GetItem', 'Scan', 'UpdateItem'].includes(operation)) return table.answer(operation, command.input);
      if (operation === 'PutMetricData' || (operation === 'Publish' && !(operation in answers))) return {};
      const given = answers[operation];
      if (given === undefined) throw new Error(`fake world: has no answer for ${operation}`);
      const answer = typeof given === 'function' ? given(command.input, 'eu-west-1') : given;
      if (answer instanceof Error) throw answer;
      return answer;
    },
  };
  const account = new Proxy({}, { get: (_target, name) => (name === 'then' ? undefined : client) });
  const own = { cloudwatch: client, dynamodb: client, sns: client, securityhub: client };
  const clients = { in: async () => account, organizations: async () => client, ...own } as unknown as Clients;
  const settings: Settings = {
    modes: Object.fromEntries(FAMILIES.map((family) => [family, mode])) as Settings['modes'],
    protectedArns: [],
    publicPorts: [80, 443],
    quarantinable: ['444444444444'],
    table: 'platform-response',
    topic: 'arn:aws:sns:eu-west-1:333333333333:platform-response',
    responseRole: 'arn:aws:iam::ACCOUNT:role/platform/service/security-response',
    quarantineRole: 'arn:aws:iam::111111111111:role/platform/service/security-quarantine',
    home: 'eu-west-1',
    ...more,
  };
  const log: object[] = [];
  const world: FakeWorld = {
    responder: new Responder(
      settings,
      clients,
      (line) => log.push(line),
      () => world.clock,
    ),
    settings,
    sent,
    changes: () => sent.filter(({ operation }) => !READS.test(operation) && !INTERNAL.includes(operation)),
    messages: () => sent.filter(({ operation }) => operation === 'Publish').map(({ input }) => `${input.Subject}\n${input.Message}`),
    metrics: () =>
      sent
        .filter(({ operation }) => operation === 'PutMetricData')
        .map(({ input: { MetricData } }) => ({
          name: MetricData[0].MetricName,
          value: MetricData[0].Value,
          dimensions: MetricData[0].Dimensions.map(({ Value }: { Value: string }) => Value).join(' '),
        })),
    statusOf: (id) => table.items.get(id)?.status?.S,
    log,
    clock: NOW,
  };
  return world;
}

export const missingError = (name: string): Error => awsError(name, 404);
