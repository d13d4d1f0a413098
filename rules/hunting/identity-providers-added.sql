-- Source: written for this project. Licence: Apache-2.0. Owner: security team. Reviewed: 2026-11. Expires: never.
-- Hunts: New identity providers, which sign in whom they like.
-- Technique: T1484.002 Domain or Tenant Policy Modification: Trust Modification
-- Logs: cloudtrail
-- Reading: Only bootstrap makes one in each account. Anything else: delete it and look at who signed in.
-- False positives: Bootstrap of a new account.
SELECT eventtime, recipientaccountid AS account, eventname, useridentity.arn AS principal, requestparameters
FROM cloudtrail
WHERE day >= date_format(current_date - interval '90' day, '%Y/%m/%d')
  AND errorcode IS NULL
  AND eventname IN ('CreateSAMLProvider', 'UpdateSAMLProvider', 'CreateOpenIDConnectProvider', 'AddClientIDToOpenIDConnectProvider', 'UpdateOpenIDConnectProviderThumbprint', 'CreateTrustAnchor', 'CreateTrustedTokenIssuer', 'AssociateExternalIdpIdentitySource')
ORDER BY eventtime DESC
