-- Source: written for this project. Licence: Apache-2.0. Owner: security team. Reviewed: 2026-11. Expires: never.
-- Hunts: An instance that asks for many domains that do not exist: software that computes where its master may be.
-- Technique: T1568.002 Dynamic Resolution: Domain Generation Algorithms
-- Logs: resolver_queries
-- Reading: The few that exist among them are the master: ask for the answers of the same instance.
-- False positives: Browsers try a few random names at start; search suffixes repeat one domain.
SELECT account_id, srcids.instance AS instance, substr(query_timestamp, 1, 13) AS hour, count(DISTINCT regexp_extract(lower(trim(TRAILING '.' FROM query_name)), '([a-z0-9-]+\.[a-z0-9-]+)$', 1)) AS domains, max(query_name) AS example
FROM resolver_queries
WHERE query_timestamp >= date_format(current_date - interval '7' day, '%Y-%m-%d') AND rcode = 'NXDOMAIN' AND coalesce(firewall_rule_action, '') <> 'BLOCK'
GROUP BY 1, 2, 3
HAVING count(DISTINCT regexp_extract(lower(trim(TRAILING '.' FROM query_name)), '([a-z0-9-]+\.[a-z0-9-]+)$', 1)) >= 30
ORDER BY domains DESC
