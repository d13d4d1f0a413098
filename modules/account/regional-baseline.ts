import { EbsDefaultKmsKey } from '@cdktf/provider-aws/lib/ebs-default-kms-key';
import { EbsEncryptionByDefault } from '@cdktf/provider-aws/lib/ebs-encryption-by-default';
import { EbsSnapshotBlockPublicAccess } from '@cdktf/provider-aws/lib/ebs-snapshot-block-public-access';
import { Ec2ImageBlockPublicAccess } from '@cdktf/provider-aws/lib/ec2-image-block-public-access';
import { Ec2InstanceMetadataDefaults } from '@cdktf/provider-aws/lib/ec2-instance-metadata-defaults';
import { Ec2SerialConsoleAccess } from '@cdktf/provider-aws/lib/ec2-serial-console-access';
import { EcrAccountSetting } from '@cdktf/provider-aws/lib/ecr-account-setting';
import { EmrBlockPublicAccessConfiguration } from '@cdktf/provider-aws/lib/emr-block-public-access-configuration';
import { SsmServiceSetting } from '@cdktf/provider-aws/lib/ssm-service-setting';
import { VpcBlockPublicAccessOptions } from '@cdktf/provider-aws/lib/vpc-block-public-access-options';
import type { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import type { Account } from '../../config/blueprint';
import type { ConformanceTemplate } from '../../lib/conformance-templates';
import { ConfigRecorder, type ConfigRole } from '../detection/config-recorder';
import { ConformancePacks } from '../detection/conformance-packs';
import { DefaultVpcRule } from '../detection/default-vpc-rule';

export interface RegionalBaselineProps {
  readonly account: Account;
  readonly region: string;
  readonly configRole: ConfigRole;
  /** Bucket of the log archive that AWS Config delivers to. */
  readonly configBucket: string;
  /** Does the EC2 policy (policies/ec2/account-defaults.ts) reach this account? Then EC2 refuses these settings from anybody in it. */
  readonly ec2PolicyHolds: boolean;
  /** What AWS Config's delivery waits for. */
  readonly deliveryDependsOn: readonly ITerraformDependable[];
  /** AWS Config records global resource types in one region only, or every change would be billed in each. */
  readonly recordsGlobalResources: boolean;
  /** Packs of AWS Config rules; from step `correlated` on. */
  readonly conformanceTemplates: readonly ConformanceTemplate[];
  /** Key of new EBS volumes. Without one (regions that have no key of ours) EBS takes the AWS-managed key. */
  readonly ebsKeyArn?: string;
}

/** What every enabled region of every account gets: safe defaults, so that forgetting a setting is harmless. */
export class RegionalBaseline extends Construct {
  constructor(scope: Construct, id: string, props: RegionalBaselineProps) {
    super(scope, id);
    const { region } = props;
    new EbsEncryptionByDefault(this, 'ebs-encryption', { region, enabled: true });
    if (props.ebsKeyArn) new EbsDefaultKmsKey(this, 'ebs-key', { region, keyArn: props.ebsKeyArn });
    if (!props.ec2PolicyHolds) this.ec2Defaults(region);
    this.registryDefaults(region);
    new SsmServiceSetting(this, 'ssm-documents', {
      region,
      settingId: `arn:aws:ssm:${region}:${props.account.id}:servicesetting/ssm/documents/console/public-sharing-permission`,
      settingValue: 'Disable',
    });
    const { recording } = new ConfigRecorder(this, 'config', {
      region,
      role: props.configRole,
      bucket: props.configBucket,
      recordsGlobalResources: props.recordsGlobalResources,
      deliveryDependsOn: props.deliveryDependsOn,
      ...(props.account.existing.configRecorders[region] ? { existing: props.account.existing.configRecorders[region] } : {}),
    });
    new DefaultVpcRule(this, 'default-vpc', { region, recording });
    new ConformancePacks(this, 'conformance', { region, templates: props.conformanceTemplates, recording });
  }

  /** Images are scanned by the scanner that AWS maintains, a registry policy binds every action on images, and no cluster of EMR stands open. */
  private registryDefaults(region: string): void {
    new EcrAccountSetting(this, 'ecr-scanner', { region, name: 'BASIC_SCAN_TYPE_VERSION', value: 'AWS_NATIVE' });
    new EcrAccountSetting(this, 'ecr-policy-scope', { region, name: 'REGISTRY_POLICY_SCOPE', value: 'V2' });
    // AWS's default leaves port 22 open; no range stands here, so none does.
    new EmrBlockPublicAccessConfiguration(this, 'emr-public-access-block', { region, blockPublicSecurityGroupRules: true });
  }

  /** What the EC2 policy says, where it does not reach: the management account. */
  private ec2Defaults(region: string): void {
    new EbsSnapshotBlockPublicAccess(this, 'snapshots', { region, state: 'block-all-sharing' });
    new Ec2ImageBlockPublicAccess(this, 'images', { region, state: 'block-new-sharing' });
    // Two hops: containers on an instance still reach the metadata service, by IMDSv2 only.
    new Ec2InstanceMetadataDefaults(this, 'metadata', { region, httpTokens: 'required', httpPutResponseHopLimit: 2, instanceMetadataTags: 'disabled' });
    new Ec2SerialConsoleAccess(this, 'serial-console', { region, enabled: false });
    // As in units that offer nothing to the internet: no guardrail binds this account, so an intruder's door is shut here alone.
    new VpcBlockPublicAccessOptions(this, 'public-access-block', { region, internetGatewayBlockMode: 'block-ingress' });
  }
}
