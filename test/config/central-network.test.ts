import { ConfigError, line } from '../../config/config-error';
import { loadBlueprint } from '../../config/load';
import { applyOrder } from '../../lib/apply-order';
import central, { centralIds } from '../fixtures/central';

// biome-ignore lint/suspicious/noExplicitAny: mistakes are what the type forbids
type Loose = any;

const messages = (change: (input: Loose) => void): string[] => {
  const input = central() as Loose;
  change(input);
  try {
    loadBlueprint(input, centralIds());
    return [];
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return error.mistakes.map((mistake) => line(mistake).trim());
  }
};

it.each<[string, (input: Loose) => void, string[]]>([
  [
    'an unknown topology',
    (i) => {
      i.network.topology = 'hub';
    },
    ['network.topology: must be one of own, central, got "hub"; choose one of these'],
  ],
  [
    'topology central without its network',
    (i) => {
      delete i.network.central;
    },
    ['network.central: is missing, got nothing; topology central needs it, with cidr and acknowledgeCost'],
  ],
  [
    'no account for it',
    (i) => {
      delete i.accounts.network;
      for (const assignment of i.access.assignments) assignment.accounts = assignment.accounts.filter((name: string) => name !== 'network');
    },
    ['accounts.network: is missing, got nothing; the central network lives in an account of its own, so add it with an email'],
  ],
  [
    'an account for nothing',
    (i) => {
      i.network = {};
    },
    ['accounts.network: has nothing to hold without network.central, got "aws+network@example.com"; add network.central, or remove the account'],
  ],
  [
    'the account suspended while all depend on it',
    (i) => {
      i.accounts.network.status = 'suspended';
    },
    [
      'accounts.network.status: must be onboarding or active: environments reach the internet through it, got "suspended"; set network.topology to \'own\' first',
    ],
  ],
  [
    'a cost that nobody has seen',
    (i) => {
      delete i.network.central.acknowledgeCost;
    },
    [
      'network.central.acknowledgeCost: must be true: a transit gateway attachment costs 36.50 USD a month for each environment and the inspection VPC, on top of its firewall and NAT, got nothing; set it to acknowledge the cost',
    ],
  ],
  [
    'addresses of an environment',
    (i) => {
      i.network.central.cidr = '10.16.0.0/18';
    },
    ['network.central.cidr: overlaps environments.prod.network.cidr (10.16.0.0/16), got "10.16.0.0/18"; choose a range of its own'],
  ],
  [
    'a network that is too small',
    (i) => {
      i.network.central.cidr = '10.0.0.0/24';
    },
    ['network.central.cidr: must be a network of size /16 to /20, got "10.0.0.0/24"; choose another size'],
  ],
  [
    'a zone twice',
    (i) => {
      i.network.central.zones = ['a', 'b', 'b'];
    },
    ['network.central.zones: lacks zone c of environments.prod, got ["a","b","b"]; add it', 'network.central.zones.2: is listed twice, got "b"; remove it'],
  ],
  [
    'zones that do not cover those of prod',
    (i) => {
      i.network.central.zones = ['a', 'b'];
    },
    ['network.central.zones: lacks zone c of environments.prod, got ["a","b"]; add it'],
  ],
  [
    'one NAT gateway for all zones',
    (i) => {
      i.network.central.natGateways = 'single';
    },
    ['network.central.natGateways: must be one of per-zone, none, got "single"; choose one of these'],
  ],
  [
    'routes of environments that do not exist',
    (i) => {
      i.network.central.routes = [{ from: 'staging', to: 'qa', port: 443 }];
    },
    [
      'network.central.routes.0.from: must be one of prod, dev, test, got "staging"; correct the name',
      'network.central.routes.0.to: must be one of prod, dev, test, got "qa"; correct the name',
    ],
  ],
  [
    'a route from an environment to itself',
    (i) => {
      i.network.central.routes = [{ from: 'dev', to: 'dev', port: 443 }];
    },
    ['network.central.routes.0: leads from an environment to itself, got "dev"; name a flow in its network.flows instead'],
  ],
  [
    'a range of ports that runs backwards',
    (i) => {
      i.network.central.routes = [{ from: 'dev', to: 'prod', port: '900-800' }];
    },
    ['network.central.routes.0.port: must run from a lower to a higher port within 1 to 65535, got "900-800"; correct it'],
  ],
  [
    'two routes that overlap',
    (i) => {
      i.network.central.routes.push({ from: 'dev', to: 'prod', port: '8000-9000' }, { from: 'dev', to: 'prod', port: 8443, protocol: 'udp' });
    },
    ['network.central.routes.1: overlaps network.central.routes.0, got {"from":"dev","to":"prod","port":"8000-9000"}; keep one of them'],
  ],
  [
    'more routes than a security group takes',
    (i) => {
      i.network.central.routes = Array.from({ length: 8 }, (_, index) => ({ from: 'dev', to: index % 2 ? 'prod' : 'test', port: 8000 + index }));
    },
    ['network.central.routes: are too many from dev (at most 7), got 8; use port ranges'],
  ],
  [
    'routes without a firewall',
    (i) => {
      i.network.central.firewall = 'off';
    },
    ['network.central.routes: need the firewall, which holds them to their direction, got 1; set network.central.firewall to alert or block'],
  ],
  [
    'NAT of its own in an environment',
    (i) => {
      i.environments.test.network.natGateways = 'single';
    },
    ['environments.test.network.natGateways: would be a way past the central network, got "single"; remove it, NAT stands there'],
  ],
  [
    'a firewall that nothing crosses',
    (i) => {
      i.environments.test.network.firewall = 'block';
    },
    [
      'environments.test.network.firewall: has nothing to inspect: egress crosses the central firewall, and nothing comes in, got "block"; remove it, or set publicIngress to true',
    ],
  ],
  [
    'TLS inspection where egress does not pass',
    (i) => {
      i.environments.prod.network.tlsInspection = { certificateAuthorityId: '11111111-2222-3333-4444-555555555555', acknowledgeCost: true };
    },
    ['environments.prod.network.tlsInspection: decrypts egress, which leaves through the central network, got "set"; move it to network.central.tlsInspection'],
  ],
  [
    'central TLS inspection that cannot work, and that nobody has paid for',
    (i) => {
      const tlsInspection = { certificateAuthorityId: '11111111-2222-3333-4444-555555555555', excludedNetworks: ['198.51.100.1/24'] };
      Object.assign(i.network.central, { firewall: 'off', natGateways: 'none', routes: [], tlsInspection });
    },
    [
      'network.central.tlsInspection: needs the firewall, got {}; set network.central.firewall to alert or block, or remove tlsInspection',
      'network.central.tlsInspection.acknowledgeCost: must be true: TLS inspection is billed by the hour for each zone, on top of the firewall, got nothing; set it to acknowledge the cost, or remove tlsInspection',
      'network.central.tlsInspection.excludedNetworks.0: has host bits set, got "198.51.100.1/24"; write 198.51.100.0/24',
      'network.central.tlsInspection: has nothing to decrypt without NAT gateways, the only way to the internet, got "none"; remove it',
    ],
  ],
  [
    'encryption enforced across the gateway',
    (i) => {
      i.environments.prod.network.encryptionControl = 'enforce';
    },
    [
      'environments.prod.network.encryptionControl: is not enforced across the transit gateway, whose encryption support this topology does not switch on, got "enforce"; use monitor',
    ],
  ],
  [
    "a developers' set in an account without workloads",
    (i) => {
      i.access.assignments[2].accounts.push('network');
    },
    ['access.assignments.2.accounts.1: gives Developer in an account that runs no workloads, got "network"; assign it in environments only (prod, dev, test)'],
  ],
])('%s', (_name, change, expected) => {
  expect(messages(change)).toEqual(expected);
});

