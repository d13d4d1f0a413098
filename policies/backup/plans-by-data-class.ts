import { BACKUP_ROLE, BACKUP_VAULT, SERVICE_ROLE_PATH } from '../../lib/naming';
import { assign, type ManagementPolicy } from '../management-policy';

/** AWS Backup: what moves to cold storage is billed for 90 days there, so it must live 90 days longer than that (AWS Backup developer guide). */
const DAYS_UNTIL_COLD = 90;

/**
 * Class of states of Terraform. They are kept in versions for a year, and nobody but the platform's own roles opens them: a job would fail
 * every night. Only this class leaves something out: what AWS Backup does with a resource that lacks the tag is not documented.
 */
const STATE_CLASS = 'infrastructure';
const WITHOUT_STATES = {
  conditions: { string_not_like: { states: { condition_key: assign('aws:ResourceTag/Stack'), condition_value: assign('*-state') } } },
};

export interface BackupClass {
  readonly name: string;
  readonly retentionDays: number;
}

const lifecycle = (retentionDays: number): ManagementPolicy => ({
  delete_after_days: assign(String(retentionDays)),
  ...(retentionDays >= 2 * DAYS_UNTIL_COLD ? { move_to_cold_storage_after_days: assign(String(DAYS_UNTIL_COLD)) } : {}),
});

/**
 * Ransom and accidents: what carries a data class is backed up every night and kept as long as its class says, by a plan that
 * the account's administrators cannot change. AWS Backup takes vault and role by name in each account ($account) and fails
 * every job where they are missing, without an error in the apply: hence opt-in for each environment (organization.backupPolicy).
 * @param region where vaults and resources are
 * @param copyVaultArn vault of another account that gets a copy, kept as long as the first
 */
export const plansByDataClass = (classes: readonly BackupClass[], region: string, copyVaultArn?: string): ManagementPolicy => ({
  plans: Object.fromEntries(
    classes.map(({ name, retentionDays }) => [
      `platform-${name}`,
      {
        regions: assign([region]),
        rules: {
          nightly: {
            schedule_expression: assign('cron(0 2 ? * * *)'),
            target_backup_vault_name: assign(BACKUP_VAULT),
            lifecycle: lifecycle(retentionDays),
            ...(copyVaultArn
              ? { copy_actions: { [copyVaultArn]: { target_backup_vault_arn: assign(copyVaultArn), lifecycle: lifecycle(retentionDays) } } }
              : {}),
          },
        },
        // Buckets here know no access control lists; a backup with lists is restored to a bucket with lists alone (AWS Backup developer guide, "Restore S3 data").
        advanced_backup_settings: { s3: { backup_acls: assign('disabled') } },
        selections: {
          tags: {
            [name]: {
              iam_role_arn: assign(`arn:aws:iam::$account:role${SERVICE_ROLE_PATH}${BACKUP_ROLE}`),
              tag_key: assign('DataClass'),
              tag_value: assign([name]),
              ...(name === STATE_CLASS ? WITHOUT_STATES : {}),
            },
          },
        },
      },
    ]),
  ),
});
