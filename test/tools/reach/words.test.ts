import { answer } from '../../../tools/reach/answer';
import { placesNamed } from '../../../tools/reach/places';
import { readNetwork } from '../../../tools/reach/read-network';
import { sentences } from '../../../tools/reach/words';
import { exampleInput } from '../../fixtures/example';
import { synth } from '../../support/synth';

const network = readNetwork(synth(exampleInput()).documents);
const said = (from: string, to: string, port?: number): string[] =>
  placesNamed(network, from).flatMap((one) => placesNamed(network, to).flatMap((other) => sentences(answer(network, one, other), port, 'tcp').lines));

it.each<[string, string, number | undefined, string[]]>([
  [
    'prod/app-a',
    'internet',
    443,
    [
      'prod/app-a reaches internet on tcp 443.',
      '  Through: NAT gateway prod/a, firewall endpoint prod/a, internet gateway.',
      '  Answers: same firewall endpoint.',
    ],
  ],
  ['prod/app-a', 'internet', 22, ['prod/app-a cannot reach internet on tcp 22.', '  The route tables lead there.', '  Open are only: tcp 443.']],
  [
    'prod/data-a',
    'internet',
    undefined,
    ['prod/data-a cannot reach internet.', '  No route: no route in network_routing_data-a.', '  Refused besides by: network ACL, security group.'],
  ],
  [
    'prod/data-a',
    'prod/app-a',
    443,
    ['prod/data-a cannot reach prod/app-a on tcp 443.', '  The route tables lead there.', '  Refused by: network ACL, security group.'],
  ],
  ['prod/app-c', 'kms', 443, ['prod/app-c reaches kms on tcp 443.', '  Through: interface endpoint kms.', '  Answers: no firewall.']],
  ['prod/app-a', 's3', undefined, ['prod/app-a reaches s3 on tcp 443.', '  Through: gateway endpoint s3.', '  Answers: no firewall.']],
  [
    'prod/app-a',
    'dynamo',
    443,
    [
      'prod/app-a reaches dynamo on tcp 443.',
      '  Through: NAT gateway prod/a, firewall endpoint prod/a, internet gateway.',
      '  Answers: same firewall endpoint.',
      '  There is no endpoint for dynamo: it is taken for an address on the internet.',
    ],
  ],
  ['dev/app-a', 'kms', 443, ['dev/app-a cannot reach kms on tcp 443.', '  No route: no route in network_routing_app-a.']],
  [
    'internet',
    'prod/load-balancer-b',
    undefined,
    ['internet reaches prod/load-balancer-b on tcp 80, 443.', '  Through: internet gateway, firewall endpoint prod/b.', '  Answers: same firewall endpoint.'],
  ],
  [
    'prod/app-a',
    'dev/data-a',
    5432,
    [
      'prod/app-a cannot reach dev/data-a on tcp 5432.',
      '  No route: internet gateways carry no private addresses.',
      '  Refused besides by: network ACL, security group.',
    ],
  ],
])('%s to %s on %s', (from, to, port, lines) => {
  expect(said(from, to, port)).toEqual(lines);
});

it('asks for every zone when none is named', () => {
  expect(said('prod/app', 'internet', 443).filter((line) => line.includes('reaches'))).toHaveLength(3);
});

it.each([
  ['staging/app', 'staging/app: has no environment with a network, got staging; choose one of prod, dev, test'],
  ['prod/web', 'prod/web: has no tier, got web; choose one of load-balancer, app, data, endpoints, with -ZONE or without'],
  ['dev/app-c', 'dev/app-c: has no such zone, got c; choose one of a, b'],
  ['The Internet', 'The Internet: is no place, got The Internet; write internet, a service such as kms, ENVIRONMENT/TIER or ENVIRONMENT/TIER-ZONE'],
])('%s is no place', (name, message) => {
  expect(() => placesNamed(network, name)).toThrow(message);
});
