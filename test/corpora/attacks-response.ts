import { attacks, call, ec2, lambda, of, sqs, table } from './attack';
import type { Attack } from './corpus';

const row = attacks('defence evasion');
const moves = attacks('lateral movement');
const IR = 'AWS Security Incident Response user guide, Containment';
const TRICKS = 'HackTricks Cloud, AWS';
const QUARANTINED = { 'aws:ResourceTag/Quarantine': 'compromised-instance-444444444444-0a1b2c3d4e5f' };
const TAG_GUARDRAILS = { ResponseExempt: 'DenyExemptTag', Quarantine: 'DenyQuarantineTag', BlueprintNetwork: 'DenyNetworkTags' } as const;
const SNAPSHOT = 'arn:aws:ec2:eu-west-1::snapshot/snap-0123456789abcdef0';

/** Around the responses: whoever is inside undoes what cut him off, or has it done to others. */
export const AROUND_RESPONSES: readonly Attack[] = [
  row(
    'connects a quarantined instance again',
    IR,
    call('ec2:ModifyNetworkInterfaceAttribute', ec2('network-interface/eni-1'), QUARANTINED),
    'ProtectQuarantined',
  ),
  row(
    'as a developer connects his quarantined instance again',
    IR,
    call('ec2:ModifyInstanceAttribute', ec2('instance/i-1'), QUARANTINED),
    'ProtectQuarantined',
    {
      as: 'Developer',
      in: 'dev',
    },
  ),
  row(
    'takes the mark of a quarantined instance off',
    `${TRICKS} EC2: tags in conditions`,
    call('ec2:DeleteTags', ec2('instance/i-1'), QUARANTINED),
    'ProtectQuarantined',
  ),
  row('destroys a quarantined instance', IR, call('ec2:TerminateInstances', ec2('instance/i-1'), QUARANTINED), 'ProtectQuarantined'),
  row('gives the isolation group a rule', IR, call('ec2:AuthorizeSecurityGroupEgress', ec2('security-group/sg-1'), QUARANTINED), 'ProtectQuarantined', {
    as: 'Developer',
    in: 'dev',
  }),
  row('destroys the snapshots that are evidence', IR, call('ec2:DeleteSnapshot', SNAPSHOT, QUARANTINED), ['DenyDataDestruction', 'ProtectQuarantined']),
  row(
    "marks somebody else's instance as quarantined",
    `${TRICKS} EC2: tags in conditions`,
    call('ec2:CreateTags', ec2('instance/i-1'), { 'aws:RequestTag/Quarantine': 'x' }),
    'DenyQuarantineTag',
  ),
  row(
    'exempts his instance from responses',
    `${TRICKS} EC2: tags in conditions`,
    call('ec2:CreateTags', ec2('instance/i-1'), { 'aws:RequestTag/ResponseExempt': 'true' }),
    'DenyExemptTag',
  ),
  ...(['ResponseExempt', 'Quarantine', 'BlueprintNetwork'] as const).map((tag) =>
    row(
      `as a developer has a scaling group put the tag ${tag} on its instances`,
      `${TRICKS} EC2: tags in conditions`,
      call('autoscaling:CreateOrUpdateTags', of('autoscaling')('autoScalingGroup:a1:autoScalingGroupName/web'), { [`aws:RequestTag/${tag}`]: 'true' }),
      TAG_GUARDRAILS[tag],
      { as: 'Developer', in: 'dev' },
    ),
  ),
  row('feeds the response function a finding of his own', TRICKS, call('sqs:SendMessage', sqs('platform-response')), 'ProtectPlatformResources', {
    in: 'security',
  }),
  ...(['Create', 'Delete', 'Update'] as const).map((verb) =>
    row(
      `feeds the response function from a queue of his own, or cuts it off: ${verb}`,
      `${TRICKS} Lambda: event source mappings`,
      call(`lambda:${verb}EventSourceMapping`, undefined, { 'lambda:FunctionArn': lambda('function:platform-response') }),
      'ProtectPlatformFunctions',
      { in: 'security' },
    ),
  ),
  row(
    'mutes the alarms of the platform',
    `${TRICKS} CloudWatch: alarms`,
    call('cloudwatch:PutAlarmMuteRule', of('cloudwatch')('alarm-mute-rule:night')),
    'ProtectSecurityServices',
    { in: 'security' },
  ),
  row(
    'has a rule of the bus of approvals say what he likes',
    `${TRICKS} EventBridge: PutTargets`,
    call('events:PutTargets', of('events')('rule/security-approvals/platform-respond-approval')),
    'ProtectPlatformResources',
    { in: 'security' },
  ),
  row('strikes an incident off the ledger', TRICKS, call('dynamodb:DeleteItem', table('platform-response')), 'ProtectPlatformResources', { in: 'security' }),
  moves(
    'downloads an object in which malware was found',
    'MITRE ATT&CK T1080 Taint Shared Content',
    call('s3:GetObject', 'arn:aws:s3:::pay-uploads/invoice.pdf', { 's3:ExistingObjectTag/Quarantine': 'malware-444444444444-0a1b2c3d4e5f' }),
    'DenyQuarantinedObjects',
  ),
  moves(
    'takes the mark off an object in which malware was found',
    'MITRE ATT&CK T1080 Taint Shared Content',
    call('s3:DeleteObjectTagging', 'arn:aws:s3:::pay-uploads/invoice.pdf', { 's3:ExistingObjectTag/Quarantine': 'malware-444444444444-0a1b2c3d4e5f' }),
    'DenyQuarantinedObjects',
    { as: 'Developer', in: 'dev' },
  ),
];
