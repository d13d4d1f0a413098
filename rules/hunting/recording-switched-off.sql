-- Source: written for this project. Licence: Apache-2.0. Owner: security team. Reviewed: 2026-11. Expires: never.
-- Hunts: Logs and detection switched off or narrowed.
-- Technique: T1562.008 Impair Defenses: Disable or Modify Cloud Logs
-- Logs: cloudtrail
-- Reading: Guardrails deny this to everybody but the apply role: a row without error code is an apply that you know, or an intruder. Rows with one are attempts.
-- False positives: Applies; regions that are retired.
SELECT eventtime, recipientaccountid AS account, eventname, errorcode, useridentity.arn AS principal, sourceipaddress, requestparameters
FROM cloudtrail
WHERE day >= date_format(current_date - interval '30' day, '%Y/%m/%d')
  AND eventname IN ('StopLogging', 'DeleteTrail', 'UpdateTrail', 'PutEventSelectors', 'DeleteFlowLogs', 'DeleteDetector', 'UpdateDetector', 'DisassociateFromAdministratorAccount',
    'StopConfigurationRecorder', 'DeleteConfigurationRecorder', 'DeleteDeliveryChannel', 'DisableSecurityHub', 'DeleteResolverQueryLogConfig', 'DisassociateResolverQueryLogConfig',
    'DeleteLoggingConfiguration', 'DeleteLogGroup', 'DeleteLogStream', 'DisableMacie', 'CreateIPSet', 'CreateFilter')
  AND regexp_like(eventsource, '^(cloudtrail|ec2|guardduty|config|securityhub|route53resolver|wafv2|network-firewall|logs|macie2)\.')
  AND NOT (eventname = 'CreateIPSet' AND eventsource = 'wafv2.amazonaws.com')
ORDER BY eventtime DESC
