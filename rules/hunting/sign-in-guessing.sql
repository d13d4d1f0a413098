-- Source: written for this project. Licence: Apache-2.0. Owner: security team. Reviewed: 2026-11. Expires: never.
-- Hunts: Passwords guessed: many failed sign-ins from one address, whoever was meant.
-- Technique: T1110 Brute Force
-- Logs: cloudtrail
-- Reading: successes above 0 means that a guess worked: lock that user and read what the address did next.
-- False positives: People with a new password, in the single digits.
SELECT sourceipaddress, count_if(json_extract_scalar(responseelements, '$.ConsoleLogin') = 'Failure') AS failures,
  count_if(json_extract_scalar(responseelements, '$.ConsoleLogin') = 'Success') AS successes,
  count(DISTINCT coalesce(useridentity.username, useridentity.principalid)) AS users, min(eventtime) AS first_try, max(eventtime) AS last_try
FROM cloudtrail
WHERE day >= date_format(current_date - interval '7' day, '%Y/%m/%d') AND eventname = 'ConsoleLogin'
GROUP BY sourceipaddress
HAVING count_if(json_extract_scalar(responseelements, '$.ConsoleLogin') = 'Failure') >= 10
ORDER BY failures DESC
