import { IamInstanceProfile } from '@cdktf/provider-aws/lib/iam-instance-profile';
import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { IamRolePolicy } from '@cdktf/provider-aws/lib/iam-role-policy';
import { LaunchTemplate } from '@cdktf/provider-aws/lib/launch-template';
import { SecurityGroup } from '@cdktf/provider-aws/lib/security-group';
import { VpcSecurityGroupEgressRule } from '@cdktf/provider-aws/lib/vpc-security-group-egress-rule';
import { Construct } from 'constructs';
import { iamRoleArn } from '../../lib/arn';
import { refuse } from '../../lib/mistakes';
import { APPLICATION_PATH, workloadName } from '../../lib/naming';
import { minify, policyDocument } from '../../policies/policy-document';
import { instanceTrust } from '../../policies/role/instance';
import { EnclaveKey } from './enclave-key';
import { type NamedRole, refuseRoles, roleArns } from './named-roles';
import { type DataProps, refuseName, workloadTags } from './workload';

export interface EnclaveInstanceProps extends DataProps {
  /** PCR0 of the enclave image, as nitro-cli build-enclave prints it. */
  readonly imageSha384: string;
  /** Roles that encrypt what the enclave opens. */
  readonly producers: readonly NamedRole[];
  /** A Nitro instance with four virtual processors or more; the enclave takes some of them. @default m7i.xlarge */
  readonly instanceType?: string;
}

/** A launch template whose instances decrypt only inside a measured enclave: not even their own root sees the data. */
export class EnclaveInstance extends Construct {
  readonly launchTemplateId: string;
  readonly securityGroupId: string;
  readonly keyArn: string;

  constructor(scope: Construct, id: string, props: EnclaveInstanceProps) {
    super(scope, id);
    const { workload, imageSha384, instanceType = 'm7i.xlarge', producers } = props;
    const { region, account, environment } = workload;
    const name = workloadName(environment, props.name);
    refuseName(this, props, name, 64);
    refuseRoles(this, { producers });
    refuse(this, [
      !/^[0-9a-f]{96}$/.test(imageSha384) &&
        `imageSha384 must be 96 hexadecimal digits, got ${JSON.stringify(imageSha384)}; copy PCR0 from nitro-cli build-enclave`,
      // A debug enclave is measured as zeros, and its console shows what it decrypts.
      /^0+$/.test(imageSha384) && 'imageSha384 must not be that of an enclave in debug mode, got zeros; start it without --debug-mode',
      !/^[cmr]\d[a-z]*\.(\d+)?xlarge$/.test(instanceType) &&
        `instanceType must be a c, m or r type of size xlarge or larger, got ${instanceType}; others run no enclaves`,
    ]);
    const role = new IamRole(this, 'role', {
      name,
      path: APPLICATION_PATH,
      assumeRolePolicy: minify(instanceTrust()),
      permissionsBoundary: workload.boundaryArn,
      tags: workloadTags(props),
    });
    const key = new EnclaveKey(this, 'key', {
      ...props,
      roleArn: iamRoleArn(account, APPLICATION_PATH, name),
      producerArns: roleArns(workload, producers),
    });
    this.keyArn = key.arn;
    new IamRolePolicy(this, 'role-policy', {
      name: 'enclave',
      role: role.name,
      policy: minify(policyDocument({ Sid: 'AllowAskingForTheEnclave', Effect: 'Allow', Action: ['kms:Decrypt', 'kms:GenerateDataKey'], Resource: key.arn })),
    });
    const group = new SecurityGroup(this, 'security-group', {
      region,
      name,
      description: 'Nothing comes in; AWS services are reached through endpoints',
      vpcId: workload.vpc.id,
      tags: workloadTags(props),
    });
    new VpcSecurityGroupEgressRule(this, 'https', {
      region,
      securityGroupId: group.id,
      description: 'HTTPS to endpoints in the VPC',
      ipProtocol: 'tcp',
      fromPort: 443,
      toPort: 443,
      cidrIpv4: workload.vpc.cidr,
    });
    this.securityGroupId = group.id;
    this.launchTemplateId = this.template(
      props,
      name,
      instanceType,
      new IamInstanceProfile(this, 'profile', { name, path: APPLICATION_PATH, role: role.name }),
    );
  }

  private template(props: EnclaveInstanceProps, name: string, instanceType: string, profile: IamInstanceProfile): string {
    const { region, keyArns } = props.workload;
    return new LaunchTemplate(this, 'launch-template', {
      region,
      name,
      updateDefaultVersion: true,
      imageId: 'resolve:ssm:/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64',
      instanceType,
      enclaveOptions: { enabled: true },
      iamInstanceProfile: { arn: profile.arn },
      metadataOptions: { httpEndpoint: 'enabled', httpTokens: 'required', httpPutResponseHopLimit: 1, instanceMetadataTags: 'disabled' },
      blockDeviceMappings: [
        { deviceName: '/dev/xvda', ebs: { encrypted: 'true', kmsKeyId: keyArns[props.dataClass], volumeType: 'gp3', deleteOnTermination: 'true' } },
      ],
      networkInterfaces: [{ associatePublicIpAddress: 'false', deleteOnTermination: 'true', securityGroups: [this.securityGroupId] }],
      monitoring: { enabled: true },
      // The provider's default tags do not reach what a launch template makes.
      tagSpecifications: ['instance', 'volume', 'network-interface'].map((resourceType) => ({
        resourceType,
        tags: { ...workloadTags(props), Environment: props.workload.environment, Name: name },
      })),
      tags: workloadTags(props),
    }).id;
  }
}
