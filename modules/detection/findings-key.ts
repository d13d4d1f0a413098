import { Construct } from 'constructs';
import { customerManagedKey } from '../../lib/customer-managed-key';
import { dataTags } from '../../lib/data-tags';
import { FINDINGS_KEY_ALIAS } from '../../lib/naming';
import { type FindingsKey as FindingsKeyProps, findingsKeyPolicy } from '../../policies/key/findings';

/** Encrypts findings on their way to the archive. In this account, because GuardDuty wants the ARN of a key, and only aliases can be computed. */
export class FindingsKey extends Construct {
  readonly arn: string;

  constructor(scope: Construct, id: string, props: FindingsKeyProps) {
    super(scope, id);
    this.arn = customerManagedKey(this, {
      region: props.region,
      description: 'Findings of GuardDuty in the archive',
      tags: dataTags('operational'),
      aliasName: FINDINGS_KEY_ALIAS,
      policy: findingsKeyPolicy(props),
    }).arn;
  }
}
