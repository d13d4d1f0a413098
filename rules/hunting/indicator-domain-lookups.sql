-- Source: written for this project. Licence: Apache-2.0. Owner: security team. Reviewed: 2026-11. Expires: never.
-- Hunts: Look-ups of a domain of rules/ioc.
-- Technique: T1071.004 Application Layer Protocol: DNS
-- Logs: resolver_queries, indicators
-- Reading: Each row is an instance that asked; firewall_rule_action says whether it got an answer. Read its flow logs at that time.
-- False positives: Mail gateways and analysts look up bad names on purpose.
WITH lookups AS (
  SELECT account_id, vpc_id, srcids.instance AS instance, lower(trim(TRAILING '.' FROM query_name)) AS name, firewall_rule_action,
    count(*) AS lookups, min(query_timestamp) AS first_lookup, max(query_timestamp) AS last_lookup
  FROM resolver_queries
  WHERE query_timestamp >= date_format(current_date - interval '30' day, '%Y-%m-%d')
  GROUP BY 1, 2, 3, 4, 5
)
SELECT l.*, i.value AS indicator, i.confidence, i.source
FROM lookups AS l JOIN indicators AS i ON i.kind = 'domain' AND i.value = l.name
UNION ALL
SELECT l.*, i.value AS indicator, i.confidence, i.source
FROM lookups AS l JOIN indicators AS i ON i.kind = 'domain' AND i.suffix IS NOT NULL
  AND substr(l.name, greatest(length(l.name) - length(i.suffix) + 1, 1)) = i.suffix
ORDER BY last_lookup DESC
