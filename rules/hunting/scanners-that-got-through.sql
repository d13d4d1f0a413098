-- Source: written for this project. Licence: Apache-2.0. Owner: security team. Reviewed: 2026-11. Expires: never.
-- Hunts: Clients that were blocked often and then got an answer.
-- Technique: T1595.002 Active Scanning: Vulnerability Scanning
-- Logs: waf
-- Reading: allowed_after are the requests that the rules did not know: read them, and write a rule.
-- False positives: People behind one address with a scanner.
WITH blocked AS (
  SELECT web_acl, httprequest.clientip AS address, count(*) AS blocked, min(timestamp) AS since
  FROM waf
  WHERE day >= date_format(current_date - interval '7' day, '%Y/%m/%d') AND action = 'BLOCK'
  GROUP BY 1, 2
  HAVING count(*) >= 20
)
SELECT b.web_acl, b.address, b.blocked, count(*) AS allowed_after, max(w.httprequest.uri) AS example
FROM blocked AS b JOIN waf AS w ON w.web_acl = b.web_acl AND w.httprequest.clientip = b.address
WHERE w.day >= date_format(current_date - interval '7' day, '%Y/%m/%d') AND w.action = 'ALLOW' AND w.timestamp > b.since
GROUP BY 1, 2, 3
ORDER BY allowed_after DESC
