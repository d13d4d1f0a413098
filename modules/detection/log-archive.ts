import type { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import { customerManagedKey } from '../../lib/customer-managed-key';
import { dataTags } from '../../lib/data-tags';
import { LOG_KEY_ALIAS, type LogSource, lockedCopyName, logBucketName } from '../../lib/naming';
import { type AccessLogTarget, accessLogsOf } from '../../lib/private-bucket';
import { allowEncryptingAccessLogCopies } from '../../policies/bucket/access-log-copies';
import { LOG_DELIVERIES, type LogSources } from '../../policies/bucket/log-delivery';
import { allowKeyAdministration, allowReadingKeySettings, denyUseByKeyAdministrators } from '../../policies/key/administration';
import { keyAdministrators } from '../../policies/key/key-context';
import { allowLogEncryption, denyLogKeyChange } from '../../policies/key/log-archive';
import { allowUseThroughServices } from '../../policies/key/use';
import { policyDocument } from '../../policies/policy-document';
import { AccessLogArchive } from './access-log-archive';
import { LockedCopy } from './locked-copy';
import { LogBucket } from './log-bucket';
import type { LogRetention } from './log-retention';

export interface LogArchiveProps extends LogSources {
  readonly organization: string;
  /** Id of the log archive. */
  readonly account: string;
  readonly region: string;
  readonly retention: LogRetention;
  /** Whether logs whose own bucket cannot be locked are copied to one that is. */
  readonly lockedCopies: boolean;
  /**
   * Where requests to the buckets are logged.
   * @default the bucket that the account's own state made in its home region
   */
  readonly accessLogs?: AccessLogTarget;
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
    // An archive of some sources is not the one that copies go to.
    if (props.lockedCopies && !props.buckets) new AccessLogArchive(this, 'access', { ...props, keyArn: this.keyArn });
    const { accessLogs = accessLogsOf(props.organization, props.region, props.account) } = props;
    const sources = Object.keys(props.buckets ?? LOG_DELIVERIES) as LogSource[];
    this.delivery = sources.map((source) => {
      const bucketName = props.buckets?.[source] ?? logBucketName(props.organization, source, props.account);
      const { bucket, delivery } = new LogBucket(this, source, { ...props, source, bucketName, keyArn: this.keyArn, accessLogs });
      if (props.lockedCopies && !LOG_DELIVERIES[source].objectLock)
        new LockedCopy(this, `${source}-copy`, {
          ...props,
          accessLogs,
          keyArn: this.keyArn,
          source: bucket,
          sourceName: bucketName,
          copyName: lockedCopyName(props.organization, source, props.account),
        });
      return delivery;
    });
  }

  private key({ account, region, buckets, ...sources }: LogArchiveProps): string {
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
        ...allowLogEncryption(sources),
        ...(buckets ? [] : [allowEncryptingAccessLogCopies(region, sources)]),
        denyUseByKeyAdministrators(context),
        denyLogKeyChange(context),
      ),
    });
    return key.arn;
  }
}
