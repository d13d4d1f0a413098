import { APPLY, BREAK_GLASS, denyBut, type Guardrail } from '../guardrail-context';

/** What is not recorded did not happen: trails, AWS Config, flow logs and resolver logs stay on. Exempt: the apply role and break-glass. */
export const protectRecording: Guardrail = () =>
  denyBut([APPLY, BREAK_GLASS], {
    Sid: 'ProtectRecording',
    Action: [
      'cloudtrail:DeleteTrail',
      'cloudtrail:PutEventSelectors',
      'cloudtrail:PutInsightSelectors',
      'cloudtrail:StopLogging',
      'cloudtrail:UpdateTrail',
      'cloudtrail:DeregisterOrganizationDelegatedAdmin',
      'config:DeleteAggregationAuthorization',
      'config:DeleteConfigRule',
      'config:DeleteConfigurationAggregator',
      'config:DeleteConfigurationRecorder',
      'config:DeleteDeliveryChannel',
      'config:DeleteRetentionConfiguration',
      'config:PutConfigurationRecorder',
      'config:PutDeliveryChannel',
      'config:PutRetentionConfiguration',
      'config:StopConfigurationRecorder',
      'ec2:DeleteFlowLogs',
      'route53resolver:DeleteResolverQueryLogConfig',
      'route53resolver:DisassociateResolverQueryLogConfig',
    ],
  });
