import { createHash } from 'node:crypto';
import type { AwsSecurityFinding } from '@aws-sdk/client-securityhub';
import { type BusEvent, needed } from './event';
import type { Settings } from './settings';
import { plain } from './text';

/** GeneratorId of the findings; the alert on critical findings leaves them out, because a touch has a message of its own (finding-alert-rules.ts). */
export const DECOY_GENERATOR = 'platform-decoys';

/** What is said of a touch, and how much of it: field of the event -> its name in the finding (ASFF limits, Security Hub API reference). */
const LONGEST = 500;

/**
 * A touch of a decoy as a finding of Security Hub (AWS Security Finding Format): who, where, what. Its id is that of who touched which kind of
 * decoy in which hour: a second delivery says nothing new, the next touch is an update, and whoever reads a decoy a thousand times makes one finding. Security Hub takes findings under an account's own product about that account only,
 * so the finding is the security account's, and the account of the decoy is its resource.
 * @throws UnreadableEvent
 */
export function decoyFinding(event: BusEvent, { reporter, region: hub }: NonNullable<Settings['findings']>): AwsSecurityFinding {
  const touch = event.detail?.event ?? {};
  const owner = plain(needed(touch.recipientAccountId ?? event.account, 'account'), 12);
  const at = new Date(needed(touch.eventTime ?? event.time, 'time')).toISOString();
  const title = needed(event.detail?.title, 'detail.title');
  const said = Object.fromEntries(Object.entries(wordsOf(touch, event)).map(([name, value]) => [name, plain(value, LONGEST)] as const));
  const { Who: who, Address: address, What: what, Region: region } = said;
  const digest = createHash('sha256')
    .update(JSON.stringify([title, who, at.slice(0, 13)]))
    .digest('hex');
  return {
    SchemaVersion: '2018-10-08',
    Id: `${DECOY_GENERATOR}/${owner}/${digest.slice(0, 32)}`,
    ProductArn: `arn:aws:securityhub:${hub}:${reporter}:product/${reporter}/default`,
    ProductName: 'Default',
    CompanyName: 'Personal',
    GeneratorId: DECOY_GENERATOR,
    AwsAccountId: reporter,
    Types: ['Unusual Behaviors/User', 'TTPs/Discovery'],
    Severity: { Label: 'CRITICAL' },
    FindingProviderFields: { Severity: { Label: 'CRITICAL' }, Types: ['Unusual Behaviors/User', 'TTPs/Discovery'] },
    CreatedAt: at,
    UpdatedAt: at,
    Title: plain(title, 256),
    Description: plain(`${what} by ${who || 'somebody unknown'} from ${address || 'an unknown address'} in account ${owner}, ${region}, at ${at}`, 1024),
    Remediation: { Recommendation: { Text: 'Nobody honest does this: follow docs/runbooks/decoy-touched.md at once' } },
    Resources: [
      {
        Type: 'AwsAccount',
        Id: `AWS::::Account:${owner}`,
        Partition: 'aws',
        Region: region || event.region,
        Details: { Other: Object.fromEntries(Object.entries(said).filter(([, value]) => value !== '')) },
      },
    ],
  };
}

/** Who, where and what, of a call (CloudTrail user guide, "CloudTrail record contents") or a look-up (Route 53 developer guide, "DNS Firewall events"). */
// biome-ignore lint/suspicious/noExplicitAny: as CloudTrail or DNS Firewall wrote it
function wordsOf(touch: any, event: BusEvent): Readonly<Record<string, unknown>> {
  const identity = touch.userIdentity;
  const asker = touch.resources?.[0];
  const lookUp = touch['query-name'];
  return {
    Who: identity ? (identity.arn ?? [identity.type, identity.userName ?? identity.principalId].filter(Boolean).join(' ')) : asker?.['instance-details']?.id,
    Address: touch.sourceIPAddress ?? touch['src-addr'],
    Agent: touch.userAgent,
    What: lookUp ? `look-up of ${lookUp}` : `${touch.eventName} of ${touch.eventSource}`,
    Error: touch.errorCode,
    Region: touch.awsRegion ?? event.region,
    Event: touch.eventID,
  };
}
