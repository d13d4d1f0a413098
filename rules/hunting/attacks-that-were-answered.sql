-- Source: written for this project. Licence: Apache-2.0. Owner: security team. Reviewed: 2026-11. Expires: never.
-- Hunts: Requests that a rule of AWS WAF recognized but only counted, and that a target answered with success.
-- Technique: T1190 Exploit Public-Facing Application
-- Logs: waf, load_balancer_requests
-- Reading: The rule counts where it should block, or the group was never switched over (docs/waf.md). Read the whole request in waf by its id, then what the target did at that second.
-- False positives: Rules that count because ordinary requests match them: those have many clients, an attack has one.
SELECT w.httprequest.clientip AS client, w.httprequest.uri AS uri, rule.hit.ruleid AS rule, b.domain_name, count(*) AS requests, sum(try_cast(b.sent_bytes AS bigint)) AS bytes,
  max(w.httprequest.requestid) AS request_id
FROM waf w
CROSS JOIN UNNEST(w.nonterminatingmatchingrules) AS rule(hit)
JOIN load_balancer_requests b ON b.trace_id = 'Root=' || w.httprequest.requestid AND b.day = w.day
WHERE w.day >= date_format(current_date - interval '3' day, '%Y/%m/%d') AND b.day >= date_format(current_date - interval '3' day, '%Y/%m/%d')
  AND w.action = 'ALLOW' AND rule.hit.action = 'COUNT' AND b.target_status_code LIKE '2%'
GROUP BY 1, 2, 3, 4
ORDER BY requests DESC
