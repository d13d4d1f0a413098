-- Source: written for this project. Licence: Apache-2.0. Owner: security team. Reviewed: 2026-11. Expires: never.
-- Hunts: An account with findings of GuardDuty of three tactics or more within a week: what looks like small things is one attack.
-- Technique: T1078.004 Cloud Accounts
-- Logs: guardduty_findings
-- Reading: Read them in the order of time: the first says how it came in, the last what it is after. Then timeline-of-caller for the principal.
-- False positives: Penetration tests that were announced.
SELECT accountid, count(DISTINCT split_part(type, ':', 1)) AS tactics, count(DISTINCT type) AS types, count(*) AS findings, min(createdat) AS first_finding, max(updatedat) AS last_finding,
  max(try_cast(severity AS double)) AS highest, array_join(array_sort(array_agg(DISTINCT type)), ', ') AS of_types
FROM guardduty_findings
WHERE substr(updatedat, 1, 10) >= date_format(current_date - interval '7' day, '%Y-%m-%d') AND type NOT LIKE 'Policy:%'
GROUP BY 1
HAVING count(DISTINCT split_part(type, ':', 1)) >= 3
ORDER BY tactics DESC
