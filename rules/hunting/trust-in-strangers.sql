-- Source: written for this project. Licence: Apache-2.0. Owner: security team. Reviewed: 2026-11. Expires: never.
-- Hunts: Roles that trust another account or everybody: a way back in.
-- Technique: T1098 Account Manipulation
-- Logs: cloudtrail
-- Reading: Compare the account with accounts.json and guardrails.partners; one that stands in neither is an attacker.
-- False positives: Roles between our own accounts: rendered/trusts.md lists them.
SELECT eventtime, recipientaccountid AS account, eventname, useridentity.arn AS principal, json_extract_scalar(requestparameters, '$.roleName') AS role,
  nullif(regexp_extract(requestparameters, 'arn:aws:iam::([0-9]{12}):', 1), '') AS trusted
FROM cloudtrail
WHERE day >= date_format(current_date - interval '30' day, '%Y/%m/%d')
  AND eventsource = 'iam.amazonaws.com' AND errorcode IS NULL AND eventname IN ('CreateRole', 'UpdateAssumeRolePolicy')
  AND (nullif(regexp_extract(requestparameters, 'arn:aws:iam::([0-9]{12}):', 1), '') <> recipientaccountid
    OR regexp_like(coalesce(json_extract_scalar(requestparameters, '$.policyDocument'), json_extract_scalar(requestparameters, '$.assumeRolePolicyDocument')), '"(AWS|Principal)"\s*:\s*\[?\s*"\*"'))
ORDER BY eventtime DESC
