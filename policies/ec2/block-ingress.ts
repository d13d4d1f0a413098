import { assign, type ManagementPolicy } from '../management-policy';

/**
 * One wrong route makes a private network public. In units whose accounts offer nothing to the internet, gateways let no
 * connection in, whatever routes and security groups say; NAT gateways still let connections out.
 *
 * Not `block_bidirectional`: it cuts NAT as well, and with it every VPC whose workloads fetch anything. Not for
 * `workloads`: environments have load balancers in public subnets, which it would cut off; there VPC Block Public Access is
 * the environment's own, and this policy says nothing (`off` would forbid the environment to switch it on).
 */
export const blockIngress = (): ManagementPolicy => ({
  ec2_attributes: {
    vpc_block_public_access: {
      // A central ingress VPC needs an exclusion; only the apply role and the network role may make one (scp/deny-network-bypass).
      internet_gateway_block: { mode: assign('block_ingress'), exclusions_allowed: assign('enabled') },
    },
  },
});
