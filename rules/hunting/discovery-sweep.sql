-- Source: written for this project. Licence: Apache-2.0. Owner: security team. Reviewed: 2026-11. Expires: never.
-- Hunts: A principal that lists everything within ten minutes.
-- Technique: T1526 Cloud Service Discovery
-- Logs: cloudtrail
-- Reading: People look at one service at a time; a sweep is a tool. Check the address and the user agent.
-- False positives: Inventory and posture tools: name them here once they are known.
SELECT useridentity.arn AS principal, substr(eventtime, 1, 15) AS ten_minutes, count(DISTINCT eventsource) AS services, count(DISTINCT concat(eventsource, eventname)) AS calls, max(sourceipaddress) AS address, max(useragent) AS tool
FROM cloudtrail
WHERE day >= date_format(current_date - interval '7' day, '%Y/%m/%d')
  AND regexp_like(eventname, '^(List|Describe|Get)') AND useridentity.invokedby IS NULL
  AND NOT regexp_like(coalesce(useridentity.arn, ''), '/aws-service-role/|:assumed-role/(AWSServiceRoleFor|plan/|apply/)')
GROUP BY 1, 2
HAVING count(DISTINCT eventsource) >= 8 AND count(DISTINCT concat(eventsource, eventname)) >= 20
ORDER BY calls DESC
