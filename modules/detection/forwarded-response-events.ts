import { CALL, type ForwardedEvent } from './forwarded-event';

/** What only responses look at: often harmless, and answered by looking how things stand. */
export const RESPONSE_EVENTS: Readonly<Record<string, ForwardedEvent>> = {
  'open-security-group': {
    description: 'Somebody let the whole world in through a security group; the response looks which ports it may have',
    step: 'respond',
    pattern: {
      source: ['aws.ec2'],
      'detail-type': [CALL],
      detail: {
        eventName: ['AuthorizeSecurityGroupIngress'],
        $or: [
          { responseElements: { securityGroupRuleSet: { items: { cidrIpv4: [{ suffix: '/0' }] } } } },
          { responseElements: { securityGroupRuleSet: { items: { cidrIpv6: [{ suffix: '/0' }] } } } },
        ],
      },
    },
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
