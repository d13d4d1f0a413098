-- Source: written for this project. Licence: Apache-2.0. Owner: security team. Reviewed: 2026-11. Expires: never.
-- Hunts: Security groups that let everybody in on ports other than 80 and 443.
-- Technique: T1562.007 Impair Defenses: Disable or Modify Cloud Firewall
-- Logs: config_items
-- Reading: seen is when AWS Config saw it, at most minutes after the change; trail_events are the ids of the calls in cloudtrail (eventid). A row whose group was closed since is still an attack: read its flow logs from then on.
-- False positives: Public services on other ports: name them in the configuration instead.
WITH groups AS (
  SELECT c.log_account, c.log_region, i.item AS item,
    coalesce(json_extract(i.item.configuration, '$.ipPermissions'), json_extract(i.item.configuration, '$.ippermissions')) AS permissions
  FROM config_items AS c CROSS JOIN UNNEST(c.configurationitems) AS i(item)
  WHERE c.kind = 'ConfigHistory' AND c.day IN (
    date_format(current_date, '%Y/%c/%e'), date_format(current_date - interval '1' day, '%Y/%c/%e'),
    date_format(current_date - interval '2' day, '%Y/%c/%e'), date_format(current_date - interval '3' day, '%Y/%c/%e'),
    date_format(current_date - interval '4' day, '%Y/%c/%e'), date_format(current_date - interval '5' day, '%Y/%c/%e'),
    date_format(current_date - interval '6' day, '%Y/%c/%e'), date_format(current_date - interval '7' day, '%Y/%c/%e'))
    AND i.item.resourcetype = 'AWS::EC2::SecurityGroup'
)
SELECT g.item.configurationitemcapturetime AS seen, g.log_account AS account, g.log_region AS region, g.item.resourceid AS security_group, g.item.resourcename AS name,
  coalesce(json_extract_scalar(p.permission, '$.fromPort'), json_extract_scalar(p.permission, '$.fromport'), 'all') AS port, json_format(p.permission) AS permission,
  array_join(g.item.relatedevents, ', ') AS trail_events
FROM groups AS g CROSS JOIN UNNEST(CAST(g.permissions AS array(json))) AS p(permission)
WHERE regexp_like(json_format(p.permission), '"(0\.0\.0\.0/0|::/0)"')
  AND coalesce(json_extract_scalar(p.permission, '$.fromPort'), json_extract_scalar(p.permission, '$.fromport'), 'all') NOT IN ('80', '443')
ORDER BY seen DESC
