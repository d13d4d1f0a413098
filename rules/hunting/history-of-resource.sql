-- Source: written for this project. Licence: Apache-2.0. Owner: security team. Reviewed: 2026-11. Expires: never.
-- Hunts: What one resource looked like in the last two weeks, change by change.
-- Technique: T1578 Modify Cloud Compute Infrastructure
-- Logs: config_items
-- Asks: the id or ARN of the resource
-- Reading: configuration is the whole state after the change, trail_events the calls (eventid in cloudtrail) that made it. For what lies further back, write other days into the list.
-- False positives: It hunts nothing by itself: every row is what happened.
SELECT i.item.configurationitemcapturetime AS seen, c.log_account AS account, c.log_region AS region, i.item.resourcetype AS type, i.item.resourceid AS id, i.item.resourcename AS name,
  i.item.configurationitemstatus AS status, i.item.configuration AS configuration, array_join(i.item.relatedevents, ', ') AS trail_events
FROM config_items AS c CROSS JOIN UNNEST(c.configurationitems) AS i(item)
WHERE c.kind = 'ConfigHistory' AND c.day IN (
    date_format(current_date, '%Y/%c/%e'), date_format(current_date - interval '1' day, '%Y/%c/%e'), date_format(current_date - interval '2' day, '%Y/%c/%e'),
    date_format(current_date - interval '3' day, '%Y/%c/%e'), date_format(current_date - interval '4' day, '%Y/%c/%e'), date_format(current_date - interval '5' day, '%Y/%c/%e'),
    date_format(current_date - interval '6' day, '%Y/%c/%e'), date_format(current_date - interval '7' day, '%Y/%c/%e'), date_format(current_date - interval '8' day, '%Y/%c/%e'),
    date_format(current_date - interval '9' day, '%Y/%c/%e'), date_format(current_date - interval '10' day, '%Y/%c/%e'), date_format(current_date - interval '11' day, '%Y/%c/%e'),
    date_format(current_date - interval '12' day, '%Y/%c/%e'), date_format(current_date - interval '13' day, '%Y/%c/%e'), date_format(current_date - interval '14' day, '%Y/%c/%e'))
  AND ? IN (i.item.resourceid, i.item.arn, i.item.resourcename)
ORDER BY seen
