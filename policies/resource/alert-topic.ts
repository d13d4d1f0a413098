import { type PolicyDocument, policyDocument } from '../policy-document';
import { type TopicPolicy, topicPolicy } from './topic';

export interface AlertTopicPolicy extends TopicPolicy {
  readonly region: string;
}

/** Rules and alarms of the platform tell people; whoever could publish here could cry wolf until nobody listens. */
export const alertTopicPolicy = ({ region, ...topic }: AlertTopicPolicy): PolicyDocument =>
  policyDocument(
    {
      Sid: 'AllowRulesAndAlarms',
      Effect: 'Allow',
      Principal: { Service: ['events.amazonaws.com', 'cloudwatch.amazonaws.com'] },
      Action: 'sns:Publish',
      Resource: topic.arn,
      Condition: {
        StringEquals: { 'aws:SourceAccount': topic.account },
        ArnLike: {
          'aws:SourceArn': [
            `arn:aws:events:${region}:${topic.account}:rule/platform-*`,
            `arn:aws:events:${region}:${topic.account}:rule/*/platform-*`,
            `arn:aws:cloudwatch:${region}:${topic.account}:alarm:platform-*`,
          ],
        },
      },
    },
    ...topicPolicy(topic).Statement,
  );
