import type { Check } from '../check';
import { alarmed } from '../read/alarms';
import { TRAIL_RECORDS } from '../read/trail-records';

/** What each alarm tells of. */
const WHAT: Readonly<Record<string, string>> = {
  '5.1': 'refused calls',
  '5.2': 'console sign-in of an IAM user without MFA',
  '5.3': 'any use of a root user',
  '5.4': 'changes to IAM policies',
  '5.5': 'changes to trails',
  '5.6': 'failed console sign-in',
  '5.7': 'keys disabled or about to be deleted',
  '5.8': 'changes to policies, lists and rules of buckets',
  '5.9': 'changes to the recording of AWS Config',
  '5.10': 'changes to security groups',
  '5.11': 'changes to network ACLs',
  '5.12': 'changes to gateways',
  '5.13': 'changes to route tables',
  '5.14': 'changes to VPCs and peerings',
  '5.15': 'changes to the organization',
};

/**
 * Section 5 of the CIS AWS Foundations Benchmark: monitoring. The organization's trail brings every account's records to one log
 * group, where filters are executed over sample records; a scanner that looks into each account finds none there.
 */
export const CIS_MONITORING: readonly Check[] = Object.entries(TRAIL_RECORDS).map(([id, records]) => ({
  id,
  what: `${WHAT[id]}: filter (executed on ${records.length} ${records.length === 1 ? 'record' : 'records'}), alarm, topic, subscriber`,
  scope: 'management',
  violations: (estate) => alarmed(estate, records),
}));
