import { type EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { GetCallerIdentityCommand, type STSClient } from '@aws-sdk/client-sts';
import { FAMILIES } from '../../functions/response/incident';
import { APPROVAL, OWN_SOURCE } from '../../functions/response/own-events';
import { APPROVAL_BUS } from '../../lib/naming';

export const DECISIONS = ['approve', 'reject'] as const;
export type Decision = (typeof DECISIONS)[number];

/** An incident's id, as the message of a response names it. */
const INCIDENT = new RegExp(`^(${FAMILIES.join('|')})-\\d{12}-[0-9a-f]{12}$`);

/**
 * Puts a person's word on the bus of approvals.
 * @returns who said it
 * @throws Error when the id is none, when the credentials are of another account or job, or when EventBridge refuses
 */
export async function decide(
  decision: Decision,
  id: string,
  securityAccount: string,
  { sts, events }: { sts: STSClient; events: EventBridgeClient },
): Promise<string> {
  if (!INCIDENT.test(id))
    throw new Error(`incident: must be an id such as malware-444444444444-0a1b2c3d4e5f, got ${JSON.stringify(id)}; copy it from the message`);
  const { Account, Arn = '' } = await sts.send(new GetCallerIdentityCommand({}));
  const session = /:assumed-role\/AWSReservedSSO_SecurityAdmin_[0-9a-f]+\/(.+)$/.exec(Arn)?.[1];
  if (Account !== securityAccount || !session)
    throw new Error(`credentials: must be SecurityAdmin of the security account ${securityAccount}, got ${Arn}; sign in there (aws sso login)`);
  const entry = {
    EventBusName: APPROVAL_BUS,
    Source: OWN_SOURCE,
    DetailType: APPROVAL,
    Detail: JSON.stringify({ id, decision, by: session }),
  };
  const { Entries = [] } = await events.send(new PutEventsCommand({ Entries: [entry] }));
  const failure = Entries.find(({ ErrorCode }) => ErrorCode);
  if (failure)
    throw new Error(
      `${APPROVAL_BUS}: did not take the event, got ${failure.ErrorCode} (${failure.ErrorMessage}); is detection at respond or higher, and the stack security applied?`,
    );
  return session;
}
