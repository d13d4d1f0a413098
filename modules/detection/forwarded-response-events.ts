import { CALL, type ForwardedEvent } from './forwarded-event';

/**
 * Calls that may open a security group. All of them: a pattern compares texts, and the world can be written as two halves or a hundred parts,
 * in rules that are new, changed, or name a list. The function adds up; what is ordinary costs one look at the event.
 */
export const OPENERS = ['AuthorizeSecurityGroupIngress', 'ModifyManagedPrefixList', 'ModifySecurityGroupRules', 'RestoreManagedPrefixListVersion'];

/** What only responses look at: often harmless, and answered by looking how things stand. */
export const RESPONSE_EVENTS: Readonly<Record<string, ForwardedEvent>> = {
  'open-security-group': {
    description: 'A security group or a prefix list was changed; the response looks whether it lets the world in',
    step: 'respond',
    pattern: { source: ['aws.ec2'], 'detail-type': [CALL], detail: { eventName: OPENERS, errorCode: [{ exists: false }] } },
  },
  'public-access': {
    description: 'The block of public access of a bucket or an account was changed; the response looks whether it still stands',
    step: 'respond',
    pattern: {
      source: ['aws.s3'],
      'detail-type': [CALL],
      detail: { eventName: ['DeleteAccountPublicAccessBlock', 'DeleteBucketPublicAccessBlock', 'PutAccountPublicAccessBlock', 'PutBucketPublicAccessBlock'] },
    },
  },
};
