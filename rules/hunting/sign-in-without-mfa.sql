-- Source: written for this project. Licence: Apache-2.0. Owner: security team. Reviewed: 2026-11. Expires: never.
-- Hunts: People who signed in to the console with a password alone.
-- Technique: T1078.004 Valid Accounts: Cloud Accounts
-- Logs: cloudtrail
-- Reading: Identity Center asks for a second factor; a row is an IAM user or root that should not exist. Find out who it is.
-- False positives: None here: such users are denied.
SELECT eventtime, recipientaccountid AS account, useridentity.arn AS principal, sourceipaddress, useragent
FROM cloudtrail
WHERE day >= date_format(current_date - interval '30' day, '%Y/%m/%d')
  AND eventname = 'ConsoleLogin' AND json_extract_scalar(responseelements, '$.ConsoleLogin') = 'Success'
  AND json_extract_scalar(additionaleventdata, '$.MFAUsed') = 'No' AND useridentity.type IN ('IAMUser', 'Root')
ORDER BY eventtime DESC
