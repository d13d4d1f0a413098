import type { AwsSecurityFinding } from '@aws-sdk/client-securityhub';
import type { SearchEvent } from '../../functions/credential-search/event';
import type { World } from '../../functions/credential-search/world';
import { awsError } from './fake-aws';

export const MINUTE = 60_000;
// biome-ignore lint/suspicious/noExplicitAny: input and answer of any operation
type Json = any;
type Answer = object | Error | ((input: Json, region: string) => object | Error);

/** Of each operation of an empty account. */
const NOTHING: Readonly<Record<string, object>> = {
  DescribeInstances: { Reservations: [] },
  DescribeLaunchTemplates: { LaunchTemplates: [] },
  ListFunctions: { Functions: [] },
  ListTaskDefinitions: { taskDefinitionArns: [] },
  DescribeStacks: { Stacks: [] },
};

interface Options {
  readonly parameters?: Record<string, string>;
  readonly secure?: Record<string, string>;
  readonly answers?: Record<string, Answer>;
}

/** An account with parameters in eu-west-1, a Security Hub that keeps findings, and a clock; what it does not know is an error. */
export function fakeAccount({ parameters = {}, secure = {}, answers = {} }: Options = {}) {
  const calls: { operation: string; input: Json; region: string }[] = [];
  const findings = new Map<string, AwsSecurityFinding>();
  const metrics: Record<string, number>[] = [];
  const log: Record<string, unknown>[] = [];
  const handedOn: SearchEvent[] = [];
  const denied = new Set<string>();
  const listeners: Record<string, () => void> = {};
  let clock = Date.parse('2026-11-20T10:00:00Z');
  let began = clock;

  const known: Record<string, (input: Json, region: string) => object> = {
    DescribeParameters: ({ NextToken = '0' }, region) => {
      if (region !== 'eu-west-1') return {};
      // The filter of the call is left to the function's own: a SecureString comes back as if it had been forgotten.
      const all = [
        ...Object.keys(parameters).map((Name) => ({ Name, Type: 'String' })),
        ...Object.keys(secure).map((Name) => ({ Name, Type: 'SecureString' })),
      ];
      const end = Number(NextToken) + 50;
      return { Parameters: all.slice(Number(NextToken), end), ...(end < all.length ? { NextToken: String(end) } : {}) };
    },
    GetParameters: ({ Names }) => {
      if (denied.has(Names[0])) throw awsError('AccessDeniedException', 400);
      return { Parameters: Names.flatMap((Name: string) => (Name in parameters ? [{ Name, Type: 'String', Value: parameters[Name] }] : [])) };
    },
    GetFindings: ({ NextToken = '0' }, region) => {
      // In pages of three, without the filters, as moto answers.
      const all = [...findings.values()].filter(({ ProductArn, Id }) => Id === 'other' || ProductArn?.includes(`:${region}:`));
      const end = Number(NextToken) + 3;
      return { Findings: all.slice(Number(NextToken), end), ...(end < all.length ? { NextToken: String(end) } : {}) };
    },
    BatchImportFindings: ({ Findings }) => {
      for (const one of Findings as AwsSecurityFinding[]) findings.set(one.Id as string, { ...findings.get(one.Id as string), ...one });
      return { FailedCount: 0 };
    },
    PutMetricData: ({ MetricData }) => {
      metrics.push(Object.fromEntries(MetricData.map(({ MetricName, Value }: Json) => [MetricName, Value])));
      return {};
    },
  };

  const send = async (command: Json, region: string) => {
    const operation = command.constructor.name.replace(/Command$/, '');
    const { input } = command;
    calls.push({ operation, input, region });
    listeners[operation]?.();
    const given: Answer | undefined = answers[operation] ?? known[operation] ?? NOTHING[operation];
    if (given === undefined) throw new Error(`test/support/fake-searched-account.ts: has no answer for ${operation}`);
    const answer = typeof given === 'function' ? given(input, region) : given;
    if (answer instanceof Error) throw answer;
    return answer;
  };

  const world: World = {
    account: '444444444444',
    home: 'eu-west-1',
    clients: (region) => new Proxy({}, { get: () => ({ send: (command: Json) => send(command, region) }) }) as never,
    remaining: () => 15 * MINUTE - (clock - began),
    goOn: async (event) => void handedOn.push(event),
    now: () => new Date(clock),
    log: (line) => void log.push({ ...line }),
  };

  return {
    world,
    findings,
    metrics,
    log,
    handedOn,
    denied,
    parameters,
    answers,
    open: () => [...findings.values()].filter(({ RecordState }) => RecordState === 'ACTIVE'),
    sent: (operation: string): Json[] => calls.filter((one) => one.operation === operation).map(({ input, region }) => ({ ...input, region })),
    onList: (operation: string, then: () => void) => {
      listeners[operation] = then;
    },
    /** Time goes by. */
    pass: (milliseconds: number) => {
      clock += milliseconds;
    },
    /** Another run begins. */
    begin: () => {
      began = clock;
    },
  };
}
