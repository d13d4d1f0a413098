-- Source: written for this project. Licence: Apache-2.0. Owner: security team. Reviewed: 2026-11. Expires: never.
-- Hunts: Many objects deleted from a bucket by one principal within an hour.
-- Technique: T1485 Data Destruction
-- Logs: cloudtrail
-- Reading: Versions are still there for the time of the lifecycle: restore them. Data events of the bucket must be recorded (logging.dataEvents).
-- False positives: Clean-up jobs: they have a role of their own.
SELECT useridentity.arn AS principal, json_extract_scalar(requestparameters, '$.bucketName') AS bucket, substr(eventtime, 1, 13) AS hour, count(*) AS calls, max(sourceipaddress) AS address
FROM cloudtrail
WHERE day >= date_format(current_date - interval '14' day, '%Y/%m/%d')
  AND eventsource = 's3.amazonaws.com' AND eventname IN ('DeleteObject', 'DeleteObjects', 'DeleteObjectVersion') AND errorcode IS NULL
  AND useridentity.invokedby IS NULL
GROUP BY 1, 2, 3
HAVING count(*) >= 50
ORDER BY calls DESC
