-- Source: written for this project. Licence: Apache-2.0. Owner: security team. Reviewed: 2026-11. Expires: never.
-- Hunts: Attack signatures between our own addresses: somebody moves inside.
-- Technique: T1021 Remote Services
-- Logs: firewall_alerts
-- Reading: src_ip has been taken over. Isolate it, then ask the same query for dest_ip as source.
-- False positives: Vulnerability scanners: name their addresses here.
SELECT firewall_name, event.src_ip AS src_ip, event.dest_ip AS dest_ip, event.alert.signature AS signature, max(event.alert.action) AS action, count(*) AS alerts, max(event.timestamp) AS last_alert
FROM firewall_alerts
WHERE day >= date_format(current_date - interval '7' day, '%Y/%m/%d')
  AND regexp_like(event.src_ip, '^(10\.|172\.(1[6-9]|2[0-9]|3[01])\.|192\.168\.|100\.(6[4-9]|[7-9][0-9]|1[01][0-9]|12[0-7])\.)') AND regexp_like(event.dest_ip, '^(10\.|172\.(1[6-9]|2[0-9]|3[01])\.|192\.168\.|100\.(6[4-9]|[7-9][0-9]|1[01][0-9]|12[0-7])\.)')
GROUP BY 1, 2, 3, 4
ORDER BY alerts DESC
