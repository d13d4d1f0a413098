import type { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import type { STSClient } from '@aws-sdk/client-sts';
import { APPROVAL_PATTERN } from '../../modules/detection/response-patterns';
import { matchesEventPattern } from '../../tools/detections/event-pattern';
import { decide } from '../../tools/respond/decide';

const ID = 'malware-444444444444-0a1b2c3d4e5f';
const ARN = 'arn:aws:sts::333333333333:assumed-role/AWSReservedSSO_SecurityAdmin_0123456789abcdef/alice@example.com';

function clients({ Account = '333333333333', Arn = ARN, Entries = [{}] as object[] } = {}) {
  // biome-ignore lint/suspicious/noExplicitAny: input of any command
  const sent: any[] = [];
  const sts = { send: async () => ({ Account, Arn }) } as unknown as STSClient;
  const events = {
    send: async ({ input }: { input: object }) => {
      sent.push(input);
      return { Entries };
    },
  } as unknown as EventBridgeClient;
  return { sent, clients: { sts, events } };
}

it.each(['approve', 'reject'] as const)('%s goes to the bus of approvals, with the name of the person', async (decision) => {
  const { sent, clients: aws } = clients();
  expect(await decide(decision, ID, '333333333333', aws)).toBe('alice@example.com');
  const [
    {
      Entries: [entry],
    },
  ] = sent;
  expect(entry.EventBusName).toBe('security-approvals');
  expect(JSON.parse(entry.Detail)).toEqual({ id: ID, decision, by: 'alice@example.com' });
  expect(matchesEventPattern(APPROVAL_PATTERN, { source: entry.Source, 'detail-type': entry.DetailType, detail: JSON.parse(entry.Detail) })).toBe(true);
});

it.each([
  ['no incident', 'malware', {}, 'incident: must be an id such as malware-444444444444-0a1b2c3d4e5f, got "malware"; copy it from the message'],
  ['a family that there is not', 'virus-444444444444-0a1b2c3d4e5f', {}, 'incident: must be an id'],
  ['another account', ID, { Account: '444444444444' }, 'credentials: must be SecurityAdmin of the security account 333333333333'],
  ['another job', ID, { Arn: ARN.replace('SecurityAdmin', 'PlatformAdmin') }, 'credentials: must be SecurityAdmin'],
  ['a role that is named alike', ID, { Arn: 'arn:aws:sts::333333333333:assumed-role/SecurityAdmin/alice' }, 'credentials: must be SecurityAdmin'],
  [
    'a bus that is not there',
    ID,
    { Entries: [{ ErrorCode: 'InvalidArgument', ErrorMessage: 'EventBus not found' }] },
    'security-approvals: did not take the event, got InvalidArgument (EventBus not found)',
  ],
] as const)('%s is refused', async (_what, id, answers, message) => {
  const { clients: aws } = clients(answers as never);
  await expect(decide('approve', id, '333333333333', aws)).rejects.toThrow(message);
});