it('is fine as it stands, while it is prepared, and on its way out', () => {
  expect(messages(() => {})).toEqual([]);
  expect(messages((i) => Object.assign(i.network, { topology: 'own' }))).toEqual([]);
  expect(messages((i) => [Object.assign(i.network, { topology: 'own' }), Object.assign(i.accounts.network, { status: 'retired' })])).toEqual([]);
});

it('comes before the environments, and its routes after them', () => {
  const order = applyOrder(loadBlueprint(central(), centralIds()).blueprint).map(({ id }) => id);
  expect(order.slice(order.indexOf('org-access'))).toEqual([
    'org-access',
    'network-state',
    'network',
    'prod-state',
    'prod',
    'dev-state',
    'dev',
    'test-state',
    'test',
    'network-routes',
    'org-policies',
  ]);
});

it('sits in infrastructure, and covers the zones of all environments', () => {
  const { accounts, network, environments } = loadBlueprint(central(), centralIds()).blueprint;
  expect(accounts.network).toMatchObject({ environment: 'network', organizationalUnit: 'infrastructure' });
  expect(network.central).toMatchObject({ zones: ['a', 'b', 'c'], members: ['prod', 'dev', 'test'] });
  expect(environments.map(({ name, network: { natGateways, firewall } }) => [name, natGateways, firewall])).toEqual([
    ['prod', 'none', 'alert'],
    ['dev', 'none', 'off'],
    ['test', 'none', 'off'],
  ]);
});
