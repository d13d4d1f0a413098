import { attacks, call, ec2, iam, lambda, of, sqs, table } from './attack';
import type { Attack } from './corpus';

const row = attacks('defence evasion');
const moves = attacks('lateral movement');
const IR = 'AWS Security Incident Response user guide, Containment';
const TRICKS = 'HackTricks Cloud, AWS';
const QUARANTINED = { 'aws:ResourceTag/Quarantine': 'compromised-instance-444444444444-0a1b2c3d4e5f' };
const TAG_GUARDRAILS = { ResponseExempt: 'DenyExemptTag', Quarantine: 'DenyQuarantineTag', BlueprintNetwork: 'DenyNetworkTags' } as const;
const APPROVALS = of('events')('event-bus/security-approvals');
const CHAT = of('chatbot', '')('chat-configuration/slack-channel/platform-alerts-slack');
const SNAPSHOT = 'arn:aws:ec2:eu-west-1::snapshot/snap-0123456789abcdef0';

/** Around the responses: whoever is inside undoes what cut him off, or has it done to others. */
export const AROUND_RESPONSES: readonly Attack[] = [
  row('connects a quarantined instance again', IR, call('ec2:ModifyNetworkInterfaceAttribute', ec2('network-interface/eni-1'), QUARANTINED), [
    'DenyManualOperations',
    'ProtectQuarantined',
  ]),
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
    ['ProtectApprovals', 'ProtectPlatformResources'],
    { in: 'security' },
  ),
  // The chain from the finding to a person, link by link.
  ...(
    [
      ['deletes the bus of approvals', 'events:DeleteEventBus', APPROVALS, 'ProtectApprovals'],
      ['gives the bus of approvals a key of his own', 'events:UpdateEventBus', APPROVALS, 'ProtectApprovals'],
      ['has a rule of his own read what is approved', 'events:PutRule', of('events')('rule/security-approvals/copy'), 'ProtectApprovals'],
      ['sends what is approved to a queue of his own', 'events:PutTargets', of('events')('rule/security-approvals/copy'), 'ProtectApprovals'],
      ['deletes the bus that all accounts forward to', 'events:DeleteEventBus', of('events')('event-bus/platform-security'), 'ProtectPlatformResources'],
      ['switches an alert off', 'events:DisableRule', of('events')('rule/platform-security/platform-alert-root-use'), 'ProtectPlatformResources'],
      ['takes the target of an alert away', 'events:RemoveTargets', of('events')('rule/platform-alert-findings-critical'), 'ProtectPlatformResources'],
      ['switches the clock of the responses off', 'events:DisableRule', of('events')('rule/platform-respond-watch'), 'ProtectPlatformResources'],
      ['deletes the alarm on slow responses', 'cloudwatch:DeleteAlarms', of('cloudwatch')('alarm:platform-response-slow-root-use'), 'ProtectPlatformResources'],
      ['takes the action of an alarm away', 'cloudwatch:DisableAlarmActions', of('cloudwatch')('alarm:platform-response-failed'), 'ProtectPlatformResources'],
      ['sets an alarm back', 'cloudwatch:SetAlarmState', of('cloudwatch')('alarm:platform-response-stuck'), 'ProtectPlatformResources'],
      ['deletes the response function', 'lambda:DeleteFunction', lambda('function:platform-response'), 'ProtectPlatformResources'],
      ['gives the response function no time to run', 'lambda:PutFunctionConcurrency', lambda('function:platform-response'), 'ProtectPlatformResources'],
      ['empties the queue of findings', 'sqs:PurgeQueue', sqs('platform-response'), 'ProtectPlatformResources'],
      ['has nobody hear of alerts', 'sns:Unsubscribe', of('sns')('platform-alerts-critical'), 'ProtectPlatformResources'],
      ['filters alerts until none is left', 'sns:SetSubscriptionAttributes', of('sns')('platform-alerts-critical'), 'ProtectPlatformResources'],
      ['closes the chat channel of alerts', 'chatbot:DeleteSlackChannelConfiguration', CHAT, 'ProtectPlatformResources'],
      ['shows the chat channel of alerts to nobody', 'chatbot:UpdateSlackChannelConfiguration', CHAT, 'ProtectPlatformResources'],
    ] as const
  ).map(([what, action, resource, stoppedBy]) => row(what, `${TRICKS} EventBridge, CloudWatch, SNS`, call(action, resource), stoppedBy, { in: 'security' })),
  row(
    'takes the policy of a bus away, which shuts out everybody but its senders',
    `${TRICKS} EventBridge: RemovePermission`,
    call('events:RemovePermission'),
    'DenyResourcePolicies',
    { in: 'security' },
  ),
  ...(['admin', 'SecurityAdmin', 'PlatformAdmin'] as const).map((as) =>
    row(
      `as ${as} keeps the alarm on slow responses ringing, so that the next one is not heard`,
      `${TRICKS} CloudWatch: PutMetricData`,
      call('cloudwatch:PutMetricData', undefined, { 'cloudwatch:namespace': 'Platform/Response' }),
      'ProtectPlatformMetrics',
      { as, in: 'security' },
    ),
  ),
  row('strikes an incident off the ledger', TRICKS, call('dynamodb:DeleteItem', table('platform-response')), 'ProtectPlatformResources', { in: 'security' }),
  row(
    'as a developer makes a role whose ARN ends like that of the pipeline, so that alarms take him for it',
    'IAM user guide, IAM identifiers: paths',
    call('iam:CreateRole', iam('role/app/x:role/platform/apply'), { 'iam:PermissionsBoundary': 'arn:aws:iam::{here}:policy/platform/developer-boundary' }),
    'DenyMisleadingPaths',
    { as: 'Developer', in: 'dev' },
  ),
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
