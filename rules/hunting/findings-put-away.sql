-- Source: written for this project. Licence: Apache-2.0. Owner: security team. Reviewed: 2026-11. Expires: never.
-- Hunts: Findings of high severity that were archived: by a filter, or by hand, so that nobody would see them.
-- Technique: T1562.001 Disable or Modify Tools
-- Logs: guardduty_findings
-- Reading: Who archived it stands in cloudtrail (ArchiveFindings, CreateFilter). A filter that somebody made before the first such finding is the attack.
-- False positives: Filters of the security team with a note in its pull request.
SELECT accountid, region, type, count(*) AS findings, max(updatedat) AS last_finding, max(title) AS title, max(id) AS example
FROM guardduty_findings
WHERE substr(updatedat, 1, 10) >= date_format(current_date - interval '30' day, '%Y-%m-%d')
  AND try_cast(severity AS double) >= 7 AND json_extract_scalar(service, '$.archived') = 'true'
GROUP BY 1, 2, 3
ORDER BY last_finding DESC
