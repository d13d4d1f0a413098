-- Source: written for this project. Licence: Apache-2.0. Owner: security team. Reviewed: 2026-11. Expires: never.
-- Hunts: A principal that calls with software which it never used in a month: stolen credentials come with other tools.
-- Technique: T1078.004 Valid Accounts: Cloud Accounts
-- Logs: cloudtrail
-- Reading: Compare the address with the usual ones of the principal. A pipeline that turns into a browser or a script is stolen.
-- False positives: Upgrades change the name of a tool rarely, but people try new ones.
WITH tools AS (
  SELECT coalesce(useridentity.sessioncontext.sessionissuer.arn, useridentity.arn) AS principal, split_part(useragent, '/', 1) AS tool,
    count_if(day >= date_format(current_date - interval '1' day, '%Y/%m/%d')) AS today, count_if(NOT day >= date_format(current_date - interval '1' day, '%Y/%m/%d')) AS earlier, max(sourceipaddress) AS address, max(eventtime) AS last_call
  FROM cloudtrail
  WHERE day >= date_format(current_date - interval '31' day, '%Y/%m/%d')
    AND useridentity.invokedby IS NULL AND useragent IS NOT NULL AND NOT regexp_like(useragent, 'amazonaws\.com|^AWS Internal')
  GROUP BY 1, 2
), known AS (
  SELECT principal FROM tools GROUP BY principal HAVING sum(earlier) >= 10
)
SELECT t.principal, t.tool, t.today AS calls, t.address, t.last_call
FROM tools AS t JOIN known AS k ON k.principal = t.principal
WHERE t.earlier = 0
ORDER BY calls DESC
