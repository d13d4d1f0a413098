-- Source: written for this project. Licence: Apache-2.0. Owner: security team. Reviewed: 2026-11. Expires: never.
-- Hunts: A client that CloudFront sent more than a gigabyte today over many addresses: a site, or what lies behind it, is being copied.
-- Technique: T1213 Data from Information Repositories
-- Logs: distribution_requests
-- Reading: misses are requests that reached our origin: many of them, with queries, are records and not pages.
-- False positives: Crawlers of search engines; software of ours that mirrors.
SELECT log_account, c_ip, x_host_header, sum(try_cast(sc_bytes AS bigint)) AS bytes, count(*) AS requests, count(DISTINCT cs_uri_stem) AS paths,
  count_if(x_edge_result_type = 'Miss') AS misses, max(cs_user_agent) AS agent
FROM distribution_requests
WHERE day >= date_format(current_date - interval '1' day, '%Y/%m/%d') AND sc_status LIKE '2%'
GROUP BY 1, 2, 3
HAVING sum(try_cast(sc_bytes AS bigint)) >= 1000000000 AND count(DISTINCT cs_uri_stem) >= 100
ORDER BY bytes DESC
