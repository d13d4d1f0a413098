-- Source: written for this project. Licence: Apache-2.0. Owner: security team. Reviewed: 2026-11. Expires: never.
-- Hunts: Administrator rights given to a user, group or role.
-- Technique: T1098.003 Account Manipulation: Additional Cloud Roles
-- Logs: cloudtrail
-- Reading: Only the apply role and Identity Center give such rights; anybody else escalates.
-- False positives: An apply of a new account or permission set.
SELECT eventtime, recipientaccountid AS account, eventname, useridentity.arn AS principal, requestparameters
FROM cloudtrail
WHERE day >= date_format(current_date - interval '30' day, '%Y/%m/%d')
  AND eventsource = 'iam.amazonaws.com' AND errorcode IS NULL
  AND NOT regexp_like(coalesce(useridentity.arn, ''), ':assumed-role/(apply|AWSServiceRoleForSSO)/')
  AND ((eventname IN ('AttachUserPolicy', 'AttachRolePolicy', 'AttachGroupPolicy') AND regexp_like(json_extract_scalar(requestparameters, '$.policyArn'), '/(AdministratorAccess|PowerUserAccess|IAMFullAccess)$'))
    OR (eventname IN ('PutUserPolicy', 'PutRolePolicy', 'PutGroupPolicy', 'CreatePolicyVersion')
      AND regexp_like(json_extract_scalar(requestparameters, '$.policyDocument'), '"Action"\s*:\s*\[?\s*"(\*|iam:\*)"')))
ORDER BY eventtime DESC
