import { type PolicyDocument, policyDocument } from '../policy-document';
import { denyOthers } from './perimeter';

export interface EventBusPolicy {
  readonly arn: string;
  readonly organizationId: string;
  /** ARNs or patterns of roles that send, in any account of the organization. */
  readonly senders: readonly string[];
}

/**
 * Whoever puts an event on the bus makes responses act: only the forwarding roles of our accounts do. No resource control
 * policy reaches EventBridge, so the bus itself shuts out administrators of its own account, too.
 */
export const eventBusPolicy = ({ arn, organizationId, senders }: EventBusPolicy): PolicyDocument =>
  policyDocument(
    {
      Sid: 'AllowForwarding',
      Effect: 'Allow',
      Principal: '*',
      Action: 'events:PutEvents',
      Resource: arn,
      Condition: { StringEquals: { 'aws:PrincipalOrgID': organizationId }, ArnLike: { 'aws:PrincipalArn': senders } },
    },
    denyOthers('DenySendingByOthers', { arn, actions: 'events:PutEvents' }, senders),
  );
