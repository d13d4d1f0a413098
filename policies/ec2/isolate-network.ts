import { assign, type ManagementPolicy } from '../management-policy';

/**
 * Denying every call leaves running instances on the network: an intruder's machine in a suspended account goes on talking.
 * Here nothing passes an internet gateway, in or out, without exception, until the account leaves the unit.
 */
export const isolateNetwork = (): ManagementPolicy => ({
  ec2_attributes: {
    vpc_block_public_access: { internet_gateway_block: { mode: assign('block_bidirectional'), exclusions_allowed: assign('disabled') } },
  },
});
