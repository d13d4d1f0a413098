import { assign, type ManagementPolicy } from '../management-policy';

/** Told to whoever is refused: without it people look for a missing permission that they have. */
const EXCEPTION_MESSAGE =
  'Fixed for the whole organization by the EC2 policy platform-ec2-account-defaults. Ask the platform team; the reasons stand in the blueprint, policies/ec2.';

/**
 * Credentials stolen through IMDSv1, images and snapshots shared with the world, a serial console past the network: an
 * account's administrator can switch each of these on again, an EC2 policy takes the switch away, also from AWS's own roles.
 *
 * The values are those of modules/account/regional-baseline.ts. They must stay the same: EC2 refuses every later change in
 * the account, so a difference would be a plan that can never be applied.
 */
export const accountDefaults = (): ManagementPolicy => ({
  ec2_attributes: {
    exception_message: assign(EXCEPTION_MESSAGE),
    instance_metadata_defaults: {
      http_tokens: assign('required'),
      // Two hops: with one, containers on an instance cannot fetch a token at all, and people go back to IMDSv1.
      http_put_response_hop_limit: assign('2'),
      http_endpoint: assign('no_preference'),
      instance_metadata_tags: assign('disabled'),
    },
    image_block_public_access: { state: assign('block_new_sharing') },
    snapshot_block_public_access: { state: assign('block_all_sharing') },
    serial_console_access: { status: assign('disabled') },
  },
});
