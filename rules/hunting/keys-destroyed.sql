-- Source: written for this project. Licence: Apache-2.0. Owner: security team. Reviewed: 2026-11. Expires: never.
-- Hunts: Keys about to be lost, and data with them.
-- Technique: T1485 Data Destruction
-- Logs: cloudtrail
-- Reading: Cancel the deletion first (kms:CancelKeyDeletion under break-glass), then ask. Rows with an error code are attempts.
-- False positives: Key rotation of imported material.
SELECT eventtime, recipientaccountid AS account, eventname, errorcode, useridentity.arn AS principal, json_extract_scalar(requestparameters, '$.keyId') AS key
FROM cloudtrail
WHERE day >= date_format(current_date - interval '30' day, '%Y/%m/%d')
  AND eventsource = 'kms.amazonaws.com' AND eventname IN ('ScheduleKeyDeletion', 'DisableKey', 'DeleteImportedKeyMaterial', 'DeleteCustomKeyStore')
ORDER BY eventtime DESC
