import { CloudwatchLogDelivery } from '@cdktf/provider-aws/lib/cloudwatch-log-delivery';
import { CloudwatchLogDeliveryDestination } from '@cdktf/provider-aws/lib/cloudwatch-log-delivery-destination';
import { CloudwatchLogDeliverySource } from '@cdktf/provider-aws/lib/cloudwatch-log-delivery-source';
import { Construct } from 'constructs';
import { GLOBAL_REGION } from '../../config/aws-regions';
import { bucketArn } from '../../lib/arn';
import type { AccessLogBucket } from '../data/access-log-bucket';

export interface DistributionLogsProps {
  readonly name: string;
  readonly distributionArn: string;
  readonly accessLogs: AccessLogBucket;
  readonly tags: Readonly<Record<string, string>>;
}

/** Every request to a distribution on record (standard logging, version 2: no ACL on the bucket, unlike version 1). */
export class DistributionLogs extends Construct {
  constructor(scope: Construct, id: string, { name, distributionArn, accessLogs, tags }: DistributionLogsProps) {
    super(scope, id);
    // CloudFront takes part in log delivery in us-east-1 only; the bucket may be anywhere.
    const region = GLOBAL_REGION;
    const source = new CloudwatchLogDeliverySource(this, 'source', { region, name, resourceArn: distributionArn, logType: 'ACCESS_LOGS', tags: { ...tags } });
    const destination = new CloudwatchLogDeliveryDestination(this, 'destination', {
      region,
      name,
      outputFormat: 'parquet',
      deliveryDestinationConfiguration: [{ destinationResourceArn: bucketArn(accessLogs.bucketName) }],
      tags: { ...tags },
      dependsOn: [accessLogs.delivery],
    });
    new CloudwatchLogDelivery(this, 'delivery', {
      region,
      deliverySourceName: source.name,
      deliveryDestinationArn: destination.arn,
      // Below AWSLogs/ACCOUNT/CloudFront; its files say which distribution, so one table reads all by day.
      s3DeliveryConfiguration: [{ suffixPath: '{yyyy}/{MM}/{dd}', enableHiveCompatiblePath: false }],
      tags: { ...tags },
    });
  }
}
