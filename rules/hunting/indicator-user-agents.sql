-- Source: written for this project. Licence: Apache-2.0. Owner: security team. Reviewed: 2026-11. Expires: never.
-- Hunts: Software that calls itself what rules/ioc lists, in calls to AWS and in web requests.
-- Technique: T1071.001 Application Layer Protocol: Web Protocols
-- Logs: cloudtrail, waf, indicators
-- Reading: A principal in AWS with such a user agent has lost its credentials; a client of the web ACL tries tools.
-- False positives: Penetration tests; user agents can be copied.
SELECT 'cloudtrail' AS log, c.useridentity.arn AS who, c.sourceipaddress AS address, c.useragent AS text, i.value AS indicator, i.confidence, count(*) AS events
FROM cloudtrail AS c JOIN indicators AS i ON i.kind = 'user-agent' AND strpos(lower(c.useragent), lower(i.value)) > 0
WHERE c.day >= date_format(current_date - interval '14' day, '%Y/%m/%d')
GROUP BY 1, 2, 3, 4, 5, 6
UNION ALL
SELECT 'waf' AS log, w.web_acl AS who, w.httprequest.clientip AS address, w.action AS text, i.value AS indicator, i.confidence, count(*) AS events
FROM waf AS w JOIN indicators AS i ON i.kind = 'user-agent' AND strpos(lower(json_format(CAST(w.httprequest.headers AS json))), lower(i.value)) > 0
WHERE w.day >= date_format(current_date - interval '14' day, '%Y/%m/%d')
GROUP BY 1, 2, 3, 4, 5, 6
