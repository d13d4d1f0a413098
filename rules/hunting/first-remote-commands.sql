-- Source: written for this project. Licence: Apache-2.0. Owner: security team. Reviewed: 2026-11. Expires: never.
-- Hunts: Commands on instances by somebody who ran none for a month.
-- Technique: T1651 Cloud Administration Command
-- Logs: cloudtrail
-- Reading: Shells of Systems Manager run as root. Ask the principal; read the session log.
-- False positives: A new colleague on call.
SELECT coalesce(useridentity.sessioncontext.sessionissuer.arn, useridentity.arn) AS principal, recipientaccountid AS account, max(eventname) AS call, max(eventtime) AS last_call, max(sourceipaddress) AS address
FROM cloudtrail
WHERE day >= date_format(current_date - interval '31' day, '%Y/%m/%d')
  AND eventname IN ('SendCommand', 'StartSession', 'ResumeSession', 'SendSSHPublicKey', 'SendSerialConsoleSSHPublicKey', 'ExecuteCommand', 'GetPasswordData')
  AND useridentity.invokedby IS NULL
GROUP BY 1, 2
HAVING count_if(day >= date_format(current_date - interval '1' day, '%Y/%m/%d')) > 0 AND count_if(NOT day >= date_format(current_date - interval '1' day, '%Y/%m/%d')) = 0
ORDER BY last_call DESC
