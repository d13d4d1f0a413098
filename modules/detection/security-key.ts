import { Construct } from 'constructs';
import { customerManagedKey } from '../../lib/customer-managed-key';
import { dataTags } from '../../lib/data-tags';
import { dataKeyAlias } from '../../lib/naming';
import { type SecurityKeyPolicy, securityKeyPolicy } from '../../policies/key/security';

/** Encrypts the bus, topics, queues and log groups of alerts and responses: findings tell an intruder what is known. */
export class SecurityKey extends Construct {
  readonly arn: string;

  constructor(scope: Construct, id: string, props: SecurityKeyPolicy) {
    super(scope, id);
    const key = customerManagedKey(this, {
      region: props.region,
      description: 'Alerts and responses of the security account',
      tags: dataTags('operational'),
      aliasName: dataKeyAlias('operational'),
      policy: securityKeyPolicy(props),
    });
    this.arn = key.arn;
  }
}
