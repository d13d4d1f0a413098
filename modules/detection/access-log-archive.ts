import { S3BucketPolicy } from '@cdktf/provider-aws/lib/s3-bucket-policy';
import { Construct } from 'constructs';
import { platformRoleArn } from '../../lib/arn';
import { dataTags } from '../../lib/data-tags';
import { accessLogCopiesName } from '../../lib/naming';
import { accessLogsOf, privateBucket } from '../../lib/private-bucket';
import { accessLogCopiers, allowAccessLogCopies, type CopiedAccounts } from '../../policies/bucket/access-log-copies';
import { denyForgedLogs, denyLogLoss } from '../../policies/bucket/log-delivery';
import { denyInsecureTransport, denyOutsideOrganization } from '../../policies/bucket/transport';
import { minify, policyDocument } from '../../policies/policy-document';
import { type LogRetention, retainLogs } from './log-retention';

export interface AccessLogArchiveProps extends CopiedAccounts {
  readonly organization: string;
  /** Id of the log archive. */
  readonly account: string;
  readonly region: string;
  readonly keyArn: string;
  readonly retention: LogRetention;
}

/** Access logs of all accounts, locked: AWS delivers them to unlocked buckets of the account that they are about only. */
export class AccessLogArchive extends Construct {
  constructor(scope: Construct, id: string, props: AccessLogArchiveProps) {
    super(scope, id);
    const { organization, organizationId, account, accounts, region, keyArn } = props;
    const bucketName = accessLogCopiesName(organization, account);
    const bucket = privateBucket(this, {
      region,
      bucketName,
      tags: dataTags('operational'),
      keyArn,
      accessLogs: accessLogsOf(organization, region, account),
      objectLock: true,
    });
    retainLogs(this, bucket, props.retention, true);
    const breakGlass = platformRoleArn(account, 'break-glass');
    new S3BucketPolicy(this, 'policy', {
      ...bucket.at,
      policy: minify(
        policyDocument(
          ...denyInsecureTransport(bucketName),
          denyOutsideOrganization(bucketName, organizationId),
          denyLogLoss(bucketName, breakGlass),
          denyForgedLogs(bucketName, [breakGlass, ...accessLogCopiers(accounts)]),
          allowAccessLogCopies(bucketName, props),
        ),
      ),
      dependsOn: [bucket.publicAccessBlock],
    });
  }
}
