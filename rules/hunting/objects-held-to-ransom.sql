-- Source: written for this project. Licence: Apache-2.0. Owner: security team. Reviewed: 2026-11. Expires: never.
-- Hunts: Objects written under a key that is not ours: ransom without software.
-- Technique: T1486 Data Encrypted for Impact
-- Logs: cloudtrail
-- Reading: The copy cannot be read without that key. Stop the principal; restore the versions before it.
-- False positives: None known: guardrails deny both ways.
SELECT recipientaccountid AS account, json_extract_scalar(requestparameters, '$.bucketName') AS bucket, useridentity.arn AS principal, sourceipaddress,
  count(*) AS objects, min(eventtime) AS first_call
FROM cloudtrail
WHERE day >= date_format(current_date - interval '14' day, '%Y/%m/%d')
  AND eventsource = 's3.amazonaws.com' AND eventname IN ('PutObject', 'CopyObject', 'CreateMultipartUpload')
  AND (regexp_like(requestparameters, 'x-amz-server-side-encryption-customer-algorithm')
    OR nullif(regexp_extract(requestparameters, 'arn:aws:kms:[a-z0-9-]+:([0-9]{12}):', 1), '') <> recipientaccountid)
GROUP BY 1, 2, 3, 4
ORDER BY objects DESC
