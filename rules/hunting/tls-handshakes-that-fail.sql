-- Source: written for this project. Licence: Apache-2.0. Owner: security team. Reviewed: 2026-11. Expires: never.
-- Hunts: A client whose TLS handshakes with load balancers fail again and again: it tries versions, ciphers or certificates.
-- Technique: T1595.002 Vulnerability Scanning
-- Logs: load_balancer_connections
-- Reading: Old versions are refused by our policy, so most of it is a scanner. With mutual TLS, tls_verify_status says which certificate was not believed: whose is it?
-- False positives: Old devices of customers: few handshakes from many addresses, where a scanner is one address with many.
SELECT log_account, client_ip, count(*) AS handshakes, count_if(tls_protocol = '-') AS failed, count(DISTINCT listener_port) AS ports, max(tls_verify_status) AS verdict,
  max(leaf_client_cert_subject) AS certificate
FROM load_balancer_connections
WHERE day >= date_format(current_date - interval '3' day, '%Y/%m/%d')
GROUP BY 1, 2
HAVING count_if(tls_protocol = '-') >= 30 AND count_if(tls_protocol = '-') * 2 >= count(*)
ORDER BY failed DESC
