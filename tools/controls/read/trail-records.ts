import type { TerraformJson } from '../../synthesis/synthesize';
import { record } from './alarms';

const by = (type: string): TerraformJson => ({
  userIdentity: { type, arn: `arn:aws:iam::444444444444:${type === 'Root' ? 'root' : 'user/jane'}`, accountId: '444444444444' },
});
const signIn = (more: TerraformJson): TerraformJson => record('signin', 'ConsoleLogin', { eventType: 'AwsConsoleSignIn', ...by('IAMUser'), ...more });
const calls = (source: string, ...names: string[]): TerraformJson[] => names.map((name) => record(source, name));
const each = (verbs: readonly string[], nouns: readonly string[]): string[] => nouns.flatMap((noun) => verbs.map((verb) => `${verb}${noun}`));

/** What CIS AWS Foundations v7.0.0 wants to be told of, as CloudTrail records it: number -> records. */
export const TRAIL_RECORDS: Readonly<Record<string, readonly TerraformJson[]>> = {
  '5.1': [
    record('ec2', 'RunInstances', { errorCode: 'Client.UnauthorizedOperation' }),
    record('s3', 'GetObject', { errorCode: 'AccessDenied' }),
    record('kms', 'Decrypt', { errorCode: 'AccessDeniedException' }),
  ],
  '5.2': [signIn({ responseElements: { ConsoleLogin: 'Success' }, additionalEventData: { MFAUsed: 'No' } })],
  '5.3': [record('iam', 'ListUsers', by('Root')), record('signin', 'ConsoleLogin', { eventType: 'AwsConsoleSignIn', ...by('Root') })],
  '5.4': calls(
    'iam',
    ...each(['Put', 'Delete', 'Attach', 'Detach'], ['GroupPolicy', 'RolePolicy', 'UserPolicy']),
    ...each(['Create', 'Delete'], ['Policy', 'PolicyVersion']),
  ),
  '5.5': calls('cloudtrail', 'CreateTrail', 'UpdateTrail', 'DeleteTrail', 'StartLogging', 'StopLogging'),
  '5.6': [signIn({ errorMessage: 'Failed authentication', responseElements: { ConsoleLogin: 'Failure' }, additionalEventData: { MFAUsed: 'No' } })],
  '5.7': calls('kms', 'DisableKey', 'ScheduleKeyDeletion'),
  '5.8': calls('s3', ...each(['Put', 'Delete'], ['BucketPolicy', 'BucketCors', 'BucketLifecycle', 'BucketReplication']), 'PutBucketAcl'),
  '5.9': calls('config', 'StopConfigurationRecorder', 'DeleteDeliveryChannel', 'PutDeliveryChannel', 'PutConfigurationRecorder'),
  '5.10': calls('ec2', ...each(['Authorize', 'Revoke'], ['SecurityGroupIngress', 'SecurityGroupEgress']), ...each(['Create', 'Delete'], ['SecurityGroup'])),
  '5.11': calls('ec2', ...each(['Create', 'Delete'], ['NetworkAcl', 'NetworkAclEntry']), 'ReplaceNetworkAclEntry', 'ReplaceNetworkAclAssociation'),
  '5.12': calls('ec2', ...each(['Create', 'Delete'], ['CustomerGateway', 'InternetGateway']), 'AttachInternetGateway', 'DetachInternetGateway'),
  '5.13': calls('ec2', ...each(['Create', 'Delete'], ['Route', 'RouteTable']), 'ReplaceRoute', 'ReplaceRouteTableAssociation', 'DisassociateRouteTable'),
  '5.14': calls(
    'ec2',
    ...each(['Create', 'Delete'], ['Vpc', 'VpcPeeringConnection']),
    'ModifyVpcAttribute',
    'AcceptVpcPeeringConnection',
    'RejectVpcPeeringConnection',
  ),
  '5.15': calls(
    'organizations',
    ...each(['Create', 'Delete', 'Update'], ['Policy', 'OrganizationalUnit']),
    ...['AcceptHandshake', 'AttachPolicy', 'CreateAccount', 'DeclineHandshake', 'DeleteOrganization', 'DetachPolicy', 'DisablePolicyType', 'EnablePolicyType'],
    ...['InviteAccountToOrganization', 'LeaveOrganization', 'MoveAccount', 'RemoveAccountFromOrganization'],
  ),
};
