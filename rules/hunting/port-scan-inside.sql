-- Source: written for this project. Licence: Apache-2.0. Owner: security team. Reviewed: 2026-11. Expires: never.
-- Hunts: A workload that knocks on many doors of the network.
-- Technique: T1046 Network Service Discovery
-- Logs: flow_logs
-- Reading: srcaddr is an instance of ours that scans. Isolate it. ports and hosts say what it looked for.
-- False positives: Vulnerability scanners: name their addresses here.
SELECT account_id, vpc_id, srcaddr, from_unixtime(start - start % 3600) AS hour, count(DISTINCT dstaddr) AS hosts, count(DISTINCT concat(dstaddr, ':', CAST(dstport AS varchar))) AS doors
FROM flow_logs
WHERE day >= date_format(current_date - interval '3' day, '%Y/%m/%d')
  AND action = 'REJECT' AND regexp_like(srcaddr, '^(10\.|172\.(1[6-9]|2[0-9]|3[01])\.|192\.168\.|100\.(6[4-9]|[7-9][0-9]|1[01][0-9]|12[0-7])\.)')
GROUP BY 1, 2, 3, 4
HAVING count(DISTINCT concat(dstaddr, ':', CAST(dstport AS varchar))) >= 30
ORDER BY doors DESC
