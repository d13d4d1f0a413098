import { ListAnalyzersCommand, type Type } from '@aws-sdk/client-accessanalyzer';
import { DescribeLogGroupsCommand } from '@aws-sdk/client-cloudwatch-logs';
import { DescribeConfigurationRecordersCommand, DescribeDeliveryChannelsCommand } from '@aws-sdk/client-config-service';
import { ListAliasesCommand } from '@aws-sdk/client-kms';
import { HeadBucketCommand, type S3Client } from '@aws-sdk/client-s3';
import { type Context, type Probe, pages, placeOf, unlessMissing } from '../check';
import type { PlannedResource } from '../planned';

const recorderField =
  (member: string) =>
  ({ attributes }: PlannedResource, { account }: Context) => ({ path: [...placeOf(account), 'existing', 'configRecorders', attributes.region, member] });

/** What is one in a region, or has a name that is one in a region. */
export const REGIONAL_PROBES: readonly Probe[] = [
  {
    type: 'aws_config_configuration_recorder',
    otherwise: 'fails with MaxNumberOfConfigurationRecordersExceededException: AWS allows one in each region',
    field: recorderField('recorder'),
    look: async ({ attributes: { region } }, { aws }) => {
      const { ConfigurationRecorders = [] } = await aws.config(region).send(new DescribeConfigurationRecordersCommand({}));
      // Recorders that AWS services made for themselves stand beside the customer's one.
      const name = ConfigurationRecorders.find(({ servicePrincipal }) => !servicePrincipal)?.name;
      return name ? { what: `AWS Config recorder ${name} in ${region}`, importId: name, value: name } : undefined;
    },
  },
  {
    type: 'aws_config_delivery_channel',
    otherwise: 'fails with MaxNumberOfDeliveryChannelsExceededException: AWS allows one in each region',
    field: recorderField('channel'),
    look: async ({ attributes: { region } }, { aws }) => {
      const { DeliveryChannels = [] } = await aws.config(region).send(new DescribeDeliveryChannelsCommand({}));
      const [channel] = DeliveryChannels;
      return channel?.name
        ? { what: `AWS Config delivery channel ${channel.name} in ${region}, to bucket ${channel.s3BucketName}`, importId: channel.name, value: channel.name }
        : undefined;
    },
  },
  {
    type: 'aws_accessanalyzer_analyzer',
    otherwise: 'makes a second one, which reports (and for unused access bills) everything twice, or fails with ConflictException where the name is taken',
    field: ({ attributes }, { account }) => ({ path: [...placeOf(account), 'existing', 'accessAnalyzers', attributes.region, attributes.type] }),
    look: async ({ attributes: { region, type, analyzer_name: wanted } }, { aws }) => {
      const analyzers = await pages(
        (nextToken) => aws.accessAnalyzer(region).send(new ListAnalyzersCommand({ type: type as Type, ...(nextToken ? { nextToken } : {}) })),
        (answer) => answer.analyzers,
        (answer) => answer.nextToken,
      );
      const name = (analyzers.find((analyzer) => analyzer.name === wanted) ?? analyzers[0])?.name;
      return name ? { what: `access analyzer ${name} (${type}) in ${region}`, importId: name, value: name } : undefined;
    },
  },
  {
    type: 'aws_s3_bucket',
    otherwise: 'fails with BucketAlreadyOwnedByYou or BucketAlreadyExists',
    look: async ({ attributes: { bucket, region } }, { aws }) => {
      return (await bucketExists(aws.s3(region), bucket))
        ? {
            what: `bucket ${bucket}`,
            remedy: 'no state knows it; look for an older version of the state in it, or import it with `terraform import` (docs/runbooks/bootstrap.md)',
          }
        : undefined;
    },
  },
  {
    type: 'aws_kms_alias',
    otherwise: 'fails with AlreadyExistsException',
    look: async ({ attributes: { name, region } }, { aws, once }) => {
      const aliases = await once(`aliases ${region}`, () =>
        pages(
          (Marker) => aws.kms(region).send(new ListAliasesCommand(Marker ? { Marker } : {})),
          (answer) => answer.Aliases,
          (answer) => answer.NextMarker,
        ),
      );
      const alias = aliases.find(({ AliasName }) => AliasName === name);
      return alias
        ? {
            what: `KMS ${name} in ${region}, of key ${alias.TargetKeyId ?? '(none)'}`,
            remedy: 'no state knows it; delete the alias when its key encrypts nothing that you need, else import alias and key with `terraform import`',
          }
        : undefined;
    },
  },
  {
    type: 'aws_cloudwatch_log_group',
    otherwise: 'fails with ResourceAlreadyExistsException',
    look: async ({ attributes: { name, region } }, { aws }) => {
      const { logGroups = [] } = await aws.logs(region).send(new DescribeLogGroupsCommand({ logGroupNamePrefix: name }));
      return logGroups.some(({ logGroupName }) => logGroupName === name)
        ? { what: `log group ${name} in ${region}`, remedy: 'no state knows it; keep its events and delete it, or import it with `terraform import`' }
        : undefined;
    },
  },
];

/** @throws Error when the name is taken and the caller may not look, which is how a bucket of another account answers */
async function bucketExists(s3: S3Client, bucket: string): Promise<boolean> {
  try {
    return (await unlessMissing(s3.send(new HeadBucketCommand({ Bucket: bucket })))) !== undefined;
  } catch (error) {
    const status = (error as { $metadata?: { httpStatusCode?: number } }).$metadata?.httpStatusCode;
    if (status === 301) return true; // in another region
    if (status === 403) throw new Error(`bucket ${bucket}: the name is taken, by another account or closed to these credentials`);
    throw error;
  }
}
