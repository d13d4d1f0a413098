-- Source: written for this project. Licence: Apache-2.0. Owner: security team. Reviewed: 2026-11. Expires: never.
-- Hunts: What the instances of one VPC looked up, day by day.
-- Technique: T1071.004 Application Layer Protocol: DNS
-- Logs: resolver_queries_of_vpc
-- Asks: the id of the VPC, first day, last day
-- Reading: Much cheaper than resolver_queries, since it reads these days only. A name that one instance alone asks for is the one to look at.
-- False positives: It hunts nothing by itself: every row is what happened.
SELECT account_id, srcids.instance AS instance, lower(trim(TRAILING '.' FROM query_name)) AS name, rcode, firewall_rule_action, count(*) AS lookups,
  min(query_timestamp) AS first_lookup, max(query_timestamp) AS last_lookup
FROM resolver_queries_of_vpc
WHERE log_vpc = ? AND day BETWEEN ? AND ?
GROUP BY 1, 2, 3, 4, 5
ORDER BY lookups
