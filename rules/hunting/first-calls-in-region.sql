-- Source: written for this project. Licence: Apache-2.0. Owner: security team. Reviewed: 2026-11. Expires: never.
-- Hunts: Work in a region where the account did nothing for a month: attackers hide in regions that nobody watches.
-- Technique: T1535 Unused/Unsupported Cloud Regions
-- Logs: cloudtrail
-- Reading: Each row is an account and a region that is new to it. Failed calls count as well: somebody looked.
-- False positives: A region that was just added to the configuration; the first month of an account.
SELECT recipientaccountid AS account, awsregion, count_if(day >= date_format(current_date - interval '1' day, '%Y/%m/%d')) AS calls,
  count(DISTINCT CASE WHEN day >= date_format(current_date - interval '1' day, '%Y/%m/%d') THEN useridentity.arn END) AS principals, min(eventtime) AS first_call
FROM cloudtrail
WHERE day >= date_format(current_date - interval '31' day, '%Y/%m/%d')
  AND useridentity.invokedby IS NULL AND useridentity.type <> 'AWSService' AND strpos(coalesce(useridentity.arn, ''), '/aws-service-role/') = 0
GROUP BY 1, 2
HAVING count_if(NOT day >= date_format(current_date - interval '1' day, '%Y/%m/%d')) = 0
ORDER BY calls DESC
