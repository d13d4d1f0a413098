-- Source: written for this project. Licence: Apache-2.0. Owner: security team. Reviewed: 2026-11. Expires: never.
-- Hunts: Requests to our buckets that nobody signed, and that were answered.
-- Technique: T1530 Data from Cloud Storage
-- Logs: bucket_requests
-- Reading: Somebody without a name reads the bucket. Public access is blocked everywhere, so first find who took that away: history-of-resource, then timeline-of-caller.
-- False positives: None known: lifecycle rules and services of AWS have a name.
SELECT log_account, bucket, remote_ip, operation, count(*) AS requests, count(DISTINCT object_key) AS objects, sum(try_cast(bytes_sent AS bigint)) AS bytes,
  min(request_time) AS first_request, max(user_agent) AS agent
FROM bucket_requests
WHERE substr(request_time, 1, 11) IN (date_format(current_date, '%d/%b/%Y'), date_format(current_date - interval '1' day, '%d/%b/%Y'), date_format(current_date - interval '2' day, '%d/%b/%Y'),
  date_format(current_date - interval '3' day, '%d/%b/%Y'))
  AND requester = '-' AND http_status LIKE '2%' AND operation NOT LIKE '%.OPTIONS.%'
GROUP BY 1, 2, 3, 4
ORDER BY bytes DESC
