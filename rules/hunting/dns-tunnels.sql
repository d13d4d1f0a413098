-- Source: written for this project. Licence: Apache-2.0. Owner: security team. Reviewed: 2026-11. Expires: never.
-- Hunts: Data in names: many long names below one domain.
-- Technique: T1048.003 Exfiltration Over Unencrypted Non-C2 Protocol
-- Logs: resolver_queries
-- Reading: Each name carries a few bytes; names times length is about what left. Block the domain in rules/ioc, isolate the instance.
-- False positives: Anti-virus and content delivery look up hashes: they have known domains.
WITH names AS (
  SELECT account_id, srcids.instance AS instance, lower(trim(TRAILING '.' FROM query_name)) AS name, substr(query_timestamp, 1, 13) AS hour
  FROM resolver_queries
  WHERE query_timestamp >= date_format(current_date - interval '7' day, '%Y-%m-%d') AND NOT regexp_like(lower(query_name), '\.(amazonaws\.com|internal|in-addr\.arpa|cloudfront\.net)\.?$')
)
SELECT account_id, instance, hour, regexp_extract(name, '([a-z0-9-]+\.[a-z0-9-]+)$', 1) AS domain, count(DISTINCT name) AS names, avg(length(name)) AS length
FROM names
GROUP BY 1, 2, 3, 4
HAVING count(DISTINCT name) >= 50 AND avg(length(name)) >= 40
ORDER BY names DESC
