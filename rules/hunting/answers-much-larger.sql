-- Source: written for this project. Licence: Apache-2.0. Owner: security team. Reviewed: 2026-11. Expires: never.
-- Hunts: A client that load balancers sent more than a gigabyte today and nothing to speak of in the two weeks before: data leaves through the application itself.
-- Technique: T1213 Data from Information Repositories
-- Logs: load_balancer_requests
-- Reading: urls shows whether it walked through records one by one or found one that returns all. Ask the application who was signed in.
-- False positives: Exports and downloads that are meant to be large: leave their host out.
SELECT log_account, client_ip, domain_name, sum(CASE WHEN day = date_format(current_date, '%Y/%m/%d') THEN try_cast(sent_bytes AS bigint) ELSE 0 END) AS bytes,
  count_if(day = date_format(current_date, '%Y/%m/%d')) AS requests, count(DISTINCT request_url) AS urls, max(request_url) AS example, max(user_agent) AS agent
FROM load_balancer_requests
WHERE day >= date_format(current_date - interval '14' day, '%Y/%m/%d') AND elb_status_code LIKE '2%'
GROUP BY 1, 2, 3
HAVING sum(CASE WHEN day = date_format(current_date, '%Y/%m/%d') THEN try_cast(sent_bytes AS bigint) ELSE 0 END) >= 1000000000
  AND sum(CASE WHEN day = date_format(current_date, '%Y/%m/%d') THEN 0 ELSE try_cast(sent_bytes AS bigint) END) < 100000000
ORDER BY bytes DESC
