import { attacks, call, ec2, iam, key, of, rds, SMALL, STRANGER, secret, table } from './attack';
import type { Attack } from './corpus';

const row = attacks('impact');
const cost = attacks('cost');
const STRATUS = 'Stratus Red Team: aws.impact';
const DESTROY = 'MITRE ATT&CK T1485 Data Destruction';
const RECOVERY = 'MITRE ATT&CK T1490 Inhibit System Recovery';
const RANSOM = 'MITRE ATT&CK T1486 Data Encrypted for Impact';
const HIJACK = 'MITRE ATT&CK T1496.001 Compute Hijacking';
const BILL = 'MITRE ATT&CK T1496 Resource Hijacking';
const DEVELOPER = { as: 'Developer', in: 'dev' };
const object = 'arn:aws:s3:::shop-orders/2026/orders.csv';
const instance = ec2('instance/*');
const waits = (days: string) => ({ 'kms:ScheduleKeyDeletionPendingWindowInDays': days });
const platformKey = { 'kms:ResourceAliases': ['alias/platform/state'] };

/** Ransom and destruction. */
export const IMPACT: readonly Attack[] = [
  row('deletes versions of objects', `${STRATUS}.s3-ransomware-individual-deletion`, call('s3:DeleteObjectVersion', object), 'DenyDataDestruction'),
  row('as an auditor deletes versions of objects', `${STRATUS}.s3-ransomware-batch-deletion`, call('s3:DeleteObjectVersion', object), 'DenyDataDestruction', {
    as: 'SecurityAuditor',
    in: 'test',
  }),
  row(
    'encrypts objects under its own secret',
    'Halcyon, Codefinger (SSE-C)',
    call('s3:PutObject', object, { 's3:x-amz-server-side-encryption-customer-algorithm': 'AES256' }),
    'DenyCustomerProvidedKeys',
  ),
  row(
    'as a developer encrypts objects under a secret of its own',
    `${STRATUS}.s3-ransomware-client-side-encryption`,
    call('s3:PutObject', object, { 's3:x-amz-server-side-encryption-customer-algorithm': 'AES256' }),
    'DenyCustomerProvidedKeys',
    DEVELOPER,
  ),
  row(
    'as break-glass encrypts objects under a secret of its own',
    `${STRATUS}.s3-ransomware-client-side-encryption`,
    call('s3:PutObject', object, { 's3:x-amz-server-side-encryption-customer-algorithm': 'AES256' }),
    'DenyCustomerProvidedKeys',
    { as: '/platform/break-glass' },
  ),
  row(
    'encrypts under its own key',
    `${RANSOM}; Rhino Security Labs, S3 ransomware`,
    call('kms:GenerateDataKey', `arn:aws:kms:eu-west-1:${STRANGER}:key/evil`, {}, { resourceAccount: STRANGER }),
    'DenyForeignKeys',
  ),
  row(
    're-encrypts a disk under its own key',
    'Trend Micro, ransomware on EBS',
    call('kms:ReEncryptTo', `arn:aws:kms:eu-west-1:${STRANGER}:key/evil`, {}, { resourceAccount: STRANGER }),
    'DenyForeignKeys',
    DEVELOPER,
  ),
  row(
    'takes a grant of a key of its own for a disk',
    'Trend Micro, ransomware on EBS',
    call('kms:CreateGrant', `arn:aws:kms:eu-west-1:${STRANGER}:key/evil`, {}, { resourceAccount: STRANGER }),
    'DenyForeignKeys',
  ),
  row('disables a key', `${RANSOM}: keys taken away`, call('kms:DisableKey', key('k')), 'DenyKeyDestruction'),
  row('as the apply role disables a key', `${RANSOM}: keys taken away`, call('kms:DisableKey', key('k')), 'DenyKeyDestruction', { as: '/platform/apply' }),
  row(
    'deletes the material of a key',
    'Fog Security, KMS ransomware by imported material',
    call('kms:DeleteImportedKeyMaterial', key('k')),
    'DenyKeyDestruction',
  ),
  row('cuts a key store off', 'Fog Security, KMS ransomware by external key stores', call('kms:DisconnectCustomKeyStore'), 'DenyKeyDestruction'),
  row('schedules the deletion of a key', DESTROY, call('kms:ScheduleKeyDeletion', key('k'), waits('30')), 'DenyKeyDeletion'),
  row('schedules the deletion of a key in a week', DESTROY, call('kms:ScheduleKeyDeletion', key('k'), waits('7')), 'DenyKeyDeletion'),
  row('as the apply role schedules the deletion of a production key', DESTROY, call('kms:ScheduleKeyDeletion', key('k'), waits('30')), 'DenyKeyDeletion', {
    as: '/platform/apply',
  }),
  row('as the apply role of dev has a key gone in a week', DESTROY, call('kms:ScheduleKeyDeletion', key('k'), waits('7')), 'DenyHastyKeyDeletion', {
    as: '/platform/apply',
    in: 'dev',
  }),
  row('as a developer schedules the deletion of a key', DESTROY, call('kms:ScheduleKeyDeletion', key('k'), waits('30')), 'DenyKeyDeletion', DEVELOPER),
  row('rewrites the policy of the state’s key', `${RANSOM}: keys taken away`, call('kms:PutKeyPolicy', key('k'), platformKey), [
    'ProtectPlatformKeys',
    'DenyKeyPolicyChanges',
  ]),
  row(
    'deregisters images',
    `${STRATUS}.ec2-deregister-ami`,
    call('ec2:DeregisterImage', 'arn:aws:ec2:eu-west-1::image/ami-0123456789abcdef0'),
    'DenyDataDestruction',
  ),
  row('deletes snapshots', RECOVERY, call('ec2:DeleteSnapshot', 'arn:aws:ec2:eu-west-1::snapshot/snap-0123456789abcdef0'), 'DenyDataDestruction'),
  row('deletes recovery points', RECOVERY, call('backup:DeleteRecoveryPoint', of('backup')('recovery-point:a1')), 'DenyDataDestruction'),
  row('deletes a vault', RECOVERY, call('backup:DeleteBackupVault', of('backup')('backup-vault:shop')), 'DenyDataDestruction'),
  row('takes the policy off a vault', RECOVERY, call('backup:DeleteBackupVaultAccessPolicy', of('backup')('backup-vault:shop')), 'DenyDataDestruction'),
  row('deletes a database without a last snapshot', DESTROY, call('rds:DeleteDBInstance', rds('db:shop')), 'DenyDataDestruction'),
  row('deletes the snapshots of a cluster', RECOVERY, call('rds:DeleteDBClusterSnapshot', rds('cluster-snapshot:shop')), 'DenyDataDestruction', { in: 'test' }),
  row('deletes a table', DESTROY, call('dynamodb:DeleteTable', table('orders')), 'DenyDataDestruction'),
  row('deletes a file system', DESTROY, call('elasticfilesystem:DeleteFileSystem', of('elasticfilesystem')('file-system/fs-1')), 'DenyDataDestruction'),
  row('deletes a secret at once', DESTROY, call('secretsmanager:DeleteSecret', secret('shop-db-a1b2c3')), 'DenyDataDestruction'),
  row('switches versions off before it deletes', RECOVERY, call('s3:PutBucketVersioning', 'arn:aws:s3:::shop-orders'), 'DenyDataDestruction'),
  row('in dev deletes a database', DESTROY, call('rds:DeleteDBInstance', rds('db:shop')), 'DenyDataDestruction', { in: 'dev' }),
  row('throttles a table of the platform', DESTROY, call('dynamodb:UpdateTable', table('platform-approvals')), 'ProtectPlatformResources'),
  row('as root deletes a database', DESTROY, call('rds:DeleteDBInstance', rds('db:shop')), ['DenyDataDestruction', 'DenyMemberRoot'], { as: 'root' }),
  row('takes the model’s guardrail off', 'Sysdig, LLMjacking', call('bedrock:DeleteGuardrail', of('bedrock')('guardrail/a1')), 'DenyMarketplace'),
  row('takes the rights off break-glass', 'MITRE ATT&CK T1531 Account Access Removal', call('iam:DetachRolePolicy', iam('role/platform/break-glass')), [
    'DenyManualChanges',
    'DenyRolesOfOthers',
    'ProtectPlatformRoles',
  ]),
  // Money
  cost('mines on GPU instances', HIJACK, call('ec2:RunInstances', instance, { ...SMALL, 'ec2:InstanceType': 'p5.48xlarge' }), 'DenyCostlyInstances'),
  cost(
    'as a developer mines on the largest instances',
    `Stratus Red Team: aws.execution.ec2-launch-unusual-instances`,
    call('ec2:RunInstances', instance, { ...SMALL, 'ec2:InstanceType': 'c7i.48xlarge' }),
    'DenyCostlyInstances',
    DEVELOPER,
  ),
  cost(
    'mines in a region that nobody watches',
    HIJACK,
    call('ec2:RunInstances', 'arn:aws:ec2:sa-east-1:{here}:instance/*', SMALL, { region: 'sa-east-1' }),
    'DenyOtherRegions',
    { in: 'dev' },
  ),
  cost('mines with tasks that it registers', 'Sysdig, AMBERSQUID', call('ecs:RegisterTaskDefinition'), 'DenyManualChanges', { in: 'test' }),
  cost('mines in notebooks', 'Sysdig, AMBERSQUID', call('sagemaker:CreateNotebookInstance', of('sagemaker')('notebook-instance/evil')), 'DenyManualOperations'),
  cost(
    'mines in a scaling group',
    'Unit 42, automated mining in Auto Scaling groups',
    call('autoscaling:CreateAutoScalingGroup', of('autoscaling')('autoScalingGroup:a1:autoScalingGroupName/evil')),
    'DenyManualChanges',
  ),
  cost('mines in builds', 'Sysdig, AMBERSQUID', call('codebuild:StartBuild', of('codebuild')('project/evil')), 'DenyManualOperations', { in: 'test' }),
  cost('buys reservations to sell them', BILL, call('ec2:PurchaseReservedInstancesOffering', ec2('reserved-instances/*')), 'DenyCommitments'),
  cost(
    'buys a savings plan',
    BILL,
    call('savingsplans:CreateSavingsPlan', 'arn:aws:savingsplans::{here}:savingsplan/*', {}, { region: 'us-east-1' }),
    'DenyCommitments',
  ),
  cost(
    'reserves throughput of a model',
    'Sysdig, LLMjacking',
    call('bedrock:CreateProvisionedModelThroughput', 'arn:aws:bedrock:eu-west-1::foundation-model/anthropic.claude-v2'),
    'DenyCommitments',
  ),
  cost('makes a certificate authority', BILL, call('acm-pca:CreateCertificateAuthority'), 'DenyCommitments', DEVELOPER),
  cost(
    'registers domains for phishing',
    'MITRE ATT&CK T1583.001 Domains',
    call('route53domains:RegisterDomain', undefined, {}, { region: 'us-east-1' }),
    'DenyCommitments',
  ),
  cost('has a truck of disks sent', BILL, call('snowball:CreateJob'), ['DenyCommitments', 'DenyUnusedServices']),
  cost('subscribes to software of its own', BILL, call('aws-marketplace:Subscribe'), 'DenyMarketplace'),
  cost(
    'accepts the agreement of a model',
    'Stratus Red Team: aws.impact.bedrock-invoke-model',
    call('bedrock:CreateFoundationModelAgreement'),
    'DenyMarketplace',
  ),
  cost('fills in the form for models', 'Sysdig, LLMjacking', call('bedrock:PutUseCaseForModelAccess'), 'DenyMarketplace', DEVELOPER),
  cost(
    'sends spam from an identity of its own',
    'Permiso, SES abuse',
    call('ses:CreateEmailIdentity', of('ses')('identity/evil.example')),
    'DenyManualChanges',
  ),
  cost('looks whether mail is in the sandbox', 'Stratus Red Team: aws.discovery.ses-enumerate', call('ses:GetSendQuota'), 'DenyManualOperations'),
];
