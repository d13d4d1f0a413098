import { loadBlueprint } from '../../config/load';
import { evaluateCall } from '../../tools/can/corpus';
import { Synthesized } from '../../tools/can/synthesized';
import type { Everyday } from '../corpora/corpus';
import { GLOBAL, type Line, may, mustNot } from '../corpora/everyday-rows';
import central, { centralIds } from '../fixtures/central';
import { bound, principalOf } from '../support/organization';
import { synth } from '../support/synth';

const organization = new Synthesized(loadBlueprint(central(), centralIds()).blueprint, synth(central(), centralIds()).documents);

const ec2 = (kind: string) => `ec2:eu-west-1:{here}:${kind}`;
const INSIDE = { context: { 'ram:AllowsExternalPrincipals': 'false' } } as const;
const OURS = { context: { 'aws:ResourceTag/BlueprintNetwork': 'network' } } as const;

/** Whatever decides where packets of environments go. */
const GATEWAY: readonly Line[] = [
  ['makes a table', 'ec2:CreateTransitGatewayRouteTable', [ec2('transit-gateway/tgw-1'), ec2('transit-gateway-route-table/*')], OURS],
  ['deletes a table', 'ec2:DeleteTransitGatewayRouteTable', ec2('transit-gateway-route-table/tgw-rtb-1'), OURS],
  ['adds a route', 'ec2:CreateTransitGatewayRoute', ec2('transit-gateway-route-table/tgw-rtb-1'), OURS],
  ['replaces a route', 'ec2:ReplaceTransitGatewayRoute', ec2('transit-gateway-route-table/tgw-rtb-1'), OURS],
  ['deletes a blackhole', 'ec2:DeleteTransitGatewayRoute', ec2('transit-gateway-route-table/tgw-rtb-1'), OURS],
  [
    'moves an attachment to a table',
    'ec2:AssociateTransitGatewayRouteTable',
    [ec2('transit-gateway-route-table/tgw-rtb-1'), ec2('transit-gateway-attachment/tgw-attach-1')],
    OURS,
  ],
  [
    'takes an attachment from its table',
    'ec2:DisassociateTransitGatewayRouteTable',
    [ec2('transit-gateway-route-table/tgw-rtb-1'), ec2('transit-gateway-attachment/tgw-attach-1')],
    OURS,
  ],
  [
    'lets an attachment announce addresses',
    'ec2:EnableTransitGatewayRouteTablePropagation',
    [ec2('transit-gateway-route-table/tgw-rtb-1'), ec2('transit-gateway-attachment/tgw-attach-1')],
    OURS,
  ],
  ['joins all attachments by default', 'ec2:ModifyTransitGateway', ec2('transit-gateway/tgw-1'), OURS],
  ['deletes the gateway', 'ec2:DeleteTransitGateway', ec2('transit-gateway/tgw-1'), OURS],
  ['rejects an attachment', 'ec2:RejectTransitGatewayVpcAttachment', ec2('transit-gateway-attachment/tgw-attach-1'), OURS],
];
const SHARE: readonly Line[] = [
  ['makes the share', 'ram:CreateResourceShare', '*', { context: { 'ram:RequestedAllowsExternalPrincipals': 'false' } }],
  ['shares the gateway with another account', 'ram:AssociateResourceShare', 'ram:eu-west-1:{here}:resource-share/1', INSIDE],
  ['takes the gateway from an account', 'ram:DisassociateResourceShare', 'ram:eu-west-1:{here}:resource-share/1', INSIDE],
  ['deletes the share', 'ram:DeleteResourceShare', 'ram:eu-west-1:{here}:resource-share/1', INSIDE],
];
const INSPECTION: readonly Line[] = [
  ['replaces a route of the inspection VPC', 'ec2:ReplaceRoute', ec2('route-table/rtb-1'), OURS],
  ['opens a security group', 'ec2:AuthorizeSecurityGroupIngress', ec2('security-group/sg-1'), OURS],
  ['opens a list', 'ec2:CreateNetworkAclEntry', ec2('network-acl/acl-1'), OURS],
  ['changes the rules of the central firewall', 'network-firewall:UpdateRuleGroup', 'network-firewall:eu-west-1:{here}:stateful-rulegroup/r', OURS],
];
/** What an environment's account may do to the gateway that it shares. */
const ATTACHMENT: readonly Line[] = [
  [
    'attaches a VPC',
    'ec2:CreateTransitGatewayVpcAttachment',
    [ec2('transit-gateway/tgw-1'), ec2('transit-gateway-attachment/*'), ec2('vpc/vpc-1'), ec2('subnet/subnet-1')],
  ],
  ['takes the VPC from the gateway', 'ec2:DeleteTransitGatewayVpcAttachment', ec2('transit-gateway-attachment/tgw-attach-1')],
  ['moves the attachment to other subnets', 'ec2:ModifyTransitGatewayVpcAttachment', ec2('transit-gateway-attachment/tgw-attach-1')],
];
const LOOKS: readonly Line[] = [
  ['lists attachments', 'ec2:DescribeTransitGatewayAttachments'],
  ['lists tables', 'ec2:DescribeTransitGatewayRouteTables'],
  ['reads the flow of a rule group', 'network-firewall:DescribeFirewall', 'network-firewall:eu-west-1:{here}:firewall/network'],
];

const ROWS: readonly Everyday[] = [
  ...['NetworkAdmin', '/platform/apply', '/platform/break-glass'].flatMap((as) => [
    ...may(as, 'network', [...GATEWAY, ...SHARE, ...INSPECTION]),
    ...may(as, ['prod', 'dev'], ATTACHMENT),
  ]),
  ...may('NetworkAdmin', 'network', LOOKS),
  ...may('SecurityAuditor', 'network', LOOKS),
  ...mustNot('SecurityAuditor', 'network', [...GATEWAY, ...SHARE]),
  ...mustNot('admin', 'network', [...GATEWAY, ...SHARE, ...INSPECTION]),
  ...mustNot('admin', ['prod', 'dev', 'test'], [...GATEWAY, ...ATTACHMENT]),
  ...mustNot('Developer', 'dev', ATTACHMENT),
  ...mustNot('NetworkAdmin', 'network', [
    ['makes a user', 'iam:CreateUser', 'iam::{here}:user/x', GLOBAL],
    [
      'shares the gateway with a stranger',
      'ram:AssociateResourceShare',
      'ram:eu-west-1:{here}:resource-share/1',
      { context: { 'ram:AllowsExternalPrincipals': 'true' } },
    ],
  ]),
];

it.each(ROWS)('$expect: $as in $in $what', async (row) => {
  const { allowed } = await evaluateCall(organization, principalOf(organization, row), bound(organization, row.call), ['scp', 'identity']);
  expect(allowed ? 'allow' : 'deny').toBe(row.expect);
});
