-- Source: written for this project. Licence: Apache-2.0. Owner: security team. Reviewed: 2026-11. Expires: never.
-- Hunts: A client that asks a load balancer for many paths that are not there: a list of words is being tried.
-- Technique: T1595.003 Wordlist Scanning
-- Logs: load_balancer_requests
-- Reading: What it found is in answered; look there first, and for the same address in waf: what reaches the targets was not stopped.
-- False positives: Link checkers and crawlers of search engines: their user agent says so, their network proves it.
SELECT log_account, client_ip, domain_name, count(*) AS requests, count(DISTINCT request_url) AS paths, count_if(elb_status_code IN ('403', '404')) AS refused,
  max(CASE WHEN elb_status_code LIKE '2%' THEN request_url END) AS answered, max(user_agent) AS agent
FROM load_balancer_requests
WHERE day >= date_format(current_date - interval '3' day, '%Y/%m/%d')
GROUP BY 1, 2, 3
HAVING count_if(elb_status_code IN ('403', '404')) >= 50 AND count(DISTINCT request_url) >= 50
ORDER BY refused DESC
