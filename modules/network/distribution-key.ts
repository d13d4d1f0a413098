import { Construct } from 'constructs';
import { customerManagedKey } from '../../lib/customer-managed-key';
import { dataKeyAlias } from '../../lib/naming';
import { allowKeyAdministration, allowReadingKeySettings, denyKeyLoss, denyUseByKeyAdministrators } from '../../policies/key/administration';
import { keyAdministrators } from '../../policies/key/key-context';
import { allowDistribution, allowUseThroughServices } from '../../policies/key/use';
import { policyDocument } from '../../policies/policy-document';
import { type DataProps, workloadTags } from '../data/workload';

export interface DistributionKeyProps extends DataProps {
  readonly distributionArn: string;
}

/** Content that CloudFront may decrypt has a key of its own, so that CloudFront gets into no key of a class. */
export class DistributionKey extends Construct {
  readonly arn: string;

  constructor(scope: Construct, id: string, props: DistributionKeyProps) {
    super(scope, id);
    const { account, region } = props.workload;
    const context = { account, region, administrators: keyAdministrators(account) };
    const key = customerManagedKey(this, {
      region,
      description: `Content of distribution ${props.name}`,
      tags: workloadTags(props),
      aliasName: dataKeyAlias(`distribution/${props.name}`),
      policy: policyDocument(
        allowKeyAdministration(context),
        allowReadingKeySettings(context),
        allowUseThroughServices(context, ['s3']),
        allowDistribution(props.distributionArn),
        denyUseByKeyAdministrators(context),
        denyKeyLoss(context),
      ),
    });
    this.arn = key.arn;
  }
}
