import { KmsAlias } from '@cdktf/provider-aws/lib/kms-alias';
import { KmsKey } from '@cdktf/provider-aws/lib/kms-key';
import { Construct } from 'constructs';
import type { Blueprint, DataClassName } from '../../config/blueprint';
import { dataKeyAlias } from '../../lib/naming';
import { retire } from '../../lib/retirement';
import { allowKeyAdministration, allowReadingKeySettings, denyKeyLoss, denyUseByKeyAdministrators } from '../../policies/key/administration';
import { keyAdministrators } from '../../policies/key/key-context';
import { allowCloudWatchLogs, allowGrantsForServices, allowUseThroughServices } from '../../policies/key/use';
import { minify, policyDocument } from '../../policies/policy-document';

export interface DataKeysProps {
  readonly account: string;
  readonly home: string;
  readonly dataClasses: Blueprint['dataClasses'];
}

/** Services through which principals of the account may use a key. */
const SERVICES = [
  'backup',
  'dynamodb',
  'ebs',
  'ec2',
  'ecr',
  'elasticfilesystem',
  'kinesis',
  'lambda',
  'network-firewall',
  'rds',
  's3',
  'secretsmanager',
  'sns',
  'sqs',
  'ssm',
];

/** One key for each data class (and for logs and secrets), so that who may read one class cannot read another. */
export class DataKeys extends Construct {
  /** Class -> ARN of its key in the home region. */
  readonly arns: Readonly<Record<DataClassName | 'logs' | 'secrets', string>>;

  constructor(scope: Construct, id: string, { account, home, dataClasses }: DataKeysProps) {
    super(scope, id);
    const arns: Record<string, string> = {};
    for (const [name, dataClass] of Object.entries(dataClasses)) {
      arns[name] = this.key(name, name, home, account, dataClass.pii).arn;
      for (const entry of dataClass.additionalRegions) {
        const { region, status } = typeof entry === 'string' ? { region: entry, status: 'active' } : entry;
        const key = this.key(`${name}-${region}`, name, region, account, dataClass.pii);
        if (status === 'retired') retire(key.node.scope as Construct);
      }
    }
    arns.logs = this.key('logs', 'operational', home, account, false).arn;
    arns.secrets = this.key('secrets', 'application', home, account, false).arn;
    this.arns = arns as typeof this.arns;
  }

  private key(id: string, dataClass: string, region: string, account: string, pii: boolean): KmsKey {
    const scope = new Construct(this, id);
    const context = { account, region, administrators: keyAdministrators(account) };
    const key = new KmsKey(scope, 'key', {
      region,
      description: `Data of class ${id.split('-')[0]}`,
      enableKeyRotation: true,
      deletionWindowInDays: 30,
      tags: { DataClass: dataClass, Pii: String(pii) },
      policy: minify(
        policyDocument(
          allowKeyAdministration(context),
          allowReadingKeySettings(context),
          allowUseThroughServices(context, SERVICES),
          allowGrantsForServices(context, SERVICES),
          ...(id === 'logs' || id.startsWith('operational') ? [allowCloudWatchLogs(context)] : []),
          denyUseByKeyAdministrators(context),
          denyKeyLoss(context),
        ),
      ),
    });
    new KmsAlias(scope, 'alias', { region, name: dataKeyAlias(id.replace(`-${region}`, '')), targetKeyId: key.keyId });
    return key;
  }
}
