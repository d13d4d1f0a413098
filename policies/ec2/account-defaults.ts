import { assign, type ManagementPolicy } from '../management-policy';

/** Told to whoever is refused: without it people look for a missing permission that they have. */
const EXCEPTION_MESSAGE =
  'Fixed for the whole organization by the EC2 policy platform-ec2-account-defaults. Ask the platform team; the reasons stand in the blueprint, policies/ec2.';

/**
 * Credentials stolen through IMDSv1, images and snapshots shared with the world, a serial console past the network: an
 * account's administrator can switch each of these on again, an EC2 policy takes the switch away, also from AWS's own roles.
 *
 * Where it holds, nobody in the account may call EnableSnapshotBlockPublicAccess and the like, the apply role included (user guide,
 * "Declarative policy syntax and examples"): a resource for one of them would break the first apply of every region added later. So the policy owns them alone, and
 * modules/account/regional-baseline.ts sets them in the management account only, which no unit holds.
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
