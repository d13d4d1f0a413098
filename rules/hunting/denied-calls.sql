-- Source: written for this project. Licence: Apache-2.0. Owner: security team. Reviewed: 2026-11. Expires: never.
-- Hunts: A principal that is denied all over: somebody finds out what stolen credentials can do.
-- Technique: T1580 Cloud Infrastructure Discovery
-- Logs: cloudtrail
-- Reading: services and calls tell how broad it was. Read the calls that succeeded in the same hour.
-- False positives: A role that lost a permission is denied one call many times, not many calls.
SELECT useridentity.arn AS principal, substr(eventtime, 1, 13) AS hour, count(*) AS denied, count(DISTINCT eventsource) AS services, count(DISTINCT concat(eventsource, eventname)) AS calls, max(sourceipaddress) AS address
FROM cloudtrail
WHERE day >= date_format(current_date - interval '7' day, '%Y/%m/%d') AND regexp_like(errorcode, 'AccessDenied|UnauthorizedOperation')
GROUP BY 1, 2
HAVING count(DISTINCT eventsource) >= 4 AND count(DISTINCT concat(eventsource, eventname)) >= 10
ORDER BY denied DESC
