-- Source: written for this project. Licence: Apache-2.0. Owner: security team. Reviewed: 2026-11. Expires: never.
-- Hunts: Large or accelerated instances started: the first thing that miners do.
-- Technique: T1496 Resource Hijacking
-- Logs: cloudtrail
-- Reading: Look at the region and at who started them; attempts that failed for a quota count too.
-- False positives: Machine learning teams.
SELECT eventtime, recipientaccountid AS account, awsregion, eventname, errorcode, useridentity.arn AS principal, sourceipaddress,
  regexp_extract(requestparameters, '"instanceType"\s*:\s*"([^"]+)"', 1) AS instance_type
FROM cloudtrail
WHERE day >= date_format(current_date - interval '14' day, '%Y/%m/%d')
  AND eventname IN ('RunInstances', 'RequestSpotInstances', 'CreateFleet', 'RequestSpotFleet', 'CreateLaunchTemplate', 'CreateLaunchTemplateVersion')
  AND regexp_like(requestparameters, '"instanceType"\s*:\s*"((p|g|trn|inf|dl|vt)[0-9][a-z0-9-]*\.|[a-z0-9-]+\.((1[2-9]|[2-9][0-9])xlarge|metal))')
ORDER BY eventtime DESC
