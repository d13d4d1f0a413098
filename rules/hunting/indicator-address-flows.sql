-- Source: written for this project. Licence: Apache-2.0. Owner: security team. Reviewed: 2026-11. Expires: never.
-- Hunts: Connections between a workload and an address of rules/ioc.
-- Technique: T1071 Application Layer Protocol
-- Logs: flow_logs, indicators
-- Reading: Each row is an interface of ours and the address: action ACCEPT and many bytes mean that something talked; isolate the instance, then ask the resolver for the name it used.
-- False positives: Scanners reach every public address: rows with REJECT alone are noise.
WITH flows AS (
  SELECT account_id, interface_id, instance_id, srcaddr, dstaddr,
    CASE WHEN flow_direction = 'ingress' THEN srcaddr ELSE dstaddr END AS address,
    dstport, action, sum(bytes) AS bytes, count(*) AS records
  FROM flow_logs
  WHERE day >= date_format(current_date - interval '14' day, '%Y/%m/%d') AND log_status = 'OK'
  GROUP BY 1, 2, 3, 4, 5, 6, 7, 8
)
SELECT f.*, i.value AS indicator, i.confidence, i.source
FROM flows AS f JOIN indicators AS i ON i.kind = 'ip' AND i.value = f.address
UNION ALL
SELECT f.*, i.value AS indicator, i.confidence, i.source
FROM flows AS f JOIN indicators AS i ON i.kind = 'cidr'
  AND try_cast(split_part(f.address, '.', 1) AS bigint) * 16777216 + try_cast(split_part(f.address, '.', 2) AS bigint) * 65536
    + try_cast(split_part(f.address, '.', 3) AS bigint) * 256 + try_cast(split_part(f.address, '.', 4) AS bigint)
    BETWEEN i.first_address AND i.last_address
ORDER BY bytes DESC
