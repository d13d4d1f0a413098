import { bucketArn, platformRoleArn } from '../../lib/arn';
import { type PolicyDocument, policyDocument } from '../policy-document';
import { denyOthers } from '../resource/perimeter';
import { denyForgedLogs, denyLogLoss } from './log-delivery';
import { SETTINGS } from './pipeline-only';
import { denyInsecureTransport, denyOutsideOrganization } from './transport';

const COPIES = 's3:PutReplicationConfiguration';

export interface ServerAccessLogDelivery {
  readonly bucket: string;
  readonly account: string;
  readonly region: string;
  readonly organization: { readonly name: string; readonly id: string };
  /** ARN patterns of the roles that change the bucket's settings. */
  readonly custodians: readonly string[];
}

/**
 * S3 logs requests to the platform's buckets of this account and region, in a folder that it names after them (Amazon S3 user guide, "Enabling
 * Amazon S3 server access logging", "Amazon S3 log object key format"; read 2026-11). Nobody adds to it or takes from it.
 */
export const serverAccessLogPolicy = ({ bucket, account, region, organization, custodians }: ServerAccessLogDelivery): PolicyDocument => {
  const breakGlass = platformRoleArn(account, 'break-glass');
  return policyDocument(
    ...denyInsecureTransport(bucket),
    denyOutsideOrganization(bucket, organization.id),
    denyLogLoss(bucket, breakGlass),
    denyForgedLogs(bucket, [breakGlass]),
    denyOthers('DenySettingsByOthers', { arn: bucketArn(bucket), actions: SETTINGS.filter((action) => action !== COPIES) }, [breakGlass, ...custodians]),
    // A later state of the account has them copied into the archive.
    denyOthers('DenyCopiesByOthers', { arn: bucketArn(bucket), actions: COPIES }, [breakGlass, platformRoleArn(account, 'apply'), ...custodians]),
    {
      Sid: 'AllowServerAccessLogs',
      Effect: 'Allow',
      Principal: { Service: 'logging.s3.amazonaws.com' },
      Action: 's3:PutObject',
      Resource: `${bucketArn(bucket)}/s3/${account}/${region}/*`,
      Condition: {
        StringEquals: { 'aws:SourceAccount': account },
        // Whoever logs a bucket of his own into this one would write what he likes between the logs of ours.
        ArnLike: { 'aws:SourceArn': [bucketArn(`${organization.name}-*-${account}`), bucketArn(`aws-waf-logs-${organization.name}-*${account}`)] },
      },
    },
  );
};
