-- Source: written for this project. Licence: Apache-2.0. Owner: security team. Reviewed: 2026-11. Expires: never.
-- Hunts: One address that is refused at several of our buckets, or for many objects: somebody tries names that he guessed or found.
-- Technique: T1619 Cloud Storage Object Discovery
-- Logs: bucket_requests
-- Reading: The trail has no data event of a stranger's refused request to a bucket that it does not watch; this has. What the address got besides (answered) comes first.
-- False positives: A team whose role lost a right: requester says whose.
SELECT remote_ip, requester, count(*) AS refused, count(DISTINCT bucket) AS buckets, count(DISTINCT object_key) AS objects, min(request_time) AS first_request,
  max(user_agent) AS agent
FROM bucket_requests
WHERE substr(request_time, 1, 11) IN (date_format(current_date, '%d/%b/%Y'), date_format(current_date - interval '1' day, '%d/%b/%Y'), date_format(current_date - interval '2' day, '%d/%b/%Y'),
  date_format(current_date - interval '3' day, '%d/%b/%Y'))
  AND http_status = '403'
GROUP BY 1, 2
HAVING count(DISTINCT bucket) >= 3 OR count(DISTINCT object_key) >= 50
ORDER BY refused DESC
