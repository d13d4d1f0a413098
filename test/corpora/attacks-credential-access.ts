import { attacks, call, ec2, ecs, key, logs, of, SMALL, secret, ssm, table } from './attack';
import type { Attack } from './corpus';

const row = attacks('credential access');
const moves = attacks('lateral movement');
const STRATUS = 'Stratus Red Team: aws.credential-access';
const LATERAL = 'Stratus Red Team: aws.lateral-movement';
const METADATA = 'MITRE ATT&CK T1552.005 Cloud Instance Metadata API';
const TRICKS = 'HackTricks Cloud, AWS';
const TOKEN = 'MITRE ATT&CK T1550.001 Application Access Token';
const COMMANDS = 'MITRE ATT&CK T1651 Cloud Administration Command';
const DEVELOPER = { as: 'Developer', in: 'dev' };
const instance = ec2('instance/i-0123456789abcdef0');
const stateKey = { 'kms:ResourceAliases': ['alias/platform/state'] };
const logsKey = { 'kms:ResourceAliases': ['alias/platform/logs'] };
/** The role of an instance in vpc-1; AWS adds where its credentials were issued, and where they are used. */
const stolen = { as: 'arn:aws:iam::{here}:role/app/web' };
const IN_OTHER_VPC = { 'aws:EC2InstanceSourceVPC': 'vpc-1', 'aws:SourceVpc': 'vpc-9' };
const FROM_OUTSIDE = { 'aws:EC2InstanceSourceVPC': 'vpc-1' };

