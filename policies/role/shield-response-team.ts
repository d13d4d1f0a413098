import { type PolicyDocument, policyDocument } from '../policy-document';

/**
 * AWS's own response team, for this account only. AWS documents no source condition for it, so one that it does not send must
 * not keep it out during an attack.
 */
export const shieldResponseTeamTrust = (account: string): PolicyDocument =>
  policyDocument({
    Sid: 'AllowResponseTeam',
    Effect: 'Allow',
    Principal: { Service: 'drt.shield.amazonaws.com' },
    Action: 'sts:AssumeRole',
    Condition: { StringEqualsIfExists: { 'aws:SourceAccount': account } },
  });
