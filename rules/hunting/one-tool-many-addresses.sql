-- Source: written for this project. Licence: Apache-2.0. Owner: security team. Reviewed: 2026-11. Expires: never.
-- Hunts: Logins from many addresses with one fingerprint of TLS: a botnet with one tool.
-- Technique: T1110.004 Brute Force: Credential Stuffing
-- Logs: waf
-- Reading: People at many addresses have many browsers; one fingerprint for all of them is one program. Rate limits per address do not see it.
-- False positives: A mobile app of ours: its fingerprint is known.
SELECT web_acl, ja4fingerprint, httprequest.uri AS uri, count(DISTINCT httprequest.clientip) AS addresses, count(*) AS requests
FROM waf
WHERE day >= date_format(current_date - interval '3' day, '%Y/%m/%d')
  AND httprequest.httpmethod = 'POST' AND regexp_like(lower(httprequest.uri), 'login|signin|sign-in|auth|token') AND ja4fingerprint IS NOT NULL
GROUP BY 1, 2, 3
HAVING count(DISTINCT httprequest.clientip) >= 25
ORDER BY addresses DESC
