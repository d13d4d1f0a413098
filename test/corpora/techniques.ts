import type { Blueprint } from '../../config/blueprint';
import { decoyNames } from '../../lib/decoy-names';
import { EXTERNAL_ACCESS } from '../../tools/detections/coverage';
import { asEvent, denied, iamUser, person, type RecordOptions, record, roleSession, rootUser } from '../support/cloudtrail';
import type { Ids, Technique } from './technique';

/** When the list was last compared with what is published. */
export const TECHNIQUES_READ = '2026-11';

const ATTACK = (technique: string) => `MITRE ATT&CK ${technique}`;
const STRATUS = (technique: string) => `Stratus Red Team: aws.${technique}`;
const ANOMALOUS = (tactic: string) => `${tactic}:IAMUser/AnomalousBehavior`;
const MODIFIED = { userData: '<sensitiveDataRemoved>', instanceId: 'i-0123456789abcdef0' };

/**
 * What intruders do that no guardrail can deny without denying work: somebody's work is to read secrets, to look around, to sign in, to
 * change code. Detection is all there is, so each row must say what tells, or that nothing does.
 */
export function techniques(ids: Ids, blueprint: Blueprint): Technique[] {
  const prod = ids.prod as string;
  const dev = ids.dev as string;
  const security = ids.security as string;
  const management = ids.management as string;
  const intruder = roleSession(prod, '/app/web', 'i-0123456789abcdef0');
  const thief = person(dev, 'Developer', 'mallory');
  const at = (account: string, who: typeof intruder, call: string, more: RecordOptions = {}) => record(account, who, call, more);
  const row = (
    tactic: string,
    what: string,
    source: string,
    records: Technique['records'],
    { findings = [], events = [] }: { findings?: readonly string[]; events?: NonNullable<Technique['events']> } = {},
  ): Technique => ({ what, tactic, source, deniedBy: [], records, findings, events });
  const names = decoyNames(blueprint, { name: 'prod', id: prod });
  const decoy = `arn:aws:iam::${prod}:role/${names.role}`;
  const { workload } = names;
  const signIn = (account: string, who: typeof intruder, more: RecordOptions) =>
    at(account, who, 'signin:ConsoleLogin', { region: 'us-east-1', eventType: 'AwsConsoleSignIn', ...more });

  return [
    // Credentials
    row(
      'credential access',
      'reads one secret with the rights of a role that was taken over',
      STRATUS('credential-access.secretsmanager-retrieve-secrets'),
      [at(prod, person(prod, 'DeveloperOperator'), 'secretsmanager:GetSecretValue', { requestParameters: { secretId: 'prod/shop/database' } })],
      { findings: [ANOMALOUS('CredentialAccess')] },
    ),
    row(
      'credential access',
      'reads many secrets in one call',
      STRATUS('credential-access.secretsmanager-batch-retrieve-secrets'),
      [at(prod, intruder, 'secretsmanager:BatchGetSecretValue', { requestParameters: { filters: [{ key: 'all', values: [''] }] } })],
      { findings: [ANOMALOUS('CredentialAccess')] },
    ),
    row(
      'credential access',
      'as an application, reads all parameters below a path',
      STRATUS('credential-access.ssm-retrieve-securestring-parameters'),
      [at(prod, intruder, 'ssm:GetParametersByPath', { requestParameters: { path: '/', recursive: true, withDecryption: true } })],
      { findings: [ANOMALOUS('CredentialAccess')] },
    ),
    row('credential access', 'tries passwords at the console', ATTACK('T1110 Brute Force'), [
      signIn(management, iamUser(management, 'break-glass-1'), { responseElements: { ConsoleLogin: 'Failure' }, errorMessage: 'Failed authentication' }),
    ]),
    row(
      'credential access',
      'uses the credentials of an instance from outside AWS',
      ATTACK('T1552.005 Cloud Instance Metadata API'),
      [at(dev, { ...roleSession(dev, '/app/batch', 'i-0123456789abcdef0'), sourceIPAddress: '198.51.100.66' }, 'ec2:DescribeInstances')],
      { findings: ['UnauthorizedAccess:IAMUser/InstanceCredentialExfiltration.OutsideAWS'] },
    ),
    row(
      'credential access',
      'reads the user data of an instance',
      STRATUS('discovery.ec2-download-user-data'),
      [at(prod, intruder, 'ec2:DescribeInstanceAttribute', { requestParameters: { attribute: 'userData', instanceId: 'i-0123456789abcdef0' } })],
      { findings: [ANOMALOUS('Discovery')] },
    ),
    // Initial access
    row(
      'initial access',
      'signs in as root',
      ATTACK('T1078.004 Cloud Accounts'),
      [signIn(management, rootUser(management), { responseElements: { ConsoleLogin: 'Success' } })],
      {
        findings: ['Policy:IAMUser/RootCredentialUsage'],
      },
    ),
    row(
      'initial access',
      'signs in without a second factor',
      STRATUS('initial-access.console-login-without-mfa'),
      [signIn(management, iamUser(management, 'break-glass-1'), { responseElements: { ConsoleLogin: 'Success' }, additionalEventData: { MFAUsed: 'No' } })],
      { findings: ['UnauthorizedAccess:IAMUser/ConsoleLoginSuccess.B', ANOMALOUS('InitialAccess')] },
    ),
    row('initial access', 'signs in with a stolen session of Identity Center', ATTACK('T1550.004 Web Session Cookie'), [
      at(management, person(management, 'Billing'), 'sso:Federate', {}),
    ]),
    row(
      'initial access',
      'uses an access key that was found',
      ATTACK('T1078.004 Cloud Accounts'),
      [at(prod, iamUser(prod, 'svc-legacy'), 'sts:GetCallerIdentity')],
      {
        findings: ['UnauthorizedAccess:IAMUser/MaliciousIPCaller'],
      },
    ),
    row('initial access', 'comes in through a foreign SAML provider', ATTACK('T1606.002 SAML Tokens'), [
      at(prod, { userIdentity: { type: 'SAMLUser', userName: 'mallory' } }, 'sts:AssumeRoleWithSAML', {
        requestParameters: { principalArn: `arn:aws:iam::${prod}:saml-provider/other`, roleArn: `arn:aws:iam::${prod}:role/app/web` },
      }),
    ]),
    // Discovery
    row(
      'discovery',
      'looks around in IAM from an instance',
      STRATUS('discovery.ec2-enumerate-from-instance'),
      [at(prod, intruder, 'iam:GetAccountAuthorizationDetails', { region: 'us-east-1' }), at(prod, intruder, 'iam:ListRoles', { region: 'us-east-1' })],
      { findings: [ANOMALOUS('Discovery')] },
    ),
    row('discovery', 'asks who it is', ATTACK('T1087.004 Cloud Account'), [at(prod, intruder, 'sts:GetCallerIdentity')]),
    row('discovery', 'lists buckets', ATTACK('T1619 Cloud Storage Object Discovery'), [at(prod, intruder, 's3:ListBuckets')], {
      findings: ['Discovery:S3/AnomalousBehavior'],
    }),
    row(
      'discovery',
      'tries many calls and is denied',
      ATTACK('T1580 Cloud Infrastructure Discovery'),
      [at(prod, intruder, 'iam:ListUsers', { region: 'us-east-1', ...denied(intruder, 'iam:ListUsers', '*') })],
      { findings: [ANOMALOUS('Discovery')] },
    ),
    row('discovery', 'asks what may be sent by e-mail', STRATUS('discovery.ses-enumerate'), [at(prod, intruder, 'ses:GetSendQuota')], {
      findings: [ANOMALOUS('Discovery')],
    }),
    row('discovery', 'scans ports inside the VPC', ATTACK('T1046 Network Service Discovery'), [], { findings: ['Recon:EC2/Portscan'] }),
    // Privileges and persistence
    row(
      'persistence',
      'in dev, makes a role that another account may assume',
      STRATUS('persistence.iam-create-backdoor-role'),
      [at(dev, thief, 'iam:CreateRole', { region: 'us-east-1', requestParameters: { roleName: 'helper', path: '/app/', assumeRolePolicyDocument: '{}' } })],
      { findings: [EXTERNAL_ACCESS, ANOMALOUS('Persistence')] },
    ),
    row(
      'persistence',
      'in dev, lets another account into a bucket',
      STRATUS('exfiltration.s3-backdoor-bucket-policy'),
      [at(dev, thief, 's3:PutBucketPolicy', { requestParameters: { bucketName: 'example-corp-dev-shop' } })],
      { findings: [EXTERNAL_ACCESS, 'Policy:S3/BucketAnonymousAccessGranted'] },
    ),
    row(
      'persistence',
      'in dev, changes the code of a function',
      STRATUS('persistence.lambda-overwrite-code'),
      [at(dev, thief, 'lambda:UpdateFunctionCode20150331v2', { requestParameters: { functionName: 'orders' } })],
      { findings: [ANOMALOUS('Persistence')] },
    ),
    row(
      'persistence',
      'in dev, makes user data run at the next start',
      STRATUS('execution.ec2-user-data'),
      [at(dev, thief, 'ec2:ModifyInstanceAttribute', { requestParameters: MODIFIED })],
      { findings: ['Execution:Runtime/SuspiciousCommand'] },
    ),
    row(
      'persistence',
      'as the pipeline, deploys code that was changed on the way',
      ATTACK('T1195.002 Compromise Software Supply Chain'),
      [at(prod, roleSession(prod, '/app-deploy', 'github'), 'lambda:UpdateFunctionCode20150331v2', { requestParameters: { functionName: 'orders' } })],
      { findings: ['Execution:Runtime/NewBinaryExecuted'] },
    ),
    row('privilege escalation', 'opens break-glass', ATTACK('T1548.005 Temporary Elevated Cloud Access'), [
      at(prod, iamUser(management, 'break-glass-1'), 'sts:AssumeRole', {
        requestParameters: { roleArn: `arn:aws:iam::${prod}:role/platform/break-glass`, roleSessionName: 'x' },
      }),
    ]),
    row('privilege escalation', 'in the security account, asks for a root session', ATTACK('T1548.005 Temporary Elevated Cloud Access'), [
      at(security, person(security, 'SecurityAdmin'), 'sts:AssumeRoot', { requestParameters: { targetPrincipal: prod } }),
    ]),
    row('privilege escalation', 'enters through the bootstrap role', ATTACK('T1078.004 Cloud Accounts'), [
      at(prod, person(management, 'OrganizationAdmin'), 'sts:AssumeRole', {
        requestParameters: { roleArn: `arn:aws:iam::${prod}:role/OrganizationAccountAccessRole`, roleSessionName: 'x' },
      }),
    ]),
    row('privilege escalation', 'in the management account, gives itself a permission set', ATTACK('T1098.003 Additional Cloud Roles'), [
      at(management, person(management, 'OrganizationAdmin'), 'sso:CreateAccountAssignment', { requestParameters: { principalType: 'USER' } }),
    ]),
    row('privilege escalation', 'in the management account, points Identity Center at its own identity provider', ATTACK('T1556.007 Hybrid Identity'), [
      at(management, person(management, 'OrganizationAdmin'), 'sso-directory:EnableExternalIdPConfigurationForDirectory'),
    ]),
    // Defence evasion
    row('defence evasion', 'as the apply role, detaches a guardrail', ATTACK('T1562.001 Disable or Modify Tools'), [
      at(management, roleSession(management, '/platform/apply', 'github'), 'organizations:DetachPolicy', { region: 'us-east-1' }),
    ]),
    row(
      'defence evasion',
      'as the apply role, stops the trail',
      STRATUS('defense-evasion.cloudtrail-stop'),
      [at(management, roleSession(management, '/platform/apply', 'github'), 'cloudtrail:StopLogging', { requestParameters: { name: 'organization' } })],
      { findings: ['Stealth:IAMUser/CloudTrailLoggingDisabled'] },
    ),
    row('defence evasion', 'as the security team, has GuardDuty trust an address', ATTACK('T1562.001 Disable or Modify Tools'), [
      at(security, person(security, 'SecurityAdmin'), 'guardduty:CreateIPSet'),
    ]),
    row('defence evasion', 'as the security team, suppresses findings', ATTACK('T1562.001 Disable or Modify Tools'), [
      at(security, person(security, 'SecurityAdmin'), 'securityhub:BatchUpdateFindings'),
    ]),
    row('defence evasion', 'as the network team, removes flow logs', STRATUS('defense-evasion.vpc-remove-flow-logs'), [
      at(prod, person(prod, 'NetworkAdmin'), 'ec2:DeleteFlowLogs', { requestParameters: { DeleteFlowLogsRequest: { FlowLogId: { content: 'fl-1' } } } }),
    ]),
    row('defence evasion', 'as the network team, opens a way past the firewall', ATTACK('T1562.007 Disable or Modify Cloud Firewall'), [
      at(prod, person(prod, 'NetworkAdmin'), 'ec2:CreateRoute', { requestParameters: { routeTableId: 'rtb-1', destinationCidrBlock: '0.0.0.0/0' } }),
    ]),
    // Lateral movement and execution
    row(
      'execution',
      'in dev, runs a command on an instance',
      STRATUS('execution.ssm-send-command'),
      [at(dev, thief, 'ssm:SendCommand', { requestParameters: { documentName: 'AWS-RunShellScript' } })],
      { findings: ['Execution:IAMUser/AnomalousBehavior'] },
    ),
    row('execution', 'in dev, opens a shell on an instance', STRATUS('execution.ssm-start-session'), [
      at(dev, thief, 'ssm:StartSession', { requestParameters: { target: 'i-0123456789abcdef0' } }),
    ]),
    row('execution', 'mines coins on an instance', ATTACK('T1496.001 Compute Hijacking'), [], {
      findings: ['CryptoCurrency:EC2/BitcoinTool.B!DNS', 'CryptoCurrency:Runtime/BitcoinTool.B'],
    }),
    row('execution', 'runs malware on an instance', ATTACK('T1204.003 Malicious Image'), [], { findings: ['Execution:EC2/MaliciousFile'] }),
    row('command and control', 'talks to a known command server', ATTACK('T1071 Application Layer Protocol'), [], {
      findings: ['Backdoor:EC2/C&CActivity.B!DNS'],
    }),
    // Collection, exfiltration, impact
    row('exfiltration', 'in dev, opens port 22 to the internet', STRATUS('exfiltration.ec2-security-group-open-port-22-ingress'), [
      at(dev, thief, 'ec2:AuthorizeSecurityGroupIngress', {
        requestParameters: { groupId: 'sg-1', ipPermissions: { items: [{ fromPort: 22, ipRanges: { items: [{ cidrIp: '0.0.0.0/0' }] } }] } },
      }),
    ]),
    row(
      'exfiltration',
      'as an application, reads every object that the application may read',
      ATTACK('T1530 Data from Cloud Storage'),
      [
        at(prod, intruder, 's3:GetObject', {
          eventCategory: 'Data',
          requestParameters: { bucketName: `example-corp-prod-orders-${prod}`, key: 'orders/1.json' },
        }),
      ],
      { findings: ['Exfiltration:S3/AnomalousBehavior'] },
    ),
    row('exfiltration', 'leaks data in look-ups of names', ATTACK('T1048.003 Exfiltration Over Unencrypted Non-C2 Protocol'), [], {
      findings: ['Trojan:EC2/DNSDataExfiltration'],
    }),
    row(
      'impact',
      'as an application, encrypts its objects with a key of its own',
      STRATUS('impact.s3-ransomware-client-side-encryption'),
      [
        at(prod, intruder, 's3:PutObject', {
          eventCategory: 'Data',
          requestParameters: { bucketName: `example-corp-prod-orders-${prod}`, key: 'orders/1.json' },
        }),
      ],
      { findings: ['Impact:S3/AnomalousBehavior.Write'] },
    ),
    row(
      'impact',
      'as an application, deletes its objects',
      STRATUS('impact.s3-ransomware-batch-deletion'),
      [at(prod, intruder, 's3:DeleteObjects', { eventCategory: 'Data', requestParameters: { bucketName: `example-corp-prod-orders-${prod}` } })],
      { findings: ['Impact:S3/AnomalousBehavior.Delete'] },
    ),
    row(
      'impact',
      'as an application, calls a large model over and over',
      STRATUS('impact.bedrock-invoke-model'),
      [at(prod, intruder, 'bedrock:InvokeModel', { requestParameters: { modelId: 'anthropic.claude' } })],
      { findings: ['Impact:IAMUser/AnomalousBehavior'] },
    ),
    row(
      'impact',
      'as a developer in dev, deletes a database',
      ATTACK('T1485 Data Destruction'),
      [at(dev, thief, 'rds:DeleteDBInstance', { requestParameters: { dBInstanceIdentifier: 'shop' } })],
      { findings: ['Impact:IAMUser/AnomalousBehavior'] },
    ),
    // What only decoys tell
    row('discovery', 'tries every role that it finds', 'Rhino Security Labs, assuming roles by enumeration', [
      at(prod, intruder, 'sts:AssumeRole', denied(intruder, 'sts:AssumeRole', decoy)),
    ]),
    ...(workload
      ? [
          row('credential access', 'as an application that may read them, reads all secrets one by one', ATTACK('T1555.006 Cloud Secrets Management Stores'), [
            at(prod, intruder, 'secretsmanager:GetSecretValue', { requestParameters: { secretId: workload.secret } }),
          ]),
          row('credential access', 'as an application that may read them, reads all parameters one by one', ATTACK('T1552 Unsecured Credentials'), [
            at(prod, intruder, 'ssm:GetParameter', { requestParameters: { name: names.parameter } }),
          ]),
          row('exfiltration', 'copies every bucket that it may read', ATTACK('T1530 Data from Cloud Storage'), [
            at(prod, intruder, 's3:GetObject', { eventCategory: 'Data', requestParameters: { bucketName: workload.bucket, key: workload.object } }),
          ]),
          row('initial access', 'tries a key from a laptop, a repository or a wiki', ATTACK('T1552.001 Credentials In Files'), [
            at(prod, iamUser(prod, workload.user), 's3:ListBuckets'),
          ]),
          row('lateral movement', 'follows a host name that it read in a configuration', ATTACK('T1018 Remote System Discovery'), [], {
            events: [
              {
                ...asEvent(record(prod, intruder, 'route53resolver:Query')),
                'detail-type': 'DNS Firewall Alert',
                source: 'aws.route53resolver',
                detail: { 'account-id': prod, 'query-name': `${workload.domain}.`, 'firewall-rule-action': 'ALERT' },
              },
            ],
          }),
        ]
      : []),
  ];
}
