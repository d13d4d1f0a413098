-- Source: written for this project. Licence: Apache-2.0. Owner: security team. Reviewed: 2026-11. Expires: never.
-- Hunts: Connections at regular intervals to one address: an implant that reports.
-- Technique: T1071.001 Application Layer Protocol: Web Protocols
-- Logs: flow_logs
-- Reading: gap is the mean interval in seconds, spread how much it varies; software of our own that polls has a known address.
-- False positives: Monitoring, time and update services.
WITH flows AS (
  SELECT account_id, instance_id, srcaddr, pkt_dstaddr AS address, dstport, start,
    start - lag(start) OVER (PARTITION BY account_id, srcaddr, pkt_dstaddr, dstport ORDER BY start) AS gap
  FROM flow_logs
  WHERE day >= date_format(current_date - interval '2' day, '%Y/%m/%d')
    AND flow_direction = 'egress' AND action = 'ACCEPT' AND NOT regexp_like(pkt_dstaddr, '^(10\.|172\.(1[6-9]|2[0-9]|3[01])\.|192\.168\.|100\.(6[4-9]|[7-9][0-9]|1[01][0-9]|12[0-7])\.)')
    AND coalesce(nullif(pkt_dst_aws_service, '-'), '') = ''
)
SELECT account_id, instance_id, srcaddr, address, dstport, count(*) AS connections, avg(gap) AS gap, stddev(gap) AS spread
FROM flows
GROUP BY 1, 2, 3, 4, 5
HAVING count(gap) >= 20 AND avg(gap) >= 30 AND stddev(gap) <= avg(gap) * 0.05
ORDER BY connections DESC
