-- Source: written for this project. Licence: Apache-2.0. Owner: security team. Reviewed: 2026-11. Expires: never.
-- Hunts: A client that asks CloudFront for many different paths, of which rules refuse many: a list of words is being tried.
-- Technique: T1595.003 Active Scanning: Wordlist Scanning
-- Logs: waf_edge
-- Reading: answered are the paths that rules let through: what is found behind one of them comes next. Enter the address in rules/ioc.
-- False positives: Scanners of our own; they have a known address.
SELECT web_acl, httprequest.clientip AS address, substr(CAST(from_unixtime(timestamp / 1000) AS varchar), 1, 13) AS hour, count(DISTINCT httprequest.uri) AS paths,
  sum(CASE WHEN action = 'BLOCK' THEN 1 ELSE 0 END) AS blocked, sum(CASE WHEN action = 'ALLOW' THEN 1 ELSE 0 END) AS answered,
  max(CASE WHEN action = 'ALLOW' THEN httprequest.uri END) AS example
FROM waf_edge
WHERE day >= date_format(current_date - interval '3' day, '%Y/%m/%d')
GROUP BY 1, 2, 3
HAVING count(DISTINCT httprequest.uri) >= 60 AND sum(CASE WHEN action = 'BLOCK' THEN 1 ELSE 0 END) >= 20
ORDER BY paths DESC
