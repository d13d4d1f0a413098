-- Source: written for this project. Licence: Apache-2.0. Owner: security team. Reviewed: 2026-11. Expires: never.
-- Hunts: One address that posts to the same path of CloudFront and is refused again and again: passwords or codes are being guessed.
-- Technique: T1110 Brute Force
-- Logs: distribution_requests
-- Reading: accepted is what got in after many refusals: those accounts first.
-- False positives: A client of ours with an old password: one agent, one path, day and night.
SELECT log_account, c_ip, x_host_header, cs_uri_stem, count(*) AS tries, count_if(sc_status IN ('400', '401', '403', '422', '429')) AS refused, count_if(sc_status LIKE '2%' OR sc_status = '302') AS accepted,
  max(cs_user_agent) AS agent
FROM distribution_requests
WHERE day >= date_format(current_date - interval '3' day, '%Y/%m/%d') AND cs_method = 'POST'
GROUP BY 1, 2, 3, 4
HAVING count_if(sc_status IN ('400', '401', '403', '422', '429')) >= 30
ORDER BY refused DESC
