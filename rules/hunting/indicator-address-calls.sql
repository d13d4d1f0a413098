-- Source: written for this project. Licence: Apache-2.0. Owner: security team. Reviewed: 2026-11. Expires: never.
-- Hunts: Calls to AWS from an address of rules/ioc.
-- Technique: T1078.004 Valid Accounts: Cloud Accounts
-- Logs: cloudtrail, indicators
-- Reading: Each row is a principal whose credentials were used from there: revoke its sessions, then read all that it did since the first call.
-- False positives: An address that has another owner by now: look at seen and expires.
WITH calls AS (
  SELECT sourceipaddress AS address, useridentity.arn AS principal, recipientaccountid AS account,
    count(*) AS calls, min(eventtime) AS first_call, max(eventtime) AS last_call
  FROM cloudtrail
  WHERE day >= date_format(current_date - interval '30' day, '%Y/%m/%d')
  GROUP BY 1, 2, 3
)
SELECT c.*, i.value AS indicator, i.confidence, i.seen, i.expires, i.source
FROM calls AS c JOIN indicators AS i ON i.kind = 'ip' AND i.value = c.address
UNION ALL
SELECT c.*, i.value AS indicator, i.confidence, i.seen, i.expires, i.source
FROM calls AS c JOIN indicators AS i ON i.kind = 'cidr'
  AND try_cast(split_part(c.address, '.', 1) AS bigint) * 16777216 + try_cast(split_part(c.address, '.', 2) AS bigint) * 65536
    + try_cast(split_part(c.address, '.', 3) AS bigint) * 256 + try_cast(split_part(c.address, '.', 4) AS bigint)
    BETWEEN i.first_address AND i.last_address
ORDER BY last_call DESC
