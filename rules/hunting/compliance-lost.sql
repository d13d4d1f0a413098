-- Source: written for this project. Licence: Apache-2.0. Owner: security team. Reviewed: 2026-11. Expires: never.
-- Hunts: Resources that kept a rule of AWS Config and then broke it: somebody takes protection away.
-- Technique: T1562 Impair Defenses
-- Logs: config_items
-- Reading: resource and rules say what was weakened; ask history-of-resource for what it looked like before and after, and cloudtrail for who did it.
-- False positives: Rules with new parameters; resources that are being replaced.
WITH states AS (
  SELECT c.log_account, c.log_region, i.item.resourceid AS resource, i.item.configurationitemcapturetime AS seen, i.item.configuration AS configuration,
    coalesce(json_extract_scalar(i.item.configuration, '$.complianceType'), json_extract_scalar(i.item.configuration, '$.compliancetype')) AS compliance
  FROM config_items AS c CROSS JOIN UNNEST(c.configurationitems) AS i(item)
  WHERE c.kind = 'ConfigHistory' AND c.day IN (
    date_format(current_date, '%Y/%c/%e'), date_format(current_date - interval '1' day, '%Y/%c/%e'),
    date_format(current_date - interval '2' day, '%Y/%c/%e'), date_format(current_date - interval '3' day, '%Y/%c/%e'),
    date_format(current_date - interval '4' day, '%Y/%c/%e'), date_format(current_date - interval '5' day, '%Y/%c/%e'),
    date_format(current_date - interval '6' day, '%Y/%c/%e'), date_format(current_date - interval '7' day, '%Y/%c/%e'))
    AND i.item.resourcetype = 'AWS::Config::ResourceCompliance'
), changes AS (
  SELECT s.*, lag(s.compliance) OVER (PARTITION BY s.log_account, s.log_region, s.resource ORDER BY s.seen) AS before
  FROM states AS s
)
SELECT seen, log_account AS account, log_region AS region, resource,
  json_format(coalesce(json_extract(configuration, '$.configRuleList'), json_extract(configuration, '$.configrulelist'))) AS rules
FROM changes
WHERE compliance = 'NON_COMPLIANT' AND before = 'COMPLIANT'
ORDER BY seen DESC
