import { ConfigConfigurationRecorder } from '@cdktf/provider-aws/lib/config-configuration-recorder';
import { ConfigConfigurationRecorderStatus } from '@cdktf/provider-aws/lib/config-configuration-recorder-status';
import { ConfigDeliveryChannel } from '@cdktf/provider-aws/lib/config-delivery-channel';
import type { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import { importExisting } from '../../lib/import-existing';

/** The role that AWS Config records with. */
export interface ConfigRole {
  readonly arn: string;
  /** What recorders wait for: their ARN is computed, so Terraform sees no reference, and AWS refuses a recorder whose role is not there yet. */
  readonly role: ITerraformDependable;
}

export interface ConfigRecorderProps {
  readonly region: string;
  readonly role: ConfigRole;
  /** Bucket of the log archive. */
  readonly bucket: string;
  readonly recordsGlobalResources: boolean;
  /** AWS Config checks the bucket when the channel is made: in the log archive the bucket's policy comes first. */
  readonly deliveryDependsOn: readonly ITerraformDependable[];
  /** Names of the recorder and channel that the region had before; they are imported (one each per region). */
  readonly existing?: { readonly recorder?: string; readonly channel?: string };
}

/** Records every configuration change: what was public when, and who had it so. */
export class ConfigRecorder extends Construct {
  /** Rules may be made when this stands. */
  readonly recording: ITerraformDependable;

  constructor(scope: Construct, id: string, props: ConfigRecorderProps) {
    super(scope, id);
    const { region, existing } = props;
    const recorder = new ConfigConfigurationRecorder(this, 'recorder', {
      region,
      name: existing?.recorder ?? 'default',
      roleArn: props.role.arn,
      recordingGroup: { allSupported: true, includeGlobalResourceTypes: props.recordsGlobalResources },
      dependsOn: [props.role.role],
    });
    const channel = new ConfigDeliveryChannel(this, 'channel', {
      region,
      name: existing?.channel ?? 'default',
      s3BucketName: props.bucket,
      snapshotDeliveryProperties: { deliveryFrequency: 'TwentyFour_Hours' },
      dependsOn: [recorder, ...props.deliveryDependsOn],
    });
    this.recording = new ConfigConfigurationRecorderStatus(this, 'status', { region, name: recorder.name, isEnabled: true, dependsOn: [channel] });
    if (existing?.recorder) importExisting(recorder, `${existing.recorder}@${region}`);
    if (existing?.channel) importExisting(channel, `${existing.channel}@${region}`);
  }
}
