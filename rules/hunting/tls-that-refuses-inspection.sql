-- Source: written for this project. Licence: Apache-2.0. Owner: security team. Reviewed: 2026-11. Expires: never.
-- Hunts: Servers with which TLS inspection fails again and again: software that trusts only its master.
-- Technique: T1573.002 Encrypted Channel: Asymmetric Cryptography
-- Logs: firewall_tls
-- Reading: Honest software that pins its certificate is excluded by tlsInspection.excludedNetworks; the rest hides something.
-- False positives: Software with pinned certificates that nobody has excluded yet.
SELECT firewall_name, event.src_ip AS src_ip, event.dest_ip AS dest_ip, max(event.tls.sni) AS sni, count(*) AS failures, max(event_timestamp) AS last_failure
FROM firewall_tls
WHERE day >= date_format(current_date - interval '7' day, '%Y/%m/%d')
GROUP BY 1, 2, 3
HAVING count(*) >= 10
ORDER BY failures DESC
