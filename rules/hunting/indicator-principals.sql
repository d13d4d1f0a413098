-- Source: written for this project. Licence: Apache-2.0. Owner: security team. Reviewed: 2026-11. Expires: never.
-- Hunts: Accounts, principals and buckets of attackers (ARN patterns of rules/ioc) in calls to AWS.
-- Technique: T1537 Transfer Data to Cloud Account
-- Logs: cloudtrail, indicators
-- Reading: The call names somebody who should not be named: shared to them, trusted them, copied to them, or came from them.
-- False positives: Partners with the same account, if the pattern is wide.
SELECT c.eventtime, c.eventname, c.recipientaccountid AS account, c.useridentity.arn AS principal, i.value AS indicator, i.confidence
FROM cloudtrail AS c JOIN indicators AS i ON i.kind = 'arn'
  AND strpos(concat(coalesce(c.requestparameters, ''), ' ', coalesce(c.useridentity.arn, '')), trim(TRAILING '*' FROM i.value)) > 0
WHERE c.day >= date_format(current_date - interval '30' day, '%Y/%m/%d') AND c.errorcode IS NULL
ORDER BY c.eventtime DESC
