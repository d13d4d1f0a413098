import { platformRoleArn } from '../../lib/arn';
import { ACCESS_LOG_COPY_ALARM, LOG_COPY_ALARM } from '../../lib/naming';
import { type PolicyDocument, policyDocument } from '../policy-document';
import { type TopicPolicy, topicPolicy } from './topic';

export interface AlarmTopicPolicy extends Omit<TopicPolicy, 'publishers'> {
  readonly region: string;
  /** Id of the log archive, which has no topic: people who attack it would find there who is told. */
  readonly archive: string;
  /** Ids of all accounts, which have none either. */
  readonly accounts: readonly string[];
}

/** Alarms of the platform tell people, those of this account, one of the archive and those on copies of access logs; nobody else cries wolf here, or listens (Amazon SNS guide, "Example cases for Amazon SNS access control"). */
export const alarmTopicPolicy = ({ region, archive, accounts, ...topic }: AlarmTopicPolicy): PolicyDocument =>
  policyDocument(
    {
      Sid: 'AllowAlarms',
      Effect: 'Allow',
      Principal: { Service: 'cloudwatch.amazonaws.com' },
      Action: 'sns:Publish',
      Resource: topic.arn,
      Condition: {
        StringEquals: { 'aws:SourceAccount': accounts },
        ArnLike: {
          'aws:SourceArn': [
            `arn:aws:cloudwatch:${region}:${topic.account}:alarm:platform-*`,
            `arn:aws:cloudwatch:${region}:${archive}:alarm:${LOG_COPY_ALARM}`,
            `arn:aws:cloudwatch:${region}:*:alarm:${ACCESS_LOG_COPY_ALARM}*`,
          ],
        },
      },
    },
    ...topicPolicy({ ...topic, publishers: [platformRoleArn(topic.account, 'break-glass')] }).Statement,
  );
