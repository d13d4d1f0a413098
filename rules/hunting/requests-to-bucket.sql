-- Source: written for this project. Licence: Apache-2.0. Owner: security team. Reviewed: 2026-11. Expires: never.
-- Hunts: Who asked for what of one bucket, day by day.
-- Technique: T1530 Data from Cloud Storage
-- Logs: bucket_requests_of_day
-- Asks: the name of the bucket, first day, last day
-- Reading: Much cheaper than bucket_requests, since it reads these days only. bytes is what left the bucket: who read more than ever before is the one to look at.
-- False positives: It hunts nothing by itself: every row is what happened.
SELECT requester, remote_ip, operation, http_status, count(*) AS requests, count(DISTINCT object_key) AS objects, sum(try_cast(bytes_sent AS bigint)) AS bytes,
  min(request_time) AS first_request, max(tls_version) AS tls
FROM bucket_requests_of_day
WHERE log_bucket = ? AND day BETWEEN ? AND ?
GROUP BY 1, 2, 3, 4
ORDER BY bytes DESC
