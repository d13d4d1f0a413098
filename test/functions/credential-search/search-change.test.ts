import { CALLS } from '../../../functions/credential-search/calls';
import type { Call, SearchEvent } from '../../../functions/credential-search/event';
import { Search } from '../../../functions/credential-search/search';
import { searchChange } from '../../../functions/credential-search/search-change';
import { SOURCES } from '../../../functions/credential-search/source';
import { CHANGES } from '../../corpora/events/credential-search';
import { fakeAccount } from '../../support/fake-searched-account';
import { accessKeyId, secretAccessKey } from './samples';

const EVENT: SearchEvent = { regions: ['eu-west-1'], personalData: [] };
const PAIR = `${accessKeyId()} ${secretAccessKey()}`;
const UserData = { Value: Buffer.from(PAIR).toString('base64') };
const Environment = { Variables: { KEY: PAIR } };
const stack = { StackId: 'arn:aws:cloudformation:eu-west-1:444444444444:stack/legacy/1', Outputs: [{ OutputKey: 'Key', OutputValue: PAIR }] };
const lambda = 'arn:aws:lambda:eu-west-1:444444444444:function:orders';
/** An account in which everything that the records name holds a key; a list and an answer about one thing tell it in their own way. */
const holding = () =>
  fakeAccount({
    parameters: { '/shop/colour': PAIR },
    answers: {
      DescribeInstances: { Reservations: [{ Instances: [{ InstanceId: 'i-0123456789abcdef0' }] }] },
      DescribeInstanceAttribute: { UserData },
      DescribeLaunchTemplates: { LaunchTemplates: [{ LaunchTemplateId: 'lt-0123456789abcdef0' }] },
      DescribeLaunchTemplateVersions: { LaunchTemplateVersions: [{ VersionNumber: 1, LaunchTemplateData: { UserData: UserData.Value } }] },
      ListFunctions: { Functions: [{ FunctionArn: `${lambda}:$LATEST`, Environment }] },
      GetFunctionConfiguration: { FunctionArn: lambda, Environment },
      ListTaskDefinitions: { taskDefinitionArns: ['arn:aws:ecs:eu-west-1:444444444444:task-definition/shop:3'] },
      DescribeTaskDefinition: { taskDefinition: { containerDefinitions: [{ name: 'web', environment: [{ name: 'KEY', value: PAIR }] }] } },
      DescribeStacks: { Stacks: [stack] },
    },
  });
const change = (account: ReturnType<typeof fakeAccount>, eventName: string, more: Partial<Call> = {}) =>
  searchChange({ ...(CHANGES.get(eventName)?.detail as never as Call), ...more }, EVENT, account.world);

it.each(CALLS)('$eventName: what it names is looked into, and the daily search finds it known', async ({ eventName, source }) => {
  const account = holding();
  await change(account, eventName);
  expect(account.open().map(({ GeneratorId, ProductFields }) => [GeneratorId, ProductFields?.['Platform/Kind']])).toEqual([
    [`platform-credential-search/${source}`, 'access-key'],
  ]);
  const [told] = account.findings.keys();
  await new Search(EVENT, account.world).run();
  expect(
    [...account.findings.values()].filter(({ GeneratorId }) => GeneratorId?.endsWith(`/${source}`)).map(({ Id, RecordState }) => [Id, RecordState]),
  ).toEqual([[told, 'ACTIVE']]);
});

it('every source has a call', () => {
  expect(Object.keys(SOURCES).filter((name) => !CALLS.some(({ source }) => source === name))).toEqual([]);
});

it('says nothing twice, and asks Security Hub only when something was found', async () => {
  const account = holding();
  await change(account, 'PutParameter');
  await change(account, 'PutParameter');
  expect(account.sent('BatchImportFindings')).toHaveLength(1);
  const clean = fakeAccount({ parameters: { '/shop/colour': 'blue' } });
  await change(clean, 'PutParameter');
  expect(clean.sent('GetFindings')).toEqual([]);
});

it('asks for no SecureString: a decoy would be touched', async () => {
  const account = fakeAccount({ secure: { '/shop/colour': PAIR } });
  await change(account, 'PutParameter');
  expect(account.sent('GetParameters')).toEqual([]);
});

it('a parameter by its ARN', async () => {
  const account = holding();
  await change(account, 'PutParameter', { requestParameters: { name: 'arn:aws:ssm:eu-west-1:444444444444:parameter/shop/colour' } });
  expect(account.sent('DescribeParameters')[0].ParameterFilters[1].Values).toEqual(['/shop/colour']);
});

it('a scaling group that starts instances all day is left to the daily search', async () => {
  const account = holding();
  await change(account, 'RunInstances', { userIdentity: { invokedBy: 'autoscaling.amazonaws.com' } });
  expect([account.open(), account.sent('DescribeInstances')]).toEqual([[], []]);
});

it.each(CALLS)('a record of $eventName that names nothing is no failure', async ({ eventName }) => {
  const account = holding();
  await change(account, eventName, { requestParameters: null, responseElements: null });
  expect(account.open()).toEqual([]);
});
