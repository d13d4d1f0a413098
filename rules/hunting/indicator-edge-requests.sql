-- Source: written for this project. Licence: Apache-2.0. Owner: security team. Reviewed: 2026-11. Expires: never.
-- Hunts: Requests to CloudFront from an address of rules/ioc, and what they got.
-- Technique: T1190 Exploit Public-Facing Application
-- Logs: waf_edge, indicators
-- Reading: action ALLOW means that the distribution or the application behind it answered: read its own logs for the request id. BLOCK says that the list works.
-- False positives: Carrier networks put many people behind one address.
WITH requests AS (
  SELECT httprequest.clientip AS address, web_acl, action, httprequest.uri AS uri, count(*) AS requests, max(from_unixtime(timestamp / 1000)) AS last_request
  FROM waf_edge
  WHERE day >= date_format(current_date - interval '14' day, '%Y/%m/%d')
  GROUP BY 1, 2, 3, 4
)
SELECT r.*, i.value AS indicator, i.confidence
FROM requests AS r JOIN indicators AS i ON i.kind = 'ip' AND i.value = r.address
UNION ALL
SELECT r.*, i.value AS indicator, i.confidence
FROM requests AS r JOIN indicators AS i ON i.kind = 'cidr'
  AND try_cast(split_part(r.address, '.', 1) AS bigint) * 16777216 + try_cast(split_part(r.address, '.', 2) AS bigint) * 65536
    + try_cast(split_part(r.address, '.', 3) AS bigint) * 256 + try_cast(split_part(r.address, '.', 4) AS bigint)
    BETWEEN i.first_address AND i.last_address
ORDER BY requests DESC
