import { ObservabilityadminCentralizationRuleForOrganization } from '@cdktf/provider-aws/lib/observabilityadmin-centralization-rule-for-organization';
import { Construct } from 'constructs';
import { customerManagedKey } from '../../lib/customer-managed-key';
import { dataTags } from '../../lib/data-tags';
import { CENTRAL_LOG_GROUP_KEY_ALIAS } from '../../lib/naming';
import { allowKeyAdministration, allowReadingKeySettings, denyKeyLoss, denyUseByKeyAdministrators } from '../../policies/key/administration';
import { keyAdministrators } from '../../policies/key/key-context';
import { allowCloudWatchLogs } from '../../policies/key/use';
import { policyDocument } from '../../policies/policy-document';

export interface CentralLogGroupsProps {
  /** Id of the log archive. */
  readonly account: string;
  readonly organizationId: string;
  readonly home: string;
  /** Regions whose log groups are copied. */
  readonly sources: readonly string[];
  /** Beginnings of names that are not copied. */
  readonly exceptPrefixes: readonly string[];
}

/**
 * Log groups of every account and region in one place, out of reach of whoever wrote them (CloudWatch Logs user guide, "Cross-account
 * cross-Region log centralization"). Log groups of one name become one, with account and region as fields of each event.
 */
export class CentralLogGroups extends Construct {
  constructor(scope: Construct, id: string, { account, organizationId, home, sources, exceptPrefixes }: CentralLogGroupsProps) {
    super(scope, id);
    const context = { account, region: home, administrators: keyAdministrators(account) };
    const key = customerManagedKey(this, {
      region: home,
      description: 'Log groups of all accounts',
      // CloudWatch Logs wants the tag on keys of central log groups (from memory; harmless where it does not).
      tags: { ...dataTags('operational'), LogsManaged: 'true' },
      aliasName: CENTRAL_LOG_GROUP_KEY_ALIAS,
      policy: policyDocument(
        allowKeyAdministration(context),
        allowReadingKeySettings(context),
        allowCloudWatchLogs(context),
        denyUseByKeyAdministrators(context),
        denyKeyLoss(context),
      ),
    });
    new ObservabilityadminCentralizationRuleForOrganization(this, 'rule', {
      region: home,
      ruleName: 'platform-log-groups',
      tags: dataTags('operational'),
      rule: [
        {
          source: [
            {
              regions: [...sources],
              scope: `OrganizationId = '${organizationId}'`,
              sourceLogsConfiguration: [
                { encryptedLogGroupStrategy: 'ALLOW', logGroupSelectionCriteria: selection(exceptPrefixes) }, // our own log groups have keys
              ],
            },
          ],
          destination: [
            {
              account,
              region: home,
              destinationLogsConfiguration: [
                {
                  logsEncryptionConfiguration: [
                    {
                      encryptionStrategy: 'CUSTOMER_MANAGED',
                      kmsKeyArn: key.arn,
                      // Two sources of one name, the first without a key of its own: evidence goes before encryption.
                      encryptionConflictResolutionStrategy: 'ALLOW',
                    },
                  ],
                },
              ],
            },
          ],
        },
      ],
    });
  }
}

const selection = (exceptPrefixes: readonly string[]): string =>
  exceptPrefixes.length === 0 ? '*' : exceptPrefixes.map((prefix) => `LogGroupName NOT LIKE '${prefix}%'`).join(' AND ');
