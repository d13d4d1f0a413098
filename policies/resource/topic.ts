import { type PolicyDocument, policyDocument } from '../policy-document';
import { custodians } from './custodians';
import { denyOthers, denyOutsideOrganization, denyPlainHttp } from './perimeter';

export interface TopicPolicy {
  readonly arn: string;
  readonly account: string;
  readonly organizationId: string;
  /** ARNs of roles that publish. */
  readonly publishers: readonly string[];
}

/** All that a topic policy takes: Amazon SNS refuses the others, and `sns:*` with them ("action out of service scope"). */
const ACTIONS = [
  'sns:AddPermission',
  'sns:DeleteTopic',
  'sns:GetTopicAttributes',
  'sns:ListSubscriptionsByTopic',
  'sns:Publish',
  'sns:RemovePermission',
  'sns:SetTopicAttributes',
  'sns:Subscribe',
];

/** No resource control policy reaches Amazon SNS: the topic itself shuts out who is not ours. Only pipelines subscribe, so nobody listens in. */
export const topicPolicy = ({ arn, account, organizationId, publishers }: TopicPolicy): PolicyDocument =>
  policyDocument(
    denyPlainHttp({ arn, actions: ACTIONS }),
    denyOutsideOrganization({ arn, actions: ACTIONS }, organizationId),
    denyOthers('DenyPublishingByOthers', { arn, actions: 'sns:Publish' }, publishers),
    denyOthers(
      'DenySettingsByOthers',
      { arn, actions: ['sns:AddPermission', 'sns:DeleteTopic', 'sns:RemovePermission', 'sns:SetTopicAttributes', 'sns:Subscribe'] },
      custodians(account),
    ),
  );
