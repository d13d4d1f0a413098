import type { Check } from '../check';
import type { Estate, Found } from '../estate';
import { ec2PolicyHolds } from '../read/ec2-policy';
import { openAcls, openGroups } from '../read/open-ports';
import { stopped } from '../read/requests';
import { absent, companion, each, names, oneInEachRegion, wrong } from '../read/resources';
import { watched } from '../read/watched';

const ADMINISTRATION = [22, 3389];
/** Services that instances and containers cannot do without. */
const SERVICES = ['sts', 'kms', 'secretsmanager', 'ssm', 'ssmmessages', 'ec2messages', 'logs', 'ecr.api', 'ecr.dkr', 'monitoring'];

const endpointsOf = (estate: Estate, vpc: Found): Found[] =>
  estate.of('aws_vpc_endpoint').filter(({ stack, attributes }) => stack === vpc.stack && names(attributes.vpc_id, vpc));
/** Services without an endpoint in a VPC, by the last part of their name. */
export function missingEndpoints(estate: Estate, vpc: Found, services: readonly string[]): string[] {
  const present = endpointsOf(estate, vpc).map(({ attributes }) => String(attributes.service_name).replace(/^com\.amazonaws\.[a-z0-9-]+\./, ''));
  return services.filter((service) => !present.includes(service));
}
/** Is there another way out? Without one, what has no endpoint is not reached at all. */
export const hasWayOut = (estate: Estate, { stack }: Found): boolean => estate.of('aws_nat_gateway').some((gateway) => gateway.stack === stack);

/** Section 6 of the CIS AWS Foundations Benchmark: networks and instances. */
export const CIS_NETWORK: readonly Check[] = [
  {
    id: '6.1.1',
    what: "new volumes are encrypted in every enabled region of every account; where workloads run, with the account's own key",
    scope: 'every account',
    rest: 'Where the account has no key of ours the AWS-managed one encrypts: config/encryption-exceptions.ts.',
    violations: (estate) => [
      ...oneInEachRegion(estate, 'every account', 'aws_ebs_encryption_by_default', ({ enabled }) => enabled !== true && 'is off'),
      ...estate
        .accounts('workloads')
        .filter(
          ({ name }) =>
            !estate.of('aws_ebs_default_kms_key').some(({ account, attributes }) => account === name && attributes.region === estate.blueprint.regions.home),
        )
        .map(({ name }) => ({ account: name, at: name, what: 'has no aws_ebs_default_kms_key at home' })),
    ],
  },
  {
    id: '6.1.2',
    what: 'no security group admits the internet to file shares (445); others are watched',
    scope: 'every account',
    from: 'correlated',
    violations: (estate) => [...openGroups(estate, [445]), ...watched(estate, { rule: 'RESTRICTED_INCOMING_TRAFFIC', control: 'EC2.19' })],
  },
  {
    id: '6.2',
    what: 'no network ACL lets the internet in to 22 or 3389 (rules followed in order)',
    scope: 'every account',
    violations: (estate) => openAcls(estate, ADMINISTRATION),
  },
  {
    id: '6.3',
    what: 'no security group admits IPv4 of the internet to 22 or 3389; others are watched',
    scope: 'every account',
    from: 'correlated',
    violations: (estate) => [...openGroups(estate, ADMINISTRATION, ['ipv4']), ...watched(estate, { rule: 'INCOMING_SSH_DISABLED', control: 'EC2.13' })],
  },
  {
    id: '6.4',
    what: 'no security group admits IPv6 of the internet to 22 or 3389',
    scope: 'every account',
    violations: (estate) => openGroups(estate, ADMINISTRATION, ['ipv6']),
  },
  {
    id: '6.5',
    what: 'the default security group of each VPC holds no rules',
    scope: 'every account',
    violations: (estate) =>
      companion(estate, 'aws_vpc', {
        type: 'aws_default_security_group',
        by: 'vpc_id',
        judge: ({ ingress, egress }) => (ingress?.length !== 0 || egress?.length !== 0) && 'its default security group holds rules',
      }),
  },
  {
    id: '6.6',
    what: 'no VPC is peered; a route to a peering would be named here',
    scope: 'every account',
    absence: true,
    violations: (estate) => [
      ...absent(estate, ['aws_vpc_peering_connection', 'aws_vpc_peering_connection_accepter']),
      ...estate
        .of('aws_route')
        .filter(({ attributes }) => attributes.vpc_peering_connection_id)
        .map((route) => wrong(route, 'leads to a peering')),
    ],
  },
  {
    id: '6.7',
    what: 'IMDSv2 only: by EC2 policy for members, by setting in management, in our launch template; evaluated: no instance starts with IMDSv1',
    scope: 'every account',
    modules: true,
    violations: async (estate) => [
      ...ec2PolicyHolds(
        estate,
        'members',
        ({ instance_metadata_defaults }) => instance_metadata_defaults?.http_tokens?.['@@assign'] !== 'required' && 'asks for no token',
      ),
      ...oneInEachRegion(estate, 'management', 'aws_ec2_instance_metadata_defaults', ({ http_tokens }) => http_tokens !== 'required' && 'asks for no token'),
      ...each(estate, 'aws_launch_template', ({ attributes }) => [attributes.metadata_options].flat()[0]?.http_tokens !== 'required' && 'asks for no token'),
      ...(await stopped(estate, 'members', 'admin', [
        { action: 'ec2:RunInstances', resources: ['arn:aws:ec2:eu-west-1:{account}:instance/*'], context: { 'ec2:MetadataHttpTokens': 'optional' } },
      ])),
    ],
  },
  {
    id: '6.8',
    what: 'AWS services are reached through endpoints that let only our principals through: S3 and DynamoDB in each VPC, ten more where there is a way out',
    scope: 'workloads',
    rest: 'A VPC without a NAT gateway has no other way to AWS: what has no endpoint there is not reached at all.',
    violations: (estate) => [
      ...each(estate, 'aws_vpc', (vpc) => {
        const missing = missingEndpoints(estate, vpc, ['s3', 'dynamodb', ...(hasWayOut(estate, vpc) ? SERVICES : [])]);
        return missing.length > 0 && `has no endpoint of ${missing.join(', ')}`;
      }),
      ...each(estate, 'aws_vpc_endpoint', ({ attributes }) => !/aws:PrincipalOrgID/.test(String(attributes.policy)) && 'lets everybody through'),
    ],
  },
];
