import type { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import { customerManagedKey } from '../../lib/customer-managed-key';
import { dataTags } from '../../lib/data-tags';
import { LOG_KEY_ALIAS, type LogSource, logBucketName } from '../../lib/naming';
import { LOG_DELIVERIES } from '../../policies/bucket/log-delivery';
import { allowKeyAdministration, allowReadingKeySettings, denyUseByKeyAdministrators } from '../../policies/key/administration';
import { keyAdministrators } from '../../policies/key/key-context';
import { allowLogEncryption, denyLogKeyChange } from '../../policies/key/log-archive';
import { allowUseThroughServices } from '../../policies/key/use';
import { policyDocument } from '../../policies/policy-document';
import { LogBucket } from './log-bucket';

export interface LogArchiveProps {
  readonly organization: string;
  readonly organizationId: string;
  readonly account: string;
  readonly region: string;
  /** Ids of the accounts whose services deliver here. */
  readonly accounts: readonly string[];
  readonly trailArn: string;
  /**
   * Source -> bucket, for an archive of some sources in another region.
   * @default a bucket for every source
   */
  readonly buckets?: Readonly<Partial<Record<LogSource, string>>>;
}

/** Where every account's logs end up: written by AWS services, deletable by nobody who works with them. */
export class LogArchive extends Construct {
  /** Services deliver from when these stand. */
  readonly delivery: readonly ITerraformDependable[];
  readonly keyArn: string;

  constructor(scope: Construct, id: string, props: LogArchiveProps) {
    super(scope, id);
    this.keyArn = this.key(props);
    const sources = Object.keys(props.buckets ?? LOG_DELIVERIES) as LogSource[];
    this.delivery = sources.map((source) => {
      const bucketName = props.buckets?.[source] ?? logBucketName(props.organization, source, props.account);
      return new LogBucket(this, source, { ...props, source, bucketName, keyArn: this.keyArn }).delivery;
    });
  }

  private key({ account, region, accounts, trailArn }: LogArchiveProps): string {
    const context = { account, region, administrators: keyAdministrators(account) };
    const key = customerManagedKey(this, {
      region,
      description: 'Logs of all accounts',
      tags: dataTags('operational'),
      aliasName: LOG_KEY_ALIAS,
      policy: policyDocument(
        allowKeyAdministration(context),
        allowReadingKeySettings(context),
        allowUseThroughServices(context, ['s3']),
        ...allowLogEncryption(accounts, trailArn),
        denyUseByKeyAdministrators(context),
        denyLogKeyChange(context),
      ),
    });
    return key.arn;
  }
}
