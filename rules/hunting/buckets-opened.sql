-- Source: written for this project. Licence: Apache-2.0. Owner: security team. Reviewed: 2026-11. Expires: never.
-- Hunts: Buckets opened to the public.
-- Technique: T1530 Data from Cloud Storage
-- Logs: cloudtrail
-- Reading: Look at who read from the bucket since (data events), then close it.
-- False positives: Websites behind CloudFront need none of this.
SELECT eventtime, recipientaccountid AS account, eventname, json_extract_scalar(requestparameters, '$.bucketName') AS bucket, useridentity.arn AS principal, errorcode
FROM cloudtrail
WHERE day >= date_format(current_date - interval '30' day, '%Y/%m/%d')
  AND eventsource IN ('s3.amazonaws.com', 's3control.amazonaws.com')
  AND (eventname IN ('DeleteBucketPublicAccessBlock', 'DeleteAccountPublicAccessBlock')
    OR (eventname IN ('PutBucketPublicAccessBlock', 'PutAccountPublicAccessBlock') AND regexp_like(requestparameters, ':\s*false'))
    OR (eventname = 'PutBucketAcl' AND regexp_like(requestparameters, 'AllUsers|AuthenticatedUsers|public-read'))
    OR (eventname = 'PutBucketPolicy' AND regexp_like(requestparameters, '"Principal"\s*:\s*("\*"|\{\s*"AWS"\s*:\s*"\*")') AND NOT regexp_like(requestparameters, '"Effect"\s*:\s*"Deny"')))
ORDER BY eventtime DESC
