import { KmsAlias } from '@cdktf/provider-aws/lib/kms-alias';
import { KmsKey } from '@cdktf/provider-aws/lib/kms-key';
import { KmsReplicaKey } from '@cdktf/provider-aws/lib/kms-replica-key';
import { Construct } from 'constructs';
import type { Blueprint, DataClass, DataClassName } from '../../config/blueprint';
import { dataTags } from '../../lib/data-tags';
import { dataKeyAlias } from '../../lib/naming';
import { retire } from '../../lib/retirement';
import type { CopyingAccounts } from '../../policies/key/backup-copies';
import { type DataKeyProps, dataKeyPolicy } from '../../policies/key/data-class';
import { minify } from '../../policies/policy-document';

export interface DataKeysProps {
  readonly account: string;
  readonly home: string;
  readonly dataClasses: Blueprint['dataClasses'];
  /** Path and name of the roles with which application pipelines deploy: they build what is encrypted, and read nothing. */
  readonly deployRoles: readonly string[];
  /**
   * Where AWS Backup copies to.
   * @default nowhere
   */
  readonly copies?: CopyingAccounts | undefined;
}

type KeyName = DataClassName | 'logs' | 'secrets';
/** What one key is for; its class says who administers and who uses it. */
interface KeyUse {
  readonly name: KeyName;
  readonly className: DataClassName;
  readonly dataClass: DataClass;
  readonly purpose: DataKeyProps['purpose'];
}

/** One key for each data class (and for logs and secrets), so that who may read one class cannot read another. */
export class DataKeys extends Construct {
  /** Class -> ARN of its key in the home region. */
  readonly arns: Readonly<Record<KeyName, string>>;
  /** Class -> region -> ARN of its key there. */
  readonly regional: Readonly<Record<DataClassName, Readonly<Record<string, string>>>>;

  constructor(
    scope: Construct,
    id: string,
    private readonly props: DataKeysProps,
  ) {
    super(scope, id);
    const { home, dataClasses } = props;
    const regional: Record<string, Record<string, string>> = {};
    for (const [name, dataClass] of Object.entries(dataClasses) as [DataClassName, DataClass][]) {
      const use: KeyUse = { name, className: name, dataClass, purpose: name === 'infrastructure' ? 'configuration' : 'data' };
      const primary = this.key(use, home, name);
      regional[name] = { [home]: primary.arn };
      for (const entry of dataClass.additionalRegions) {
        const { region, status } = typeof entry === 'string' ? { region: entry, status: 'active' } : entry;
        const key = this.key(use, region, `${name}-${region}`, dataClass.multiRegion ? primary.arn : undefined);
        if (status === 'retired') retire(key.node.scope as Construct);
        else regional[name] = { ...regional[name], [region]: key.arn };
      }
    }
    const arnOf = (name: KeyName, className: DataClassName, purpose: KeyUse['purpose']) =>
      // Log groups and secrets of any class: who administers and uses them is who works with the class that they stand for.
      this.key({ name, className, dataClass: { ...dataClasses[className], pii: false, multiRegion: false }, purpose }, home, name).arn;
    this.regional = regional as typeof this.regional;
    this.arns = {
      ...(Object.fromEntries(Object.entries(regional).map(([name, arns]) => [name, arns[home]])) as Record<DataClassName, string>),
      logs: arnOf('logs', 'operational', 'logs'),
      secrets: arnOf('secrets', 'application', 'secrets'),
    };
  }

  /** A key of its own, or the replica of a primary key. */
  private key({ name, className, dataClass, purpose }: KeyUse, region: string, id: string, primaryKeyArn?: string): KmsKey | KmsReplicaKey {
    const scope = new Construct(this, id);
    const { account, home, deployRoles, copies } = this.props;
    const settings = {
      region,
      description: `Data of class ${name}`,
      deletionWindowInDays: 30,
      tags: dataTags(className, dataClass.pii),
      policy: minify(
        dataKeyPolicy({
          account,
          region,
          className,
          dataClass,
          purpose,
          deployRoles,
          ...(copies && region === home ? { copies } : {}), // vaults stand at home
        }),
      ),
    };
    const key = primaryKeyArn
      ? new KmsReplicaKey(scope, 'key', { ...settings, primaryKeyArn }) // rotates with its primary
      : new KmsKey(scope, 'key', { ...settings, enableKeyRotation: true, ...(dataClass.multiRegion ? { multiRegion: true } : {}) });
    new KmsAlias(scope, 'alias', { region, name: dataKeyAlias(name), targetKeyId: key.keyId });
    return key;
  }
}
