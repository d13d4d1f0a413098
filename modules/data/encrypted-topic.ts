import { SnsTopic } from '@cdktf/provider-aws/lib/sns-topic';
import { SnsTopicPolicy } from '@cdktf/provider-aws/lib/sns-topic-policy';
import { Construct } from 'constructs';
import { topicArn } from '../../lib/arn';
import { workloadName } from '../../lib/naming';
import { minify } from '../../policies/policy-document';
import { topicPolicy } from '../../policies/resource/topic';
import { type NamedRole, refuseRoles, roleArns } from './named-roles';
import { type DataProps, refuseName, workloadTags } from './workload';

export interface EncryptedTopicProps extends DataProps {
  readonly publishers: readonly NamedRole[];
}

/** Notifications that only named roles publish and only pipelines subscribe to, under the key of their class. */
export class EncryptedTopic extends Construct {
  readonly arn: string;

  constructor(scope: Construct, id: string, props: EncryptedTopicProps) {
    super(scope, id);
    const { workload, dataClass, publishers } = props;
    const { region, account, organization, environment } = workload;
    const name = workloadName(environment, props.name);
    refuseName(this, props, name, 256);
    refuseRoles(this, { publishers });
    // Signature version 2 is SHA-256; receivers of version 1 trust SHA-1.
    const topic = new SnsTopic(this, 'topic', { region, name, kmsMasterKeyId: workload.keyArns[dataClass], signatureVersion: 2, tags: workloadTags(props) });
    const policy = topicPolicy({
      arn: topicArn(region, account, name),
      account,
      organizationId: organization.id,
      publishers: roleArns(workload, publishers),
    });
    new SnsTopicPolicy(this, 'policy', { region, arn: topic.arn, policy: minify(policy) });
    this.arn = topic.arn;
  }
}
