-- Source: written for this project. Licence: Apache-2.0. Owner: security team. Reviewed: 2026-11. Expires: never.
-- Hunts: Credentials of one instance that are used from two places.
-- Technique: T1552.005 Unsecured Credentials: Cloud Instance Metadata API
-- Logs: cloudtrail
-- Reading: The role session bears the name of the instance; a second public address is where the thief sits. Revoke the sessions of the role, replace the instance.
-- False positives: An instance whose NAT gateway changed that day.
SELECT useridentity.arn AS session, recipientaccountid AS account, day, count(DISTINCT sourceipaddress) AS addresses, min(sourceipaddress) AS one, max(sourceipaddress) AS another, count(*) AS calls
FROM cloudtrail
WHERE day >= date_format(current_date - interval '7' day, '%Y/%m/%d')
  AND regexp_like(useridentity.arn, ':assumed-role/[^/]+/i-[0-9a-f]+$') AND vpcendpointid IS NULL
  AND regexp_like(sourceipaddress, '^[0-9.]+$|:') AND NOT regexp_like(sourceipaddress, '^(10\.|172\.(1[6-9]|2[0-9]|3[01])\.|192\.168\.|100\.(6[4-9]|[7-9][0-9]|1[01][0-9]|12[0-7])\.)')
GROUP BY 1, 2, 3
HAVING count(DISTINCT sourceipaddress) > 1
ORDER BY calls DESC
