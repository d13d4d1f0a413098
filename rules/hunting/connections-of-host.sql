-- Source: written for this project. Licence: Apache-2.0. Owner: security team. Reviewed: 2026-11. Expires: never.
-- Hunts: Whom one address or instance talked to, when, and how much.
-- Technique: T1041 Exfiltration Over C2 Channel
-- Logs: flow_logs
-- Asks: the address or instance id, first day, last day
-- Reading: bytes with flow_direction egress is what left. Addresses that nobody knows belong into rules/ioc, and into indicator-address-flows of all others.
-- False positives: It hunts nothing by itself: every row is what happened.
SELECT account_id, vpc_id, instance_id, pkt_srcaddr AS source, pkt_dstaddr AS destination, dstport, flow_direction, action, coalesce(nullif(pkt_dst_aws_service, '-'), '') AS aws_service,
  count(*) AS flows, sum(bytes) AS bytes, from_unixtime(min(start)) AS first_flow, from_unixtime(max(start)) AS last_flow
FROM flow_logs
WHERE ? IN (srcaddr, dstaddr, pkt_srcaddr, pkt_dstaddr, instance_id) AND day BETWEEN ? AND ?
GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9
ORDER BY bytes DESC
