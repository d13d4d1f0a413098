import { EC2Client } from '@aws-sdk/client-ec2';
import { policyDocument } from '../../policies/policy-document';
import { sdkIdentity } from '../bootstrap/sdk-identity';
import { readOnly } from '../doctor/read-only-clients';
import { DETACHED_TAG } from './default-vpc';
import { REMOVALS } from './remove';

/** A client of EC2 for each region. */
export type Clients = (region: string) => EC2Client;

/** Adaptive: EC2 throttles deletions by account and region, and slows down to what it lets through. */
export const ec2Clients =
  (env: NodeJS.ProcessEnv, dryRun: boolean): Clients =>
  (region) => {
    const client = new EC2Client({ region, retryMode: 'adaptive', maxAttempts: 8, ...sdkIdentity(env) });
    return dryRun ? readOnly(client, 'ec2') : client;
  };

/** The bootstrap role is an administrator; a session that removes default VPCs may do that and nothing else. */
export const removalSession = (account: string) =>
  policyDocument(
    { Sid: 'AllowLooking', Effect: 'Allow', Action: 'ec2:Describe*', Resource: '*' },
    { Sid: 'AllowRemoval', Effect: 'Allow', Action: REMOVALS.map((operation) => `ec2:${operation}`), Resource: '*' },
    {
      Sid: 'AllowMarkingGateways',
      Effect: 'Allow',
      Action: 'ec2:CreateTags',
      Resource: `arn:aws:ec2:*:${account}:internet-gateway/*`,
      Condition: { 'ForAllValues:StringEquals': { 'aws:TagKeys': [DETACHED_TAG] } },
    },
  );
