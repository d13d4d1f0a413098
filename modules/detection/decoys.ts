import type { Vpc } from '@cdktf/provider-aws/lib/vpc';
import { Construct } from 'constructs';
import type { Account, Blueprint, DataClassName } from '../../config/blueprint';
import { includesStep } from '../../config/detection-steps';
import { decoyNames } from '../../lib/decoy-names';
import { accessLogsOf } from '../../lib/private-bucket';
import { networkTags } from '../network/workload-network';
import { DecoyBucket } from './decoy-bucket';
import { DecoyDomain } from './decoy-domain';
import { DecoyRole } from './decoy-role';
import { DecoySecret } from './decoy-secret';

export interface DecoysProps {
  readonly blueprint: Blueprint;
  readonly account: Account;
  /** What a workload account has besides. @default a role only: little else that is ordinary in other accounts looks tempting */
  readonly workload?: { readonly vpc: Vpc; readonly keyArns: Readonly<Record<DataClassName | 'secrets', string>> };
}

/** Things that no honest principal touches, so that an intruder who looks around in an account is heard of within minutes. */
export class Decoys extends Construct {
  constructor(scope: Construct, id: string, { blueprint, account, workload }: DecoysProps) {
    super(scope, id);
    if (!includesStep(blueprint.detection, 'deception')) return;
    const { organization, regions, dataClasses } = blueprint;
    const names = decoyNames(blueprint, account);
    new DecoyRole(this, 'role', { account: account.id, name: names.role });
    if (!workload || !names.workload) return;
    const { secret, bucket, domain, owner } = names.workload;
    const at = { account: account.id, organizationId: organization.id, region: regions.home, owner };
    const classes = Object.entries(dataClasses).map(([name, { pii }]) => ({ dataClass: name as DataClassName, pii }));
    const { dataClass, pii } = classes.find((one) => one.pii) ?? { dataClass: 'customer', pii: false };
    new DecoySecret(this, 'secret', { ...at, name: secret, keyArn: workload.keyArns.secrets });
    const accessLogs = accessLogsOf(organization.name, regions.home, account.id);
    new DecoyBucket(this, 'bucket', { ...at, bucketName: bucket, dataClass, pii, keyArn: workload.keyArns[dataClass], accessLogs });
    new DecoyDomain(this, 'domain', {
      environment: account.name,
      region: regions.home,
      vpc: workload.vpc,
      domain,
      tags: (name: string) => networkTags(account.name, name),
    });
  }
}
