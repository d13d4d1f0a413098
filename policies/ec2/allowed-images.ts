import { assign, type ManagementPolicy } from '../management-policy';

/**
 * Name confusion: whoever launches "the latest ubuntu" by name may get a stranger's image. Images of Amazon, of AWS Backup's
 * vaults and of the organization's own accounts count as known.
 *
 * `audit_mode` marks the others and lets them start: a vendor's or Marketplace image that is in use must not fail at the next
 * scale-out. Read `aws ec2 describe-images --query 'Images[?ImageAllowed==\`false\`]'` until it is empty, then write `enabled`.
 * @param accounts ids of the organization's accounts
 */
export const allowedImages = (accounts: readonly string[]): ManagementPolicy => ({
  ec2_attributes: {
    allowed_images_settings: {
      state: assign('audit_mode'),
      image_criteria: { criteria_1: { allowed_image_providers: assign(['amazon', 'aws_backup_vault', ...accounts]) } },
    },
  },
});
