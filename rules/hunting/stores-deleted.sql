-- Source: written for this project. Licence: Apache-2.0. Owner: security team. Reviewed: 2026-11. Expires: never.
-- Hunts: Databases, buckets, tables, keys and vaults that went within a day.
-- Technique: T1485 Data Destruction
-- Logs: config_items
-- Reading: What was there is in the last ConfigSnapshot before; restore from backups (docs/runbooks/restore.md), and look in cloudtrail for whoever deleted.
-- False positives: Environments that are taken down on purpose.
WITH gone AS (
  SELECT c.log_account, c.log_region, c.day, i.item AS item
  FROM config_items AS c CROSS JOIN UNNEST(c.configurationitems) AS i(item)
  WHERE c.kind = 'ConfigHistory' AND c.day IN (
    date_format(current_date, '%Y/%c/%e'), date_format(current_date - interval '1' day, '%Y/%c/%e'),
    date_format(current_date - interval '2' day, '%Y/%c/%e'), date_format(current_date - interval '3' day, '%Y/%c/%e'),
    date_format(current_date - interval '4' day, '%Y/%c/%e'), date_format(current_date - interval '5' day, '%Y/%c/%e'),
    date_format(current_date - interval '6' day, '%Y/%c/%e'), date_format(current_date - interval '7' day, '%Y/%c/%e'))
    AND i.item.configurationitemstatus IN ('ResourceDeleted', 'ResourceDeletedNotRecorded')
    AND i.item.resourcetype IN ('AWS::S3::Bucket', 'AWS::RDS::DBInstance', 'AWS::RDS::DBCluster', 'AWS::RDS::DBSnapshot', 'AWS::RDS::DBClusterSnapshot', 'AWS::DynamoDB::Table',
      'AWS::EFS::FileSystem', 'AWS::KMS::Key', 'AWS::SecretsManager::Secret', 'AWS::Backup::BackupVault', 'AWS::Backup::BackupPlan', 'AWS::Redshift::Cluster', 'AWS::OpenSearch::Domain')
)
SELECT log_account AS account, log_region AS region, day, count(DISTINCT item.resourceid) AS stores, min(item.configurationitemcapturetime) AS first_seen,
  array_join(array_sort(array_agg(DISTINCT item.resourcetype)), ', ') AS types, max(item.resourceid) AS example
FROM gone
GROUP BY 1, 2, 3
HAVING count(DISTINCT item.resourceid) >= 4
ORDER BY stores DESC
