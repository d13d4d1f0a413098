-- Source: written for this project. Licence: Apache-2.0. Owner: security team. Reviewed: 2026-11. Expires: never.
-- Hunts: Connections that stay open for hours on unusual ports: tunnels and remote shells.
-- Technique: T1571 Non-Standard Port
-- Logs: firewall_flows
-- Reading: age is in seconds. Find the process on src_ip; drop the port in rules/suricata.
-- False positives: Message brokers and databases of partners.
SELECT firewall_name, event.src_ip AS src_ip, event.dest_ip AS dest_ip, event.dest_port AS dest_port, max(event.app_proto) AS app_proto, max(event.netflow.age) AS age, sum(event.netflow.bytes) AS bytes
FROM firewall_flows
WHERE day >= date_format(current_date - interval '7' day, '%Y/%m/%d')
  AND event.netflow.age >= 7200 AND event.dest_port NOT IN (80, 443) AND NOT regexp_like(event.dest_ip, '^(10\.|172\.(1[6-9]|2[0-9]|3[01])\.|192\.168\.|100\.(6[4-9]|[7-9][0-9]|1[01][0-9]|12[0-7])\.)')
GROUP BY 1, 2, 3, 4
ORDER BY age DESC
