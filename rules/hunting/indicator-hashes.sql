-- Source: written for this project. Licence: Apache-2.0. Owner: security team. Reviewed: 2026-11. Expires: never.
-- Hunts: Code or images with a hash of rules/ioc: Lambda code, container images, certificates of TLS servers.
-- Technique: T1525 Implant Internal Image
-- Logs: cloudtrail, firewall_alerts, indicators
-- Reading: The function or repository holds what is listed: stop it, keep a copy, and find who put it there (principal).
-- False positives: None known: a hash stands for one content.
WITH hashes AS (
  SELECT eventname AS what, useridentity.arn AS who, recipientaccountid AS account, eventtime AS at,
    CASE
      WHEN eventsource = 'lambda.amazonaws.com' THEN lower(to_hex(from_base64(json_extract_scalar(responseelements, '$.codeSha256'))))
      ELSE replace(coalesce(json_extract_scalar(responseelements, '$.image.imageId.imageDigest'), ''), 'sha256:', '')
    END AS hash
  FROM cloudtrail
  WHERE day >= date_format(current_date - interval '90' day, '%Y/%m/%d') AND errorcode IS NULL AND responseelements IS NOT NULL
    AND ((eventsource = 'lambda.amazonaws.com' AND regexp_like(eventname, '^(CreateFunction|UpdateFunctionCode|PublishVersion|PublishLayerVersion)'))
      OR (eventsource = 'ecr.amazonaws.com' AND eventname = 'PutImage'))
  UNION ALL
  SELECT 'TLS certificate' AS what, event.src_ip AS who, log_account AS account, event_timestamp AS at, replace(lower(event.tls.fingerprint), ':', '') AS hash
  FROM firewall_alerts
  WHERE day >= date_format(current_date - interval '90' day, '%Y/%m/%d') AND event.tls.fingerprint IS NOT NULL
)
SELECT h.*, i.confidence, i.source
FROM hashes AS h JOIN indicators AS i ON i.kind = 'hash' AND i.value = h.hash