/** Passwords, keys and the credentials of others, and the way from there to the next machine. */
export const CREDENTIAL_ACCESS: readonly Attack[] = [
  row(
    'starts an instance that answers a forged request',
    METADATA,
    call('ec2:RunInstances', ec2('instance/*'), { ...SMALL, 'ec2:MetadataHttpTokens': 'optional' }),
    'DenyInstanceMetadataV1',
  ),
  row(
    'as the apply role starts an instance with IMDSv1',
    METADATA,
    call('ec2:RunInstances', ec2('instance/*'), { ...SMALL, 'ec2:MetadataHttpTokens': 'optional' }),
    'DenyInstanceMetadataV1',
    { as: '/platform/apply' },
  ),
  row('sets an instance back to IMDSv1', METADATA, call('ec2:ModifyInstanceMetadataOptions', instance), 'DenyMetadataChanges'),
  row('as a developer sets an instance back to IMDSv1', METADATA, call('ec2:ModifyInstanceMetadataOptions', instance), 'DenyMetadataChanges', DEVELOPER),
  row('reads the password of an instance', `${STRATUS}.ec2-get-password-data`, call('ec2:GetPasswordData', instance), 'DenyInstanceLogins'),
  row(
    'looks over the shoulder of a console',
    `${TRICKS} EC2 post-exploitation: console screenshot`,
    call('ec2:GetConsoleScreenshot', instance),
    'DenyInstanceLogins',
    DEVELOPER,
  ),
  row(
    'looks behind the mask of a log',
    'CloudWatch Logs user guide, View unmasked data: logs:Unmask',
    call('logs:Unmask', logs('log-group:/app/shop:*')),
    'DenyUnmask',
  ),
  row(
    'as a developer looks behind the mask of a log',
    'CloudWatch Logs user guide, View unmasked data: logs:Unmask',
    call('logs:Unmask', logs('log-group:/app/shop:*')),
    'DenyUnmask',
    DEVELOPER,
  ),
  row('reads what others typed', `${TRICKS} SSM post-exploitation: ssm:ListCommands`, call('ssm:ListCommands'), 'DenyCommandHistory'),
  row('as a developer reads what others typed', `${TRICKS} SSM post-exploitation: ssm:ListCommands`, call('ssm:ListCommands'), 'DenyCommandHistory', DEVELOPER),
  row(
    'uses credentials of an instance in its own VPC',
    `${STRATUS}.ec2-steal-instance-credentials`,
    call('ec2:DescribeInstances', undefined, IN_OTHER_VPC),
    'DenyInstanceCredentialsFromOtherVpc',
    stolen,
  ),
  row(
    'uses credentials of an instance of prod in its own VPC',
    `${STRATUS}.ec2-steal-instance-credentials`,
    call('s3:ListAllMyBuckets', undefined, IN_OTHER_VPC),
    'DenyInstanceCredentialsFromOtherVpc',
    stolen,
  ),
  row(
    'reads a secret with credentials of an instance, from its own VPC',
    TOKEN,
    call('secretsmanager:GetSecretValue', secret('shop-db-a1b2c3'), IN_OTHER_VPC),
    'DenyInstanceCredentialsFromOtherVpc',
    stolen,
  ),
  row(
    'reads a secret with credentials of an instance, from its own machine',
    TOKEN,
    call('secretsmanager:GetSecretValue', secret('shop-db-a1b2c3'), FROM_OUTSIDE),
    'DenyInstanceCredentialsOutsideVpc',
    stolen,
  ),
  row(
    'reads objects with credentials of an instance, from its own machine',
    'Capital One breach, 2019',
    call('s3:GetObject', 'arn:aws:s3:::shop-orders/orders.csv', FROM_OUTSIDE),
    'DenyInstanceCredentialsOutsideVpc',
    stolen,
  ),
  row(
    'reads a table with credentials of an instance, from its own machine',
    TOKEN,
    call('dynamodb:Scan', table('orders'), FROM_OUTSIDE),
    'DenyInstanceCredentialsOutsideVpc',
    stolen,
  ),
  row(
    'looks around with credentials of an instance, from its own machine',
    `${STRATUS}.ec2-steal-instance-credentials`,
    call('ec2:DescribeInstances', undefined, FROM_OUTSIDE),
    'DenyInstanceCredentialsOutsideVpc',
    stolen,
  ),
  row('decrypts the state', 'MITRE ATT&CK T1552.001 Credentials In Files', call('kms:Decrypt', key('k'), stateKey), 'ProtectPlatformKeys'),
  row(
    'as a developer decrypts the state',
    'MITRE ATT&CK T1552.001 Credentials In Files',
    call('kms:Decrypt', key('k'), stateKey),
    'ProtectPlatformKeys',
    DEVELOPER,
  ),
  row('takes a grant for the state’s key', `${TRICKS} KMS privesc: kms:CreateGrant`, call('kms:CreateGrant', key('k'), stateKey), 'ProtectPlatformKeys'),
  row(
    'copies the logs’ key into another region',
    `${TRICKS} KMS persistence: kms:ReplicateKey`,
    call('kms:ReplicateKey', key('k'), logsKey),
    'ProtectPlatformKeys',
    { in: 'log-archive' },
  ),
  row('re-encrypts the state under its own key', `${TRICKS} KMS`, call('kms:ReEncryptFrom', key('k'), stateKey), 'ProtectPlatformKeys'),
  row(
    'reads a password of the platform from a parameter',
    'Stratus Red Team: aws.credential-access.ssm-retrieve-securestring-parameters',
    call('ssm:GetParameter', ssm('parameter/platform/chat-token')),
    'ProtectPlatformResources',
  ),
  row(
    'as root of the account reads a password of the platform',
    TOKEN,
    call('secretsmanager:GetSecretValue', secret('platform/chat-webhook-a1b2c3')),
    'DenyMemberRoot',
    { as: 'root' },
  ),
  row(
    'asks for the password of a user that it resets',
    'Stratus Red Team: aws.privilege-escalation.iam-update-user-login-profile',
    call('iam:UpdateLoginProfile', 'arn:aws:iam::{here}:user/svc-legacy'),
    'DenyIamUsers',
    { in: 'test' },
  ),
  // On to the next machine
  moves('opens a shell in an instance', 'Stratus Red Team: aws.execution.ssm-start-session', call('ssm:StartSession', instance), 'DenyShells'),
  moves('opens a shell in a container', `${TRICKS} ECS privesc: ecs:ExecuteCommand`, call('ecs:ExecuteCommand', ecs('task/shop/a1')), 'DenyShells'),
  moves(
    'goes on with the session of somebody else',
    `${TRICKS} SSM privesc: ssm:ResumeSession`,
    call('ssm:ResumeSession', ssm('session/alice-a1')),
    'DenyShells',
    { in: 'test' },
  ),
  moves('opens a shell in dev', 'Stratus Red Team: aws.execution.ssm-start-session', call('ssm:StartSession', instance), 'DenyShells', { in: 'dev' }),
  moves('as the apply role opens a shell', 'Stratus Red Team: aws.execution.ssm-start-session', call('ssm:StartSession', instance), 'DenyShells', {
    as: '/platform/apply',
  }),
  moves('as the apply role of security opens a shell', 'Stratus Red Team: aws.execution.ssm-start-session', call('ssm:StartSession', instance), 'DenyShells', {
    as: '/platform/apply',
    in: 'security',
  }),
  moves(
    'runs commands on every instance',
    'Stratus Red Team: aws.execution.ssm-send-command',
    call('ssm:SendCommand', ssm('document/AWS-RunShellScript')),
    'DenyRemoteCommands',
  ),
  moves('runs a script from its own server on every instance', COMMANDS, call('ssm:SendCommand', ssm('document/AWS-RunRemoteScript')), 'DenyRemoteCommands', {
    in: 'test',
  }),
  moves('runs a document of its own', COMMANDS, call('ssm:SendCommand', ssm('document/evil')), 'DenyRemoteCommands', { in: 'dev' }),
  moves('starts an automation of its own', COMMANDS, call('ssm:StartAutomationExecution', ssm('automation-definition/evil:1')), 'DenyRemoteCommands'),
  moves('pushes an SSH key for a minute', `${LATERAL}.ec2-instance-connect`, call('ec2-instance-connect:SendSSHPublicKey', instance), 'DenyInstanceLogins'),
  moves(
    'as a developer pushes an SSH key for a minute',
    `${LATERAL}.ec2-instance-connect`,
    call('ec2-instance-connect:SendSSHPublicKey', instance),
    'DenyInstanceLogins',
    DEVELOPER,
  ),
  moves(
    'pushes an SSH key to the serial console',
    `${LATERAL}.ec2-serial-console-send-ssh-public-key`,
    call('ec2-instance-connect:SendSerialConsoleSSHPublicKey', instance),
    'DenyInstanceLogins',
  ),
  moves(
    'moves on through a directory',
    'MITRE ATT&CK T1098 Account Manipulation',
    call('ds:ResetUserPassword', of('ds')('directory/d-1')),
    'DenyUnusedServices',
  ),
  moves(
    'moves on from the management account’s forgotten role',
    'MITRE ATT&CK T1199 Trusted Relationship',
    call('sts:AssumeRole', 'arn:aws:iam::{dev}:role/OrganizationAccountAccessRole'),
    'ProtectPlatformRoles',
    { in: 'security' },
  ),
];
