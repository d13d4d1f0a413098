import { assign, type ManagementPolicy } from '../management-policy';

/** Services that hold data and support enforcement (AWS Organizations user guide, "Services and resource types that support enforcement"; read 2026-11). */
const DATA_SERVICES = ['dynamodb', 'ec2', 'elasticfilesystem', 'kms', 'rds', 's3', 'secretsmanager', 'sns', 'sqs'].map((service) => `${service}:ALL_SUPPORTED`);

/**
 * `DataClass=costumer` would put customers' data under no rule at all: on what holds data a wrong class is refused, not just
 * reported. A missing one is not refused by tag policies; it is reported, also at plan by the provider's `tag_policy_compliance`.
 *
 * Only this tag: half of all vendors' templates write some `Environment` of their own, and refusing those would break everyday work.
 * @param dataClasses the values that pass; repeated from tagValues, whose policy stands at the root
 */
export const dataClassEnforcement = (dataClasses: readonly string[]): ManagementPolicy => ({
  tags: {
    DataClass: {
      tag_key: assign('DataClass'),
      tag_value: assign(dataClasses),
      enforced_for: assign(DATA_SERVICES),
      report_required_tag_for: assign(DATA_SERVICES),
    },
  },
});
