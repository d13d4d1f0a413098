import { answer } from '../../../tools/reach/answer';
import { placesNamed } from '../../../tools/reach/places';
import { readNetwork } from '../../../tools/reach/read-network';
import { renderReachability } from '../../../tools/reach/render-reachability';
import { sentences } from '../../../tools/reach/words';
import type { TerraformJson } from '../../../tools/synthesis/synthesize';
import { centralNetwork } from '../../fixtures/central-network';

type Documents = Map<string, TerraformJson>;
/** What is said of one pair after a change. */
function ask(from: string, to: string, change: (documents: Documents) => void = () => {}) {
  const documents = centralNetwork();
  change(documents);
  const network = readNetwork(documents);
  const [source, target] = [placesNamed(network, from)[0], placesNamed(network, to)[0]];
  if (!source || !target) throw new Error('no such place');
  return answer(network, source, target);
}
const WAY = ['transit gateway', 'firewall endpoint network/a', 'NAT gateway network/a', 'internet gateway'];
const routes = (documents: Documents) => documents.get('network-routes').resource;

it('egress crosses the transit gateway, the firewall and NAT of its zone; answers the same endpoint', () => {
  const found = ask('prod/app-a', 'internet');
  expect(found.connections).toEqual([
    {
      hops: WAY,
      back: ['internet gateway', 'firewall endpoint network/a', 'transit gateway'],
      firewalls: ['network/aws_subnet.firewall-a'],
      symmetric: true,
    },
  ]);
  expect(found.open).toEqual({ tcp: [[443, 443]], udp: [] });
  expect(ask('prod/app-b', 'internet').connections[0]?.hops).toEqual(WAY.map((hop) => hop.replace('/a', '/b')));
});

it('environments do not meet: each table drops what goes to another', () => {
  const found = ask('prod/app-a', 'dev/app-b');
  expect(found.connections).toEqual([]);
  expect(found.dropped).toEqual(['blackhole in prod']);
  expect(sentences(found, 443, 'tcp').lines).toEqual([
    'prod/app-a cannot reach dev/app-b on tcp 443.',
    '  No route: blackhole in prod.',
    '  Refused besides by: security group.',
  ]);
  expect(renderReachability(centralNetwork(), () => true, new Map())).toContain('| prod, every tier | dev, every tier | no: no route | - | - |');
});

it('the data tier has no way to the transit gateway', () => {
  expect(ask('prod/data-a', 'internet').dropped).toEqual(['no route in data-a']);
});

it.each<[string, (documents: Documents) => void, string[]]>([
  [
    'an attachment without a table',
    (documents) => delete routes(documents).aws_ec2_transit_gateway_route_table_association.prod,
    ['the attachment of prod has no transit gateway route table'],
  ],
  ['a table without the way out', (documents) => delete routes(documents).aws_ec2_transit_gateway_route['prod-out'], ['no route in prod']],
  [
    'an environment that the inspection does not know',
    (documents) => delete routes(documents).aws_ec2_transit_gateway_route_table_propagation.prod,
    ['no way back'],
  ],
  [
    'an attachment in the other zone only',
    (documents) => (documents.get('prod').resource.aws_ec2_transit_gateway_vpc_attachment.central.subnet_ids = ['${aws_subnet.transit-b.id}']),
    ['prod is not attached in zone a'],
  ],
  ['NAT that does not know the way back', (documents) => delete documents.get('network').resource.aws_route['public-a-to-10.0.0.0/8'], ['no way back']],
])('%s: no way, and why', (_name, change, dropped) => {
  const found = ask('prod/app-a', 'internet', change);
  expect([found.connections, found.dropped]).toEqual([[], dropped]);
});

describe('between environments, once a blackhole is gone', () => {
  const opened = (documents: Documents) => {
    delete routes(documents).aws_ec2_transit_gateway_route['prod-not-dev'];
    delete routes(documents).aws_ec2_transit_gateway_route['dev-not-prod'];
  };

  it('the firewall stands between them, in the zone of whoever began', () => {
    const [connection] = ask('prod/app-a', 'dev/app-b', opened).connections;
    expect(connection).toEqual({
      hops: ['transit gateway', 'firewall endpoint network/a', 'transit gateway'],
      back: ['transit gateway', 'firewall endpoint network/a', 'transit gateway'],
      firewalls: ['network/aws_subnet.firewall-a'],
      symmetric: true,
    });
  });

  it('without appliance mode answers cross another endpoint, and that is said', () => {
    const found = ask('prod/app-a', 'dev/app-b', (documents) => {
      opened(documents);
      documents.get('network').resource.aws_ec2_transit_gateway_vpc_attachment.inspection.appliance_mode_support = 'disable';
    });
    expect(found.connections[0]).toMatchObject({ firewalls: ['network/aws_subnet.firewall-a'], symmetric: false });
  });

  it('one blackhole is enough: the way back is missing', () => {
    const found = ask('prod/app-a', 'dev/app-b', (documents) => delete routes(documents).aws_ec2_transit_gateway_route['prod-not-dev']);
    expect([found.connections, found.dropped]).toEqual([[], ['no way back']]);
  });
});

it.each<[string, (documents: Documents) => void, string]>([
  [
    'a transit gateway that joins attachments by itself',
    (documents) => (documents.get('network').resource.aws_ec2_transit_gateway.central = {}),
    'network/aws_ec2_transit_gateway.central.default_route_table_association: joins every attachment to one table, got nothing; write disable',
  ],
  [
    'a second transit gateway',
    (documents) =>
      (documents.get('network').resource.aws_ec2_transit_gateway.other = {
        default_route_table_association: 'disable',
        default_route_table_propagation: 'disable',
      }),
    'finds 2 of aws_ec2_transit_gateway in account 777777777777 instead of one',
  ],
  [
    'an attachment of nobody',
    (documents) => (documents.get('network-routes').data.aws_ec2_transit_gateway_attachment.prod.filter[0].values = ['999999999999']),
    'finds 0 of aws_ec2_transit_gateway_vpc_attachment in account 999999999999 instead of one',
  ],
  [
    'a peering of transit gateways',
    (documents) => (documents.get('network').resource.aws_ec2_transit_gateway_peering_attachment = { p: {} }),
    'is of a type that could carry packets',
  ],
])('%s is an error', (_name, change, message) => {
  const documents = centralNetwork();
  change(documents);
  expect(() => readNetwork(documents)).toThrow(message);
});
