-- Source: written for this project. Licence: Apache-2.0. Owner: security team. Reviewed: 2026-11. Expires: never.
-- Hunts: Disks, images and database snapshots shared with other accounts or with everybody.
-- Technique: T1537 Transfer Data to Cloud Account
-- Logs: cloudtrail
-- Reading: Whoever gets the share copies it within minutes: take it back, and treat the data as lost.
-- False positives: Shares with our own forensic account.
SELECT eventtime, recipientaccountid AS account, eventname, useridentity.arn AS principal, errorcode, requestparameters
FROM cloudtrail
WHERE day >= date_format(current_date - interval '30' day, '%Y/%m/%d')
  AND ((eventname IN ('ModifySnapshotAttribute', 'ModifyImageAttribute') AND regexp_like(requestparameters, '"add"'))
    OR (eventname IN ('ModifyDBSnapshotAttribute', 'ModifyDBClusterSnapshotAttribute') AND regexp_like(requestparameters, '"valuesToAdd"')))
ORDER BY eventtime DESC
