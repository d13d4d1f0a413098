-- Source: written for this project. Licence: Apache-2.0. Owner: security team. Reviewed: 2026-11. Expires: never.
-- Hunts: Much data sent to an address that the network did not know for two weeks.
-- Technique: T1048 Exfiltration Over Alternative Protocol
-- Logs: flow_logs
-- Reading: Look up the address in the resolver logs of the same hour. 1 GB to an unknown host in a day is a copy of something.
-- False positives: Backups and releases to a new place.
SELECT account_id, instance_id, pkt_dstaddr AS address, sum(CASE WHEN day >= date_format(current_date - interval '1' day, '%Y/%m/%d') THEN bytes ELSE 0 END) / 1048576 AS megabytes, count(*) AS records
FROM flow_logs
WHERE day >= date_format(current_date - interval '15' day, '%Y/%m/%d')
  AND flow_direction = 'egress' AND action = 'ACCEPT' AND NOT regexp_like(pkt_dstaddr, '^(10\.|172\.(1[6-9]|2[0-9]|3[01])\.|192\.168\.|100\.(6[4-9]|[7-9][0-9]|1[01][0-9]|12[0-7])\.)')
  AND coalesce(nullif(pkt_dst_aws_service, '-'), '') = ''
GROUP BY 1, 2, 3
HAVING count_if(NOT day >= date_format(current_date - interval '1' day, '%Y/%m/%d')) = 0 AND sum(bytes) >= 1073741824
ORDER BY megabytes DESC
