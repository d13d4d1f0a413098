-- Source: written for this project. Licence: Apache-2.0. Owner: security team. Reviewed: 2026-11. Expires: never.
-- Hunts: Everything that one principal, access key, instance or address did, in its order.
-- Technique: T1078 Valid Accounts
-- Logs: cloudtrail
-- Asks: a part of the caller's ARN or its access key id or its address, first day, last day
-- Reading: Begin with the finding and go back until the first call that its owner did not make: what it made (users, keys, roles, functions) is what to take away. AssumeRole rows name the next caller to ask for.
-- False positives: It hunts nothing by itself: every row is what happened.
SELECT eventtime, recipientaccountid AS account, awsregion AS region, eventsource, eventname, errorcode, sourceipaddress, useragent, useridentity.arn AS principal,
  useridentity.accesskeyid AS access_key, requestparameters, responseelements, eventid
FROM cloudtrail
WHERE strpos(concat(coalesce(useridentity.arn, ''), ' ', coalesce(useridentity.accesskeyid, ''), ' ', coalesce(useridentity.sessioncontext.sessionissuer.arn, ''), ' ', coalesce(sourceipaddress, '')), ?) > 0
  AND day BETWEEN ? AND ?
ORDER BY eventtime
