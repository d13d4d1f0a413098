import { nestedBlocks } from '../../synthesis/resources-in';
import type { Check } from '../check';
import { ec2PolicyHolds } from '../read/ec2-policy';
import { openBesides, openGroups } from '../read/open-ports';
import { stopped } from '../read/requests';
import { absent, each, oneInEachRegion } from '../read/resources';
import { hasWayOut, missingEndpoints } from './cis-network';

/** Ports of services that are broken into most: the list of the control. */
const RISKY = [20, 21, 22, 23, 25, 110, 135, 143, 445, 1433, 1434, 3000, 3306, 3389, 4333, 5000, 5432, 5500, 5601, 8080, 8088, 8888, 9200, 9300];
/** AWS Foundational Security Best Practices: networks and instances. */
export const FSBP_NETWORK: readonly Check[] = [
  {
    id: 'EC2.1',
    what: 'snapshots are shared with nobody unknown: by EC2 policy for members, by setting in management',
    scope: 'every account',
    violations: (estate) => [
      ...ec2PolicyHolds(
        estate,
        'members',
        ({ snapshot_block_public_access }) => snapshot_block_public_access?.state?.['@@assign'] !== 'block_all_sharing' && 'lets snapshots be public',
      ),
      ...oneInEachRegion(
        estate,
        'management',
        'aws_ebs_snapshot_block_public_access',
        ({ state }) => state !== 'block-all-sharing' && 'lets snapshots be public',
      ),
    ],
  },
  {
    id: 'EC2.3',
    what: 'volumes are encrypted by default; evaluated: nobody makes one that is not',
    scope: 'every account',
    violations: async (estate) => [
      ...oneInEachRegion(estate, 'every account', 'aws_ebs_encryption_by_default', ({ enabled }) => enabled !== true && 'is off'),
      ...(await stopped(estate, 'workloads', 'admin', [
        { action: 'ec2:CreateVolume', resources: ['arn:aws:ec2:eu-west-1:{account}:volume/*'], context: { 'ec2:Encrypted': 'false' } },
        { action: 'ec2:RunInstances', resources: ['arn:aws:ec2:eu-west-1:{account}:volume/*'], context: { 'ec2:Encrypted': 'false' } },
      ])),
    ],
  },
  {
    id: 'EC2.9',
    what: 'no subnet and no launch template of ours gives instances a public address, and the internet opens no connection (VPC Block Public Access)',
    scope: 'workloads',
    rest: 'An address that somebody asks for reaches nothing: only named subnets, of load balancers and NAT, are exempt from the block.',
    violations: (estate) => [
      ...each(estate, 'aws_subnet', ({ attributes }) => attributes.map_public_ip_on_launch === true && 'gives public addresses'),
      ...oneInEachRegion(
        estate,
        'workloads',
        'aws_vpc_block_public_access_options',
        ({ internet_gateway_block_mode }) => !/^block-(ingress|bidirectional)$/.test(internet_gateway_block_mode) && 'lets the internet in',
      ),
    ],
  },
  {
    id: 'EC2.10',
    what: 'the EC2 API is reached through an endpoint from each VPC that has another way out',
    scope: 'workloads',
    violations: (estate) =>
      each(estate, 'aws_vpc', (vpc) => hasWayOut(estate, vpc) && missingEndpoints(estate, vpc, ['ec2']).length > 0 && 'has no endpoint of ec2'),
  },
  {
    id: 'EC2.15',
    what: 'no subnet gives public addresses by itself',
    scope: 'workloads',
    violations: (estate) => each(estate, 'aws_subnet', ({ attributes }) => attributes.map_public_ip_on_launch === true && 'gives public addresses'),
  },
  {
    id: 'EC2.16',
    what: 'each network ACL stands before subnets',
    scope: 'workloads',
    violations: (estate) => each(estate, 'aws_network_acl', ({ attributes }) => !(attributes.subnet_ids?.length > 0) && 'stands before no subnet'),
  },
  {
    id: 'EC2.18',
    what: 'security groups admit the internet to 443 and 80 only',
    scope: 'workloads',
    violations: (estate) => [...each(estate, 'aws_security_group', () => undefined), ...openBesides(estate, [80, 443])],
  },
  {
    id: 'EC2.19',
    what: `security groups admit the internet to none of ${RISKY.length} risky ports`,
    scope: 'workloads',
    violations: (estate) => openGroups(estate, RISKY),
  },
  {
    id: 'EC2.20',
    what: 'evaluated: nobody but the network role makes a VPN connection; none of ours exists',
    scope: 'members',
    rest: 'Whether tunnels are up is seen at run time only: whoever adds a VPN watches TunnelState.',
    violations: async (estate) => [
      ...absent(estate, ['aws_vpn_connection']),
      ...(await stopped(estate, 'members', 'admin', [{ action: 'ec2:CreateVpnConnection' }])),
    ],
  },
  {
    id: 'EC2.23',
    what: 'a transit gateway takes no attachment by itself; evaluated: nobody but the network role makes one',
    scope: 'members',
    violations: async (estate) => [
      ...absent(estate, ['aws_ec2_transit_gateway'], ({ attributes }) => (attributes.auto_accept_shared_attachments ?? 'disable') === 'disable'),
      ...(await stopped(estate, 'members', 'admin', [{ action: 'ec2:CreateTransitGateway' }])),
    ],
  },
  {
    id: 'EC2.25',
    what: 'our launch template gives no public address',
    scope: 'workloads',
    modules: true,
    violations: (estate) =>
      each(
        estate,
        'aws_launch_template',
        ({ attributes }) =>
          nestedBlocks(attributes.network_interfaces).some(({ associate_public_ip_address }) => String(associate_public_ip_address) === 'true') &&
          'gives a public address',
      ),
  },
  {
    id: 'EC2.51',
    what: 'evaluated: nobody but the network role makes a Client VPN; one of ours would log its connections',
    scope: 'members',
    violations: async (estate) => [
      ...absent(estate, ['aws_ec2_client_vpn_endpoint'], ({ attributes }) => nestedBlocks(attributes.connection_log_options)[0]?.enabled === true),
      ...(await stopped(estate, 'members', 'admin', [{ action: 'ec2:CreateClientVpnEndpoint' }])),
    ],
  },
];
