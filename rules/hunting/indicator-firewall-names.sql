-- Source: written for this project. Licence: Apache-2.0. Owner: security team. Reviewed: 2026-11. Expires: never.
-- Hunts: TLS and HTTP to a domain of rules/ioc, as the network firewalls saw it.
-- Technique: T1071.001 Application Layer Protocol: Web Protocols
-- Logs: firewall_alerts, indicators
-- Reading: action blocked: the list works, but software on src_ip tries. allowed: isolate it.
-- False positives: Analysts and mail gateways.
WITH names AS (
  SELECT firewall_name, event.src_ip AS src_ip, event.dest_ip AS dest_ip, lower(coalesce(event.tls.sni, event.http.hostname)) AS name, event.alert.action AS action,
    count(*) AS alerts, max(event.timestamp) AS last_alert
  FROM firewall_alerts
  WHERE day >= date_format(current_date - interval '14' day, '%Y/%m/%d') AND coalesce(event.tls.sni, event.http.hostname) IS NOT NULL
  GROUP BY 1, 2, 3, 4, 5
)
SELECT n.*, i.value AS indicator, i.confidence
FROM names AS n JOIN indicators AS i ON i.kind = 'domain'
  AND (i.value = n.name OR (i.suffix IS NOT NULL AND substr(n.name, greatest(length(n.name) - length(i.suffix) + 1, 1)) = i.suffix))
ORDER BY last_alert DESC
