-- Source: written for this project. Licence: Apache-2.0. Owner: security team. Reviewed: 2026-11. Expires: never.
-- Hunts: Credentials made for somebody else: access keys, console passwords, second factors.
-- Technique: T1098.001 Account Manipulation: Additional Cloud Credentials
-- Logs: cloudtrail
-- Reading: Each row gave another user a way in. Ask the maker; delete it if nobody did.
-- False positives: Break-glass users on the day they are made.
SELECT eventtime, recipientaccountid AS account, eventname, useridentity.arn AS maker, json_extract_scalar(requestparameters, '$.userName') AS made_for, sourceipaddress
FROM cloudtrail
WHERE day >= date_format(current_date - interval '30' day, '%Y/%m/%d')
  AND eventsource = 'iam.amazonaws.com' AND errorcode IS NULL
  AND eventname IN ('CreateAccessKey', 'CreateLoginProfile', 'UpdateLoginProfile', 'CreateServiceSpecificCredential', 'UploadSSHPublicKey', 'UploadSigningCertificate', 'CreateVirtualMFADevice', 'EnableMFADevice')
  AND coalesce(json_extract_scalar(requestparameters, '$.userName'), '') <> coalesce(useridentity.username, '-')
ORDER BY eventtime DESC
