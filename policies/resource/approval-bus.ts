import { type PolicyDocument, policyDocument } from '../policy-document';
import { denyOthers } from './perimeter';

/** @param approvers ARN patterns of roles that approve; their permission set allows it */
export const approvalBusPolicy = (arn: string, approvers: readonly string[]): PolicyDocument =>
  policyDocument(denyOthers('DenyApprovalsByOthers', { arn, actions: 'events:PutEvents' }, approvers));
