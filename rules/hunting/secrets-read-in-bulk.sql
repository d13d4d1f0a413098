-- Source: written for this project. Licence: Apache-2.0. Owner: security team. Reviewed: 2026-11. Expires: never.
-- Hunts: A principal that reads many secrets or parameters within an hour.
-- Technique: T1555.006 Credentials from Password Stores: Cloud Secrets Management Stores
-- Logs: cloudtrail
-- Reading: An application reads the same few at start; many different ones are a harvest. Rotate all that it read.
-- False positives: Migrations; backup tools for secrets.
SELECT useridentity.arn AS principal, recipientaccountid AS account, substr(eventtime, 1, 13) AS hour,
  count(DISTINCT coalesce(json_extract_scalar(requestparameters, '$.secretId'), requestparameters)) AS secrets, max(sourceipaddress) AS address
FROM cloudtrail
WHERE day >= date_format(current_date - interval '14' day, '%Y/%m/%d')
  AND eventname IN ('GetSecretValue', 'BatchGetSecretValue', 'GetParameter', 'GetParameters', 'GetParametersByPath')
  AND useridentity.invokedby IS NULL
GROUP BY 1, 2, 3
HAVING count(DISTINCT coalesce(json_extract_scalar(requestparameters, '$.secretId'), requestparameters)) >= 10
ORDER BY secrets DESC
