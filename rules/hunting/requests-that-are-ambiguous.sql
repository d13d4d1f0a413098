-- Source: written for this project. Licence: Apache-2.0. Owner: security team. Reviewed: 2026-11. Expires: never.
-- Hunts: Requests that front and back could read differently: one visitor's request is smuggled into another's.
-- Technique: T1190 Exploit Public-Facing Application
-- Logs: load_balancer_requests
-- Reading: The load balancer refuses them (desync mitigation mode strictest); who sends many is trying. classification_reason says which trick.
-- False positives: Old libraries send single ones, such as spaces in the address.
SELECT log_account, client_ip, domain_name, classification, classification_reason, count(*) AS requests, count_if(elb_status_code LIKE '2%') AS answered, max(user_agent) AS agent
FROM load_balancer_requests
WHERE day >= date_format(current_date - interval '7' day, '%Y/%m/%d') AND classification IN ('Ambiguous', 'Severe')
GROUP BY 1, 2, 3, 4, 5
HAVING count(*) >= 5
ORDER BY requests DESC
