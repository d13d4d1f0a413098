import { Construct } from 'constructs';
import type { DataClass } from '../../config/blueprint';
import { customerManagedKey } from '../../lib/customer-managed-key';
import { dataTags } from '../../lib/data-tags';
import { dataKeyAlias } from '../../lib/naming';
import { dataKeyPolicy } from '../../policies/key/data-class';

export interface InfrastructureKeyProps {
  readonly account: string;
  readonly region: string;
  /** The class infrastructure. */
  readonly dataClass: DataClass;
  readonly deployRoles: readonly string[];
}

/** The one key of an account that runs no workloads: the platform's own configuration, such as a firewall's rules, and no other class. */
export class InfrastructureKey extends Construct {
  readonly arn: string;

  constructor(scope: Construct, id: string, { account, region, dataClass, deployRoles }: InfrastructureKeyProps) {
    super(scope, id);
    this.arn = customerManagedKey(this, {
      region,
      description: 'Data of class infrastructure',
      tags: dataTags('infrastructure', dataClass.pii),
      policy: dataKeyPolicy({ account, region, className: 'infrastructure', dataClass, purpose: 'configuration', deployRoles }),
      aliasName: dataKeyAlias('infrastructure'),
    }).arn;
  }
}
