-- Source: written for this project. Licence: Apache-2.0. Owner: security team. Reviewed: 2026-11. Expires: never.
-- Hunts: One client that asks load balancers for many host names: it maps what is behind them.
-- Technique: T1590.002 DNS
-- Logs: load_balancer_requests
-- Reading: Names that we never published are the interesting ones: where did it get them? Certificates (transparency logs) and old records are the usual places.
-- False positives: Uptime checks of our own, which ask for every name.
SELECT client_ip, count(DISTINCT domain_name) AS hosts, count(DISTINCT elb) AS balancers, count(*) AS requests, count_if(elb_status_code LIKE '2%') AS answered, max(user_agent) AS agent
FROM load_balancer_requests
WHERE day >= date_format(current_date - interval '3' day, '%Y/%m/%d') AND domain_name NOT IN ('-', '')
GROUP BY 1
HAVING count(DISTINCT domain_name) >= 8
ORDER BY hosts DESC
