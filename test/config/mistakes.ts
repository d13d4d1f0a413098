import { readWafRules } from '../../lib/waf-rules';

/** Input as a tired person would leave it. */
// biome-ignore lint/suspicious/noExplicitAny: these tests break types on purpose
type Loose = any;

export interface MistakeCase {
  readonly name: string;
  readonly change: (i: Loose, ids: Loose) => void;
  /** The exact lines. */
  readonly expected: readonly string[];
  /** Can be made together with the others that are marked. */
  readonly combines?: true;
}

const EXAMPLES = { domain: 'dev.example.com', hostedZoneId: 'Z0123456789ABC', rotationFunction: 'rotate', enclaveImageSha384: 'a'.repeat(96) };

export const MISTAKES: readonly MistakeCase[] = [
  {
    name: 'an unknown field',
    change: (i) => {
      i.organisation = {};
    },
    expected: ['organisation: is not a field of the configuration, got {}; remove it or correct its spelling, `npm run config -- --fields` lists all fields'],
    combines: true,
  },
  {
    name: 'a misspelt nested field',
    change: (i) => {
      i.environments.prod.network.cdir = '10.0.0.0/16';
    },
    expected: [
      'environments.prod.network.cdir: is not a field of the configuration, got "10.0.0.0/16"; remove it or correct its spelling, `npm run config -- --fields` lists all fields',
    ],
  },
  {
    name: 'a missing required field',
    change: (i) => {
      delete i.environments.prod.network.cidr;
    },
    expected: ['environments.prod.network.cidr: is required and must be a string, got nothing; add it'],
  },
  {
    name: 'no organization name',
    change: (i) => {
      delete i.organization.name;
    },
    expected: ['organization.name: is required and must be a string, got nothing; add it'],
  },
  {
    name: 'an organization name with capitals',
    change: (i) => {
      i.organization.name = 'Example';
    },
    expected: ['organization.name: must be lower-case letters, digits and single hyphens, and begin with a letter, got "Example"; correct it'],
  },
  {
    name: 'an organization name that is too long',
    change: (i) => {
      i.organization.name = 'a-very-long-organization-name';
    },
    expected: ['organization.name: must have at most 20 characters, got "a-very-long-organization-name"; correct it'],
  },
  {
    name: 'an e-mail address that is none',
    change: (i) => {
      i.accounts.security.email = 'security';
    },
    expected: ['accounts.security.email: must be an e-mail address such as aws+prod@example.com, got "security"; correct it'],
    combines: true,
  },
  {
    name: 'an e-mail address used twice',
    change: (i) => {
      i.environments.dev.email = 'AWS+prod@example.com';
    },
    expected: [
      'environments.dev.email: is also the address of environments.prod, got "AWS+prod@example.com"; AWS takes each address once; use plus addressing such as aws+NAME@example.com',
    ],
  },
  {
    name: 'a phone number without country',
    change: (i) => {
      i.organization.contacts.billing.phone = '555 0100';
    },
    expected: ['organization.contacts.billing.phone: must be an international number such as +44 20 7946 0000, got "555 0100"; correct it'],
    combines: true,
  },
  {
    name: 'an empty contact name',
    change: (i) => {
      i.organization.contacts.security.name = '';
    },
    expected: ['organization.contacts.security.name: must not be empty, got ""; correct it'],
  },
  {
    name: 'a budget of zero',
    change: (i) => {
      i.organization.budget.monthlyUsd = 0;
    },
    expected: ['organization.budget.monthlyUsd: must be greater than 0 (US dollars), got 0; correct it'],
  },
  {
    name: 'a budget that is text',
    change: (i) => {
      i.organization.budget.monthlyUsd = '2500';
    },
    expected: ['organization.budget.monthlyUsd: must be a number, got "2500"; correct it'],
  },
  {
    name: 'nobody to tell of costs',
    change: (i) => {
      i.organization.budget.subscribers = [];
    },
    expected: ['organization.budget.subscribers: must name at least one address, got []; correct it'],
  },
  {
    name: 'trusted access that is no service',
    change: (i) => {
      i.organization.existing = { trustedAccess: ['sso'] };
    },
    expected: ['organization.existing.trustedAccess.0: must be a service principal such as sso.amazonaws.com, got "sso"; correct it'],
  },
  {
    name: 'a resource policy by its name',
    change: (i) => {
      i.organization.existing = { resourcePolicyId: 'delegation' };
    },
    expected: ['organization.existing.resourcePolicyId: must be the id of a resource policy such as rp-examplepolicyid, got "delegation"; correct it'],
  },
  {
    name: 'backups of an environment that is none, and of one twice',
    change: (i) => {
      i.organization.backupPolicy = { environments: ['prod', 'staging', 'prod'] };
    },
    expected: [
      'organization.backupPolicy.environments.1: must be one of prod, dev, test, got "staging"; correct the name',
      'organization.backupPolicy.environments.2: is listed twice, got "prod"; remove it',
    ],
  },
  {
    name: 'unused access within less than a day',
    change: (i) => {
      i.access.unusedAccess = { days: 0 };
    },
    expected: ['access.unusedAccess.days: must be at least 1, got 0; correct it'],
  },
  {
    name: 'a region that does not exist',
    change: (i) => {
      i.regions.home = 'eu-west-9';
    },
    expected: ['regions.home: must be the code of a region in the aws partition, such as eu-west-1, got "eu-west-9"; correct it'],
  },
  {
    name: 'a home region that needs opt-in',
    change: (i) => {
      i.regions.home = 'eu-south-1';
    },
    expected: ['regions.home: must be a region that every new account has from the start, got "eu-south-1"; choose one that needs no opt-in'],
  },
  {
    name: 'a region listed twice',
    change: (i) => {
      i.regions.additional = ['eu-central-1', 'eu-central-1'];
    },
    expected: ['regions.additional.1: is listed twice, got "eu-central-1"; remove it'],
    combines: true,
  },
  {
    name: 'home listed as additional',
    change: (i) => {
      i.regions.additional = ['eu-west-1'];
    },
    expected: ['regions.additional.0: is listed twice, got "eu-west-1"; remove it'],
  },
  {
    name: 'a repository without owner',
    change: (i) => {
      i.pipeline.repository = 'blueprint';
    },
    expected: ['pipeline.repository: must be owner/name, for example example-corp/aws-security-blueprint, got "blueprint"; correct it'],
  },
  {
    name: 'an issuer with a scheme',
    change: (i) => {
      i.pipeline.issuer = 'https://token.actions.githubusercontent.com';
    },
    expected: ['pipeline.issuer: must be a host name with an optional path, without https://, got "https://token.actions.githubusercontent.com"; correct it'],
  },
  {
    name: 'one break-glass user',
    change: (i) => {
      i.breakGlass = { users: ['alice'] };
    },
    expected: ['breakGlass.users: must name exactly two users: one could be on leave, three are one too many, got ["alice"]; correct it'],
  },
  {
    name: 'the same break-glass user twice',
    change: (i) => {
      i.breakGlass = { users: ['alice', 'alice'] };
    },
    expected: ['breakGlass.users: names the same user twice, got ["alice","alice"]; name two people'],
  },
  {
    name: 'TLS inspection without a firewall and without a look at its price',
    change: (i) => {
      i.environments.dev.network.tlsInspection = {
        certificateAuthorityId: '11111111-2222-3333-4444-555555555555',
        excludedNetworks: ['198.51.100.1/24'],
      };
    },
    expected: [
      'environments.dev.network.tlsInspection: needs the firewall, got {}; set network.firewall to alert or block, or remove tlsInspection',
      'environments.dev.network.tlsInspection.acknowledgeCost: must be true: TLS inspection is billed by the hour for each zone, on top of the firewall, got nothing; set it to acknowledge the cost, or remove tlsInspection',
      'environments.dev.network.tlsInspection.excludedNetworks.0: has host bits set, got "198.51.100.1/24"; write 198.51.100.0/24',
    ],
  },
  {
    name: 'TLS inspection with a certificate that is none and a port that is none',
    change: (i) => {
      i.environments.prod.network.tlsInspection = { certificateAuthorityId: 'my-ca', ports: [0], acknowledgeCost: true };
    },
    expected: [
      'environments.prod.network.tlsInspection.certificateAuthorityId: must be the id of a certificate, the end of its ARN, such as 11111111-2222-3333-4444-555555555555, got "my-ca"; correct it',
      'environments.prod.network.tlsInspection.ports.0: must be at least 1, got 0; correct it',
    ],
  },
  {
    name: 'a DNS Firewall mode that is none',
    change: (i) => {
      i.environments.prod.network.dnsFirewall = 'count';
    },
    expected: ['environments.prod.network.dnsFirewall: must be one of off, alert, block, got "count"; choose one of these'],
    combines: true,
  },
  {
    name: 'a managed domain list without its id',
    change: (i) => {
      i.dnsFirewall = { managedDomainLists: { AWSManagedDomainsAggregateThreatList: 'aggregate' } };
    },
    expected: [
      'dnsFirewall.managedDomainLists.AWSManagedDomainsAggregateThreatList: must be the id of a domain list such as rslvr-fdl-0123456789abcdef, got "aggregate"; correct it',
    ],
  },
  {
    name: 'a managed domain list that is our own',
    change: (i) => {
      i.dnsFirewall = { managedDomainLists: { indicators: 'rslvr-fdl-0123456789abcdef' } };
    },
    expected: [
      'dnsFirewall.managedDomainLists.indicators: has a name that must be the name of a list such as AWSManagedDomainsAggregateThreatList, got "rslvr-fdl-0123456789abcdef"; rename it',
    ],
  },
  {
    name: 'an encryption control that is none',
    change: (i) => {
      i.environments.prod.network.encryptionControl = 'on';
    },
    expected: ['environments.prod.network.encryptionControl: must be one of off, monitor, enforce, got "on"; choose one of these'],
  },
  {
    name: 'no environment at all',
    change: (i, ids) => {
      i.environments = {};
      i.access.assignments = [{ group: 'billing', permissionSet: 'Billing', accounts: ['management'] }];
      ids.accounts = {};
    },
    expected: ['environments: must hold at least one environment, got {}; correct it'],
  },
  {
    name: 'an environment with capitals',
    change: (i) => {
      i.environments.Staging = { ...i.environments.test, email: 'aws+staging@example.com', network: { cidr: '10.64.0.0/16' } };
    },
    expected: [
      'environments.Staging: has a name that must be lower-case letters, digits and single hyphens, and begin with a letter, got {"email":"aws+staging@example.com","status":"active","profile":"economy","net...; rename it',
    ],
  },
  {
    name: 'a reserved environment name',
    change: (i) => {
      i.environments.network = { ...i.environments.test, email: 'aws+network@example.com', network: { cidr: '10.64.0.0/16' } };
    },
    expected: [
      'environments.network: is a reserved name (state, org, policies, access, management, log-archive, security, backup, network, network-routes, org-*, *-state and *-plan), got "network"; choose another name',
    ],
  },
  {
    name: 'an environment named like a state stack',
    change: (i) => {
      i.environments['prod-state'] = { ...i.environments.test, email: 'aws+x@example.com', network: { cidr: '10.64.0.0/16' } };
    },
    expected: [
      'environments.prod-state: is a reserved name (state, org, policies, access, management, log-archive, security, backup, network, network-routes, org-*, *-state and *-plan), got "prod-state"; choose another name',
    ],
  },
  {
    name: "environments whose apply role would trust the jobs that plan another, or whose stack would be the organization's",
    change: (i) => {
      for (const name of ['prod-plan', 'org-access', 'network-routes'])
        i.environments[name] = { ...i.environments.test, email: `aws+${name}@example.com`, network: { cidr: `10.${64 + name.length}.0.0/16` } };
    },
    expected: ['prod-plan', 'org-access', 'network-routes'].map(
      (name) =>
        `environments.${name}: is a reserved name (state, org, policies, access, management, log-archive, security, backup, network, network-routes, org-*, *-state and *-plan), got "${name}"; choose another name`,
    ),
  },
  {
    name: 'an unknown status',
    change: (i) => {
      i.environments.prod.status = 'live';
    },
    expected: ['environments.prod.status: must be one of onboarding, active, suspended, retired, got "live"; choose one of these'],
  },
  {
    name: 'log archive suspended',
    change: (i) => {
      i.accounts['log-archive'].status = 'suspended';
    },
    expected: ['accounts.log-archive.status: must be onboarding or active: every other account depends on it, got "suspended"; keep it'],
  },
  {
    name: 'an unknown profile',
    change: (i) => {
      i.environments.test.profile = 'cheap';
    },
    expected: ['environments.test.profile: must be one of production, economy, got "cheap"; choose one of these'],
  },
  {
    name: 'an import id that is too short',
    change: (i) => {
      i.environments.test.importId = '123';
    },
    expected: ['environments.test.importId: must be 12 digits, got "123"; copy it from the AWS console or `npm run accounts -- list`'],
  },
  {
    name: 'two environments in one account',
    change: (i, ids) => {
      i.environments.test.importId = '777777777777';
      i.environments.dev.importId = '777777777777';
      delete ids.accounts.test;
      delete ids.accounts.dev;
    },
    expected: ['environments.test.importId: is also the account of environments.dev, got "777777777777"; every account has its own environment'],
  },
  {
    name: 'an import id that differs from accounts.json',
    change: (i) => {
      i.environments.prod.importId = '999999999999';
    },
    expected: ['environments.prod.importId: differs from accounts.json, which has 444444444444, got "999999999999"; remove the wrong one'],
  },
  {
    name: 'overlapping networks',
    change: (i) => {
      i.environments.test.network.cidr = '10.32.128.0/17';
    },
    expected: ['environments.test.network.cidr: overlaps environments.dev.network.cidr (10.32.0.0/16), got "10.32.128.0/17"; choose a range of its own'],
    combines: true,
  },
  {
    name: 'a network with host bits',
    change: (i) => {
      i.environments.test.network.cidr = '10.48.1.0/16';
    },
    expected: ['environments.test.network.cidr: has host bits set, got "10.48.1.0/16"; write 10.48.0.0/16'],
  },
  {
    name: 'a network that is too small',
    change: (i) => {
      i.environments.test.network.cidr = '10.48.0.0/24';
    },
    expected: ['environments.test.network.cidr: must be a network of size /16 to /20, got "10.48.0.0/24"; choose another size'],
  },
  {
    name: 'a network of public addresses',
    change: (i) => {
      i.environments.test.network.cidr = '52.0.0.0/16';
    },
    expected: [
      'environments.test.network.cidr: must be private addresses (10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16, 100.64.0.0/10), got "52.0.0.0/16"; choose a range of these',
    ],
  },
  {
    name: 'a network that is none',
    change: (i) => {
      i.environments.test.network.cidr = '10.48.0.0';
    },
    expected: ['environments.test.network.cidr: must be an IPv4 network in CIDR notation, such as 10.16.0.0/16, got "10.48.0.0"; correct it'],
  },
  {
    name: 'one zone',
    change: (i) => {
      i.environments.prod.network.zones = ['a'];
    },
    expected: ['environments.prod.network.zones: must list at least 2 zones, got ["a"]; correct it'],
  },
  {
    name: 'a zone twice',
    change: (i) => {
      i.environments.prod.network.zones = ['a', 'a'];
    },
    expected: ['environments.prod.network.zones.1: is listed twice, got "a"; remove it'],
  },
  {
    name: 'a zone that is no letter',
    change: (i) => {
      i.environments.prod.network.zones = ['a', 'eu-west-1b'];
    },
    expected: ['environments.prod.network.zones.1: must be a zone letter from a to f, got "eu-west-1b"; correct it'],
  },
  {
    name: 'a firewall mode that does not exist',
    change: (i) => {
      i.environments.prod.network.firewall = 'on';
    },
    expected: ['environments.prod.network.firewall: must be one of off, alert, block, got "on"; choose one of these'],
  },
  {
    name: 'a firewall in production without NAT',
    change: (i) => {
      i.environments.prod.network.natGateways = 'none';
      i.environments.prod.network.firewall = 'block';
    },
    expected: [
      "environments.prod.network.natGateways: leaves nothing for the firewall to inspect in production, got \"none\"; use 'per-zone' or 'single', or set firewall to 'off'",
    ],
  },
  {
    name: 'a domain with a path',
    change: (i) => {
      i.environments.prod.network.allowedDomains = ['example.com/download'];
    },
    expected: [
      'environments.prod.network.allowedDomains.0: must be a domain such as example.com, or .example.com for it and its subdomains, got "example.com/download"; correct it',
    ],
  },
  {
    name: 'a flow of an unknown tier',
    change: (i) => {
      i.environments.prod.network.flows = [{ from: 'application', to: 'data', port: 5432 }];
    },
    expected: ['environments.prod.network.flows.0.from: must be one of internet, load-balancer, app, data, got "application"; choose one of these'],
    combines: true,
  },
  {
    name: 'a flow to an unknown tier',
    change: (i) => {
      i.environments.prod.network.flows = [{ from: 'app', to: 'database', port: 5432 }];
    },
    expected: [
      'environments.prod.network.flows.0.to: must be one of load-balancer, app, data, endpoints, s3, dynamodb, internet, got "database"; choose one of these',
    ],
  },
  {
    name: 'a flow without a port',
    change: (i) => {
      i.environments.prod.network.flows = [{ from: 'app', to: 'data' }];
    },
    expected: ["environments.prod.network.flows.0.port: must be a number from 1 to 65535, or a range such as '8000-8010', got nothing; correct it"],
  },
  {
    name: 'a port that is none',
    change: (i) => {
      i.environments.prod.network.flows = [{ from: 'app', to: 'data', port: 70000 }];
    },
    expected: ["environments.prod.network.flows.0.port: must be a number from 1 to 65535, or a range such as '8000-8010', got 70000; correct it"],
  },
  {
    name: 'a port in words',
    change: (i) => {
      i.environments.prod.network.flows = [{ from: 'app', to: 'data', port: 'postgres' }];
    },
    expected: ['environments.prod.network.flows.0.port: must be a number from 1 to 65535, or a range such as \'8000-8010\', got "postgres"; correct it'],
  },
  {
    name: 'a port range upside down',
    change: (i) => {
      i.environments.prod.network.flows = [{ from: 'app', to: 'data', port: '9010-9000' }];
    },
    expected: ['environments.prod.network.flows.0.port: must run from a lower to a higher port within 1 to 65535, got "9010-9000"; correct it'],
  },
  {
    name: 'a port range that opens the tier',
    change: (i) => {
      i.environments.prod.network.flows = [{ from: 'app', to: 'data', port: '1-65535' }];
    },
    expected: ['environments.prod.network.flows.0.port: spans more than 1024 ports, which opens the tier, got "1-65535"; name the ports that are served'],
  },
  {
    name: 'a protocol without ports',
    change: (i) => {
      i.environments.prod.network.flows = [{ from: 'app', to: 'data', port: 5432, protocol: 'icmp' }];
    },
    expected: ['environments.prod.network.flows.0.protocol: must be one of tcp, udp, got "icmp"; choose one of these'],
  },
  {
    name: 'a flow named twice',
    change: (i) => {
      i.environments.prod.network.flows = [
        { from: 'app', to: 'data', port: '5430-5440' },
        { from: 'app', to: 'data', port: 5432 },
      ];
    },
    expected: ['environments.prod.network.flows.1: overlaps environments.prod.network.flows.0, got {"from":"app","to":"data","port":5432}; keep one of them'],
  },
  {
    name: 'the data tier opened to the internet',
    change: (i) => {
      i.environments.prod.network.flows = [{ from: 'data', to: 'internet', port: 443 }];
    },
    expected: [
      'environments.prod.network.flows.0: opens the data tier to the internet, which it never reaches, got {"from":"data","to":"internet","port":443}; let the app tier fetch and store',
    ],
  },
  {
    name: 'the internet past the load balancer',
    change: (i) => {
      i.environments.prod.network.flows = [{ from: 'internet', to: 'app', port: 443 }];
    },
    expected: [
      'environments.prod.network.flows.0: lets the internet past the load balancer, got {"from":"internet","to":"app","port":443}; write to: \'load-balancer\'',
    ],
  },
  {
    name: 'a load balancer that listens elsewhere',
    change: (i) => {
      i.environments.prod.network.flows = [{ from: 'internet', to: 'load-balancer', port: 22 }];
    },
    expected: [
      'environments.prod.network.flows.0: opens the load balancer on another port than 443 and 80, got {"from":"internet","to":"load-balancer","port":22}; listen there',
    ],
  },
  {
    name: 'a gateway endpoint from the data tier',
    change: (i) => {
      i.environments.prod.network.flows = [{ from: 'data', to: 's3', port: 443 }];
    },
    expected: [
      'environments.prod.network.flows.0: names a gateway endpoint, which only the app tier may use, got {"from":"data","to":"s3","port":443}; write from: \'app\', or reach s3 from there',
    ],
  },
  {
    name: 'more flows than a security group takes',
    change: (i) => {
      i.environments.prod.network.flows = Array.from({ length: 61 }, (_, index) => ({ from: 'app', to: 'internet', port: 8000 + index }));
    },
    expected: ['environments.prod.network.flows: names too many flows from app, more than a security group takes (at most 60), got 61; use port ranges'],
  },
  {
    name: 'more ports than a network ACL takes',
    change: (i) => {
      i.environments.prod.network.flows = Array.from({ length: 16 }, (_, index) => ({ from: 'app', to: 'data', port: 5000 + index }));
    },
    expected: [
      'environments.prod.network.flows: names too many flows to different ports of data, more than its network ACL takes (at most 15), got 16; use port ranges',
    ],
  },
  {
    name: 'developers change security groups in production',
    change: (i) => {
      i.environments.prod.handsOn = true;
    },
    expected: ['environments.prod.handsOn: must be false in production, got true; only pipelines and the network role change anything there'],
    combines: true,
  },
  {
    name: 'a rate limit that is too low',
    change: (i) => {
      i.environments.prod.waf = { requestsPerFiveMinutes: 5 };
    },
    expected: ['environments.prod.waf.requestsPerFiveMinutes: must be at least 10, got 5; correct it'],
  },
  {
    name: 'a managed rule that its group does not have',
    change: (i) => {
      i.environments.prod.waf = { managedGroups: { AWSManagedRulesAnonymousIpList: { rules: { HostingList: 'count' } } } };
    },
    expected: [
      'environments.prod.waf.managedGroups.AWSManagedRulesAnonymousIpList.rules.HostingList: is no rule of the group (AnonymousIPList, HostingProviderIPList), got "count"; correct the name, or add a new one to config/waf-managed-groups.ts',
    ],
  },
  {
    name: 'a rule that rules/waf does not have',
    change: (i) => {
      i.environments.prod.waf = { rules: { 'exposed-file': 'count' } };
    },
    expected: [
      // whatever stands in rules/waf: a fork adds files
      `environments.prod.waf.rules.exposed-file: is no rule of rules/waf (${readWafRules()
        .rules.map(({ name }) => name)
        .join(', ')}), got "count"; correct the name or remove it`,
    ],
  },
  {
    name: 'an allow-rule that should block',
    change: (i) => {
      i.environments.prod.waf = { rules: { 'normal-pages': 'block' } };
    },
    expected: ['environments.prod.waf.rules.normal-pages: is a rule with action allow, which can only be switched off, got "block"; write off or remove it'],
  },
  {
    name: 'an allow-list of nothing',
    change: (i) => {
      i.environments.prod.waf = { allowList: 'block', ruleFiles: ['probes'] };
    },
    expected: [
      'environments.prod.waf.allowList: needs rules with action allow, and there is none that is on, got "block"; write some in rules/waf, or set it to off',
    ],
  },
  {
    name: 'a file of rules that is not there',
    change: (i) => {
      i.environments.prod.waf = { ruleFiles: ['probe'] };
    },
    expected: [
      'environments.prod.waf.ruleFiles.0: is no file of rules/waf (virtual-patches, probes, injection, normal), got "probe"; correct the name or add the file',
    ],
  },
  {
    name: 'Bot Control without the price',
    change: (i) => {
      i.environments.prod.waf = { botControl: {} };
    },
    expected: [
      'environments.prod.waf.botControl.acknowledgeMonthlyCostUsd: must be 10: the group costs 10 USD a month for each web ACL, and requests on top, got nothing; set it to acknowledge the cost, or remove botControl',
    ],
  },
  {
    name: 'two rate limits of one name',
    change: (i) => {
      const login = { name: 'login', path: '/login', requests: 100 };
      i.environments.prod.waf = { rateLimits: [login, login] };
    },
    expected: ['environments.prod.waf.rateLimits.1.name: is also the name of environments.prod.waf.rateLimits.0, got "login"; every limit has its own'],
  },
  {
    name: 'a rate limit over a window that AWS WAF does not know',
    change: (i) => {
      i.environments.prod.waf = { rateLimits: [{ name: 'login', path: '/login', requests: 100, windowSeconds: 30 }] };
    },
    expected: ['environments.prod.waf.rateLimits.0.windowSeconds: must be one of 60, 120, 300, 600, got 30; choose one of these'],
  },
  {
    name: 'Shield resources without Shield Advanced',
    change: (i) => {
      i.environments.prod.shieldAdvanced = { resources: [{ name: 'site', arn: 'arn:aws:cloudfront::444444444444:distribution/E1A2B3C4D5E6F7' }] };
    },
    expected: [
      'environments.prod.shieldAdvanced.enabled: must be true for resources or responseTeamAccess, got nothing; enable it (3000 USD a month), or remove them',
    ],
  },
  {
    name: 'a Shield resource of another account, and a group of what is not there',
    change: (i) => {
      i.environments.prod.shieldAdvanced = {
        enabled: true,
        acknowledgeMonthlyCostUsd: 3000,
        resources: [{ name: 'site', arn: 'arn:aws:cloudfront::555555555555:distribution/E1A2B3C4D5E6F7' }],
        groups: [{ name: 'all', members: ['shop'] }],
      };
    },
    expected: [
      'environments.prod.shieldAdvanced.groups.0.name: is a name that another one has, got "all"; every one has its own',
      'environments.prod.shieldAdvanced.resources.0.arn: is in another account than prod (444444444444), got "arn:aws:cloudfront::555555555555:distribution/E1A2B3C4D5E6F7"; protect it in the environment that owns it',
      'environments.prod.shieldAdvanced.groups.0.members.0: is no name of environments.prod.shieldAdvanced.resources, got "shop"; add the resource or correct the name',
    ],
  },
  {
    name: 'Shield Advanced without the price',
    change: (i) => {
      i.environments.prod.shieldAdvanced = { enabled: true };
    },
    expected: [
      'environments.prod.shieldAdvanced.acknowledgeMonthlyCostUsd: must be 3000: Shield Advanced costs 3000 USD a month with a commitment of one year, got nothing; set it to acknowledge the cost, or set enabled to false',
    ],
    combines: true,
  },
  {
    name: 'Shield Advanced with another price',
    change: (i) => {
      i.environments.prod.shieldAdvanced = { enabled: true, acknowledgeMonthlyCostUsd: 30 };
    },
    expected: [
      'environments.prod.shieldAdvanced.acknowledgeMonthlyCostUsd: must be 3000: Shield Advanced costs 3000 USD a month with a commitment of one year, got 30; set it to acknowledge the cost, or set enabled to false',
    ],
  },
  {
    name: 'a data class that is missing',
    change: (i) => {
      delete i.dataClasses.customer;
    },
    expected: ['dataClasses.customer: is required and must be an object, got nothing; add it'],
  },
  {
    name: 'a retention that is too long',
    change: (i) => {
      i.dataClasses.customer.retentionDays = 9999;
    },
    expected: ['dataClasses.customer.retentionDays: must be at most 3653 (ten years), got 9999; correct it'],
  },
  {
    name: 'a key in a region that is not enabled',
    change: (i) => {
      i.dataClasses.customer.additionalRegions = ['eu-north-1'];
    },
    expected: [
      'dataClasses.customer.additionalRegions.0: must be an enabled region besides home (eu-central-1, us-east-1), got "eu-north-1"; add it to regions.additional',
    ],
  },
  {
    name: 'an assignment to an unknown group',
    change: (i) => {
      i.access.assignments[0].group = 'admins';
    },
    expected: [
      'access.assignments.0.group: must be one of access.groups.names (platform-admins, developers, security-admins, auditors, network-admins, key-admins, billing), got "admins"; add the group or correct the name',
    ],
  },
  {
    name: 'an assignment of an unknown permission set',
    change: (i) => {
      i.access.assignments[0].permissionSet = 'Admin';
    },
    expected: [
      'access.assignments.0.permissionSet: must be one of PlatformAdmin, Developer, DeveloperOperator, DeveloperReadOnly, SecurityAdmin, SecurityAuditor, NetworkAdmin, KeyAdmin, Billing, OrganizationAdmin, OrganizationAuditor, got "Admin"; choose one of these',
    ],
  },
  {
    name: 'an assignment to an unknown account',
    change: (i) => {
      i.access.assignments[0].accounts = ['production'];
    },
    expected: ['access.assignments.0.accounts.0: must be one of management, log-archive, security, prod, dev, test, got "production"; correct the name'],
  },
  {
    name: 'the same assignment twice',
    change: (i) => {
      i.access.assignments.push({ ...i.access.assignments[10] });
    },
    expected: ['access.assignments.11.accounts.0: is assigned already by access.assignments.10, got "management"; remove one'],
  },
  {
    name: 'key administrators who use the data',
    change: (i) => {
      i.access.assignments.push({ group: 'key-admins', permissionSet: 'Developer', accounts: ['dev'] });
    },
    expected: ['access.assignments.9.group: holds both KeyAdmin and Developer (key administrators must not use the data), got "key-admins"; use two groups'],
  },
  {
    name: 'key administrators who operate workloads',
    change: (i) => {
      i.access.assignments.push({ group: 'key-admins', permissionSet: 'DeveloperOperator', accounts: ['test'] });
    },
    expected: [
      'access.assignments.9.group: holds both KeyAdmin and DeveloperOperator (key administrators must not use the data), got "key-admins"; use two groups',
    ],
  },
  {
    name: 'key administrators who apply the platform',
    change: (i) => {
      i.access.assignments.push({ group: 'key-admins', permissionSet: 'PlatformAdmin', accounts: ['security'] });
    },
    expected: [
      'access.assignments.9.group: holds both KeyAdmin and PlatformAdmin (key administrators must not apply the platform), got "key-admins"; use two groups',
    ],
  },
  {
    name: 'key administrators who lift guardrails',
    change: (i) => {
      i.access.assignments.push({ group: 'key-admins', permissionSet: 'OrganizationAdmin', accounts: ['management'] });
    },
    expected: [
      'access.assignments.9.group: holds both KeyAdmin and OrganizationAdmin (key administrators must not lift the guardrails over keys), got "key-admins"; use two groups',
    ],
  },
  {
    name: 'auditors who do what they audit, in another account',
    change: (i) => {
      i.access.assignments.push({ group: 'auditors', permissionSet: 'SecurityAdmin', accounts: ['security'] });
    },
    expected: [
      'access.assignments.7.group: holds both SecurityAuditor and SecurityAdmin (auditors must not audit themselves), got "auditors"; use two groups',
      'access.assignments.6.group: holds both OrganizationAuditor and SecurityAdmin (auditors must not audit themselves), got "auditors"; use two groups',
    ],
  },
  {
    name: 'auditors who change the organization',
    change: (i) => {
      i.access.assignments.push({ group: 'auditors', permissionSet: 'OrganizationAdmin', accounts: ['management'] });
    },
    expected: [
      'access.assignments.7.group: holds both SecurityAuditor and OrganizationAdmin (auditors must not audit themselves), got "auditors"; use two groups',
      'access.assignments.6.group: holds both OrganizationAuditor and OrganizationAdmin (auditors must not audit themselves), got "auditors"; use two groups',
    ],
  },
  {
    name: 'developers who change guardrails',
    change: (i) => {
      i.access.assignments.push({ group: 'developers', permissionSet: 'OrganizationAdmin', accounts: ['management'] });
    },
    expected: [
      'access.assignments.11.group: holds both OrganizationAdmin and Developer (who changes a guardrail must not work under it), got "developers"; use two groups',
      'access.assignments.11.group: holds both OrganizationAdmin and DeveloperOperator (who changes a guardrail must not work under it), got "developers"; use two groups',
    ],
  },
  {
    name: 'the organization administrator in a member account',
    change: (i) => {
      i.access.assignments[0].accounts.push('dev');
    },
    expected: ['access.assignments.0.accounts.1: gives OrganizationAdmin outside the management account, got "dev"; assign PlatformAdmin there'],
  },
  {
    name: 'the organization auditor in a member account',
    change: (i) => {
      i.access.assignments[6].accounts = ['log-archive'];
      i.access.assignments[7].accounts = ['prod'];
    },
    expected: ['access.assignments.6.accounts.0: gives OrganizationAuditor outside the management account, got "log-archive"; assign SecurityAuditor there'],
  },
  {
    name: 'an administrator in the management account',
    change: (i) => {
      i.access.assignments[1].accounts.push('management');
    },
    expected: [
      'access.assignments.1.accounts.3: gives PlatformAdmin in the management account, which no guardrail binds, got "management"; assign OrganizationAdmin, OrganizationAuditor or Billing there',
    ],
  },
  {
    name: 'the auditor of members in the management account',
    change: (i) => {
      i.access.assignments[7].accounts = ['management'];
    },
    expected: [
      'access.assignments.7.accounts.0: gives SecurityAuditor in the management account, which no guardrail binds, got "management"; assign OrganizationAdmin, OrganizationAuditor or Billing there',
    ],
  },
  {
    name: 'developers in production',
    change: (i) => {
      i.access.assignments[2].accounts.push('prod');
    },
    expected: ['access.assignments.2.accounts.1: gives Developer in production, got "prod"; assign DeveloperReadOnly there, changes come through the pipeline'],
  },
  {
    name: 'developers in the security account',
    change: (i) => {
      i.access.assignments[2].accounts.push('security');
    },
    expected: [
      'access.assignments.2.accounts.1: gives Developer in an account that runs no workloads, got "security"; assign it in environments only (prod, dev, test)',
    ],
  },
  {
    name: 'operators in the log archive',
    change: (i) => {
      i.access.assignments[3].accounts.push('log-archive');
    },
    expected: [
      'access.assignments.3.accounts.1: gives DeveloperOperator in an account that runs no workloads, got "log-archive"; assign it in environments only (prod, dev, test)',
    ],
  },
  {
    name: 'an administrator in production',
    change: (i) => {
      i.access.assignments[1].accounts.push('prod');
    },
    expected: [
      'access.assignments.1.accounts.3: gives people AdministratorAccess in production, got "prod"; take it away (emergencies have break-glass), or list the account in access.acknowledgeAdministratorIn',
    ],
  },
  {
    name: 'an administrator in the log archive',
    change: (i) => {
      i.access.assignments[1].accounts.push('log-archive');
    },
    expected: [
      'access.assignments.1.accounts.3: gives people AdministratorAccess in the log archive, got "log-archive"; take it away (emergencies have break-glass), or list the account in access.acknowledgeAdministratorIn',
    ],
  },
  {
    name: 'an administrator in production, acknowledged for another account',
    change: (i) => {
      i.access.assignments[1].accounts.push('prod', 'log-archive');
      i.access.acknowledgeAdministratorIn = ['log-archive'];
    },
    expected: [
      'access.assignments.1.accounts.3: gives people AdministratorAccess in production, got "prod"; take it away (emergencies have break-glass), or list the account in access.acknowledgeAdministratorIn',
    ],
  },
  {
    name: 'an acknowledgement where none is needed',
    change: (i) => {
      i.access.acknowledgeAdministratorIn = ['dev'];
    },
    expected: ['access.acknowledgeAdministratorIn.0: must be log-archive or an environment of profile production (log-archive, prod), got "dev"; remove it'],
    combines: true,
  },
  {
    name: 'an acknowledgement that nothing needs any more',
    change: (i) => {
      i.access.acknowledgeAdministratorIn = ['prod'];
    },
    expected: ['access.acknowledgeAdministratorIn.0: acknowledges nothing: no assignment gives PlatformAdmin there, got "prod"; remove it'],
  },
  {
    name: 'a session of a day',
    change: (i) => {
      i.access.permissionSets = { Developer: { sessionHours: 24 } };
    },
    expected: ['access.permissionSets.Developer.sessionHours: must be at most 12, got 24; correct it'],
  },
  {
    name: 'the field that session lengths had before',
    change: (i) => {
      i.access.sessionHours = { Developer: 8 };
    },
    expected: [
      'access.sessionHours: is not a field of the configuration, got {"Developer":8}; remove it or correct its spelling, `npm run config -- --fields` lists all fields',
    ],
  },
  {
    name: 'limits of a permission set that does not exist',
    change: (i) => {
      i.access.permissionSets = { Root: { sessionHours: 1 } };
    },
    expected: [
      'access.permissionSets.Root: has a name that must be one of PlatformAdmin, Developer, DeveloperOperator, DeveloperReadOnly, SecurityAdmin, SecurityAuditor, NetworkAdmin, KeyAdmin, Billing, OrganizationAdmin, OrganizationAuditor, got {"sessionHours":1}; rename it',
    ],
  },
  {
    name: 'a permission set in a region that is not enabled',
    change: (i) => {
      i.access.permissionSets = { NetworkAdmin: { regions: ['eu-west-1', 'eu-north-1'] } };
    },
    expected: [
      'access.permissionSets.NetworkAdmin.regions.1: must be an enabled region (eu-west-1, eu-central-1, us-east-1), got "eu-north-1"; add it to regions.additional or remove it',
    ],
    combines: true,
  },
  {
    name: 'a permission set in no region',
    change: (i) => {
      i.access.permissionSets = { NetworkAdmin: { regions: [] } };
    },
    expected: ['access.permissionSets.NetworkAdmin.regions: must list at least one region, got []; correct it'],
  },
  {
    name: 'an action where a service belongs',
    change: (i) => {
      i.access.permissionSets = { Developer: { services: ['s3', 'lambda:*'] } };
    },
    expected: ['access.permissionSets.Developer.services.1: must be an IAM service prefix such as s3 or dynamodb, without a colon, got "lambda:*"; correct it'],
  },
  {
    name: 'an attribute that is a plain value',
    change: (i) => {
      i.access.attributes = { Team: 'platform' };
    },
    expected: ['access.attributes.Team: must name an attribute of the identity source, such as ${path:enterprise.department}, got "platform"; correct it'],
  },
  {
    name: 'a source of groups that does not exist',
    change: (i) => {
      i.access.groups.source = 'okta';
    },
    expected: ['access.groups.source: must be one of managed, scim, got "okta"; choose one of these'],
  },
  {
    name: 'two groups with one Terraform address',
    change: (i) => {
      i.access.groups.names['key admins'] = 'Administer keys';
    },
    expected: ['access.groups.names.key admins: has the Terraform address of "key-admins", got "key admins"; rename one, letters and digits must differ'],
  },
  {
    name: 'a group name that Terraform would read',
    change: (i) => {
      i.access.groups.names['${aws:username}'] = 'Everybody';
    },
    expected: ['access.groups.names.${aws:username}: has a name that must be 1 to 128 letters, digits, spaces or +=,.@()&:/_-, got "Everybody"; rename it'],
  },
  {
    name: 'a group retired and managed',
    change: (i) => {
      i.access.groups.retired = ['billing'];
    },
    expected: ['access.groups.retired.0: is still in access.groups.names, got "billing"; remove it from one of the two'],
  },
  {
    name: 'a group retired twice',
    change: (i) => {
      i.access.groups.retired = ['old', 'old'];
    },
    expected: ['access.groups.retired.1: is listed twice, got "old"; remove it'],
  },
  {
    name: 'an import of a group that is not there',
    change: (i) => {
      i.access.existing = { groups: { visitors: '93a4b8c2-1234-4abc-8def-0123456789ab' } };
    },
    expected: [
      'access.existing.groups.visitors: is not in access.groups.names, got "93a4b8c2-1234-4abc-8def-0123456789ab"; add the group or remove the import',
    ],
  },
  {
    name: 'an import of a group that is looked up',
    change: (i) => {
      i.access.groups.source = 'scim';
      i.access.existing = { groups: { billing: '93a4b8c2-1234-4abc-8def-0123456789ab' } };
    },
    expected: [
      'access.existing.groups.billing: cannot be imported with access.groups.source \'scim\', which looks groups up, got "93a4b8c2-1234-4abc-8def-0123456789ab"; remove it',
    ],
  },
  {
    name: 'an import of a permission set by its name',
    change: (i) => {
      i.access.existing = { permissionSets: { Billing: 'Billing' } };
    },
    expected: ['access.existing.permissionSets.Billing: must be the ARN of a permission set, got "Billing"; correct it'],
  },
  {
    name: 'a detection step that does not exist',
    change: (i) => {
      i.detection = 'full';
    },
    expected: ['detection: must be one of native, centralized, correlated, respond, hunting, deception, got "full"; choose one of these'],
  },
  {
    name: 'the foundation that is not built yet',
    change: (i) => {
      i.foundation = 'control-tower';
    },
    expected: [
      'foundation: is not built yet for control-tower, got "control-tower"; use \'organizations\', or wait for a release that says so in CHANGELOG.md',
    ],
    combines: true,
  },
  {
    name: 'an organization id of another form',
    change: (_i, ids) => {
      ids.organization.id = 'example';
    },
    expected: ['accounts.json: organization.id: must be an organization id such as o-exampleorgid, got "example"; correct it'],
  },
  {
    name: 'the same id for two accounts',
    change: (_i, ids) => {
      ids.accounts.test = ids.accounts.dev;
    },
    expected: ['accounts.json: accounts.test: is also the id of accounts.json: accounts.dev, got "555555555555"; run `npm run accounts -- pull`'],
  },
  {
    name: 'an environment that would share the state of org',
    change: (i) => {
      i.environments.org = { ...i.environments.test, email: 'aws+x@example.com', importId: '111111111111', network: { cidr: '10.64.0.0/16' } };
    },
    expected: [
      'environments.org: is a reserved name (state, org, policies, access, management, log-archive, security, backup, network, network-routes, org-*, *-state and *-plan), got "org"; choose another name',
      'environments.org: would keep its state in the same bucket and key as accounts.management, got "example-corp-org-state-111111111111"; give it another name',
    ],
  },
  {
    name: 'a backup lock that cannot be taken back, and classes below its minimum',
    change: (i) => {
      i.backup = { lock: { mode: 'COMPLIANCE', minRetentionDays: 10 } };
      i.dataClasses.operational.retentionDays = 9;
    },
    expected: [
      'backup.lock.acknowledgeIrreversible: must be true: after the days of grace nobody can take a COMPLIANCE lock away or delete a backup before its end, got nothing; set it, or choose GOVERNANCE',
      'dataClasses.operational.retentionDays: is below backup.lock.minRetentionDays (10), so AWS Backup would fail its jobs, got 9; keep it longer, or lower the minimum',
    ],
  },
  {
    name: 'Firewall Manager without its price, for Shield without Shield Advanced, twice the same',
    change: (i) => {
      i.firewallManager = { mode: 'audit', policies: ['waf', 'shield', 'waf'], acknowledgeMonthlyCostUsd: 100 };
    },
    expected: [
      'firewallManager.acknowledgeMonthlyCostUsd: must be 400: these policies cost 400 USD a month, got 100; set it to acknowledge the cost, or set mode to off',
      'firewallManager.policies.1: needs Shield Advanced, which no environment has (environments.NAME.shieldAdvanced), got "shield"; enable it there, or remove the policy',
      'firewallManager.policies.2: is listed twice, got "waf"; remove it',
    ],
  },
  {
    name: 'Firewall Manager switched on without a look at the price',
    change: (i) => {
      i.firewallManager = { mode: 'enforce' };
    },
    expected: [
      'firewallManager.acknowledgeMonthlyCostUsd: must be 300: these policies cost 300 USD a month, got nothing; set it to acknowledge the cost, or set mode to off',
    ],
  },
  {
    name: 'policies of Firewall Manager that are no list, and a price as a text',
    change: (i) => {
      i.firewallManager = { mode: 'audit', policies: 'waf', acknowledgeMonthlyCostUsd: '200' };
    },
    expected: [
      'firewallManager.policies: must be a list, got "waf"; correct it',
      'firewallManager.acknowledgeMonthlyCostUsd: must be a number, got "200"; correct it',
    ],
  },
  {
    name: 'a policy of Firewall Manager that does not exist has no price',
    change: (i) => {
      i.firewallManager = { mode: 'audit', policies: ['wafs'], acknowledgeMonthlyCostUsd: 200 };
    },
    expected: ['firewallManager.policies.0: must be one of waf, security-groups, shield, network-firewall, dns-firewall, got "wafs"; choose one of these'],
  },
  {
    name: 'no environments at all, told once',
    change: (i) => {
      i.environments = null;
    },
    expected: ['environments: must be an object, got null; correct it'],
  },
  {
    name: 'an object without environments, told once',
    change: (i) => {
      i.environments = {};
    },
    expected: ['environments: must hold at least one environment, got {}; correct it'],
  },
  {
    name: 'a fifth data class, told once',
    change: (i) => {
      i.dataClasses.secret = { pii: true, retentionDays: 1 };
    },
    expected: [
      'dataClasses.secret: is not a field of the configuration, got {"pii":true,"retentionDays":1}; remove it or correct its spelling, `npm run config -- --fields` lists all fields',
    ],
  },
  {
    name: 'a managed group that AWS WAF does not have',
    change: (i) => {
      i.environments.prod.waf = { managedGroups: { AWSManagedRulesSQLRuleSet: { mode: 'count' } } };
    },
    expected: [
      'environments.prod.waf.managedGroups.AWSManagedRulesSQLRuleSet: has a name that must be one of AWSManagedRulesAmazonIpReputationList, AWSManagedRulesAnonymousIpList, AWSManagedRulesKnownBadInputsRuleSet, AWSManagedRulesCommonRuleSet, AWSManagedRulesSQLiRuleSet, got {"mode":"count"}; rename it',
    ],
  },
  {
    name: 'values that JSON does not have',
    change: (i) => {
      i.detection = () => 'native';
      i.regions.home = 10n;
      i.environments.dev.budgetUsd = Number.NaN;
    },
    expected: [
      'regions.home: must be a string, got 10; correct it',
      'environments.dev.budgetUsd: must be a number, got NaN; correct it',
      'detection: must be one of native, centralized, correlated, respond, hunting, deception, got a function; choose one of these',
    ],
  },
  {
    name: 'the whole internet trusted',
    change: (i) => {
      i.hunting = { trustedNetworks: ['0.0.0.0/0'], acknowledgeSilence: true };
    },
    expected: ['hunting.trustedNetworks.0: is wider than a /16, and would hide more than a tester, got "0.0.0.0/0"; list its parts'],
  },
  {
    name: 'no web ACL where the internet comes in',
    change: (i) => {
      i.environments.prod.waf = { regional: false };
    },
    expected: ['environments.prod.waf.regional: must not be false beside network.publicIngress, got false; remove it'],
  },
  {
    name: 'copies into an account that there is not',
    change: (i) => {
      i.backup = { copyTo: 'backup' };
    },
    expected: ['backup.copyTo: needs an account of that name in accounts, got "backup"; add accounts.backup, or choose log-archive'],
    combines: true,
  },
  {
    name: 'an account of copies that nothing is copied to',
    change: (i) => {
      i.accounts.backup = { email: 'aws+backup@example.com', status: 'active' };
    },
    expected: [
      'accounts.backup: keeps copies that nobody makes: backup.copyTo does not name it, got nothing; set backup.copyTo to backup, remove the account, or set its status to suspended or retired where copies already lie there',
    ],
  },
  {
    name: 'an account of copies beside copies in the log archive',
    change: (i) => {
      i.backup = { copyTo: 'log-archive' };
      i.accounts.backup = { email: 'aws+backup@example.com' };
    },
    expected: [
      'accounts.backup: keeps copies that nobody makes: backup.copyTo does not name it, got "log-archive"; set backup.copyTo to backup, remove the account, or set its status to suspended or retired where copies already lie there',
    ],
  },
  {
    name: 'an account of copies that is given up, and administered by people',
    change: (i) => {
      i.backup = { copyTo: 'backup' };
      i.accounts.backup = { email: 'aws+backup@example.com', status: 'suspended' };
      i.access.assignments.push({ group: 'platform-admins', permissionSet: 'PlatformAdmin', accounts: ['backup'] });
    },
    expected: [
      'accounts.backup.status: must be onboarding or active: every other account depends on it, got "suspended"; keep it',
      'access.assignments.11.accounts.0: gives people AdministratorAccess in the account of copies, got "backup"; take it away (emergencies have break-glass), or list the account in access.acknowledgeAdministratorIn',
    ],
  },
  {
    name: 'columns for tables named twice, roles that are none of applications, patterns',
    change: (i) => {
      i.dataClasses.customer.administrators = { permissionSets: ['KeyAdmin'], roles: ['custody/*'] };
      i.dataClasses.customer.columnEncryption = [
        { table: 'card_numbers', roles: ['app/pay', 'platform/apply'], writers: ['app/pay', 'custody/keeper'] },
        { table: 'card-numbers', roles: ['app/*'] },
        { table: 'Cards', roles: [] },
      ];
    },
    expected: [
      'dataClasses.customer.columnEncryption.1.roles.0: must be the path and name of one role, such as app/customers, without a wildcard, got "app/*"; correct it',
      'dataClasses.customer.columnEncryption.2.table: must begin with a letter and have at most 40 lower-case letters, digits, - or _, got "Cards"; correct it',
      'dataClasses.customer.columnEncryption.2.roles: must name at least one role, got []; correct it',
      'dataClasses.customer.columnEncryption.0.roles.1: is a role of the platform or of AWS, got "platform/apply"; name the role of the application',
      'dataClasses.customer.columnEncryption.0.writers.0: stands in roles already, which write, too, got "app/pay"; remove it here',
      'dataClasses.customer.columnEncryption.0.writers.1: also administers the keys of this class, and who administers a key must not use it, got "custody/keeper"; remove it from one of the two',
      'dataClasses.customer.columnEncryption.1.table: is the name of another entry, hyphens apart, got "card-numbers"; put the roles into one',
    ],
  },
  {
    name: 'data identifiers that AWS would refuse',
    change: (i) => {
      i.dataProtection = {
        identifiers: [
          { name: 'contract', regex: '(C|D)-[0-9]{8}' },
          { name: 'contract', regex: '[0-9]*' },
          { name: 'open', regex: '[0-9' },
        ],
      };
    },
    expected: [
      'dataProtection.identifiers.0.regex: has what Macie and CloudWatch Logs do not both take (groups, look-around, back references, other signs), got "(C|D)-[0-9]{8}"; write it without',
      'dataProtection.identifiers.1.name: is used twice, got "contract"; choose another name',
      'dataProtection.identifiers.1.regex: matches nothing at all, so everywhere, got "[0-9]*"; ask for at least one character',
      'dataProtection.identifiers.2.regex: is no regular expression, got "[0-9"; correct it',
    ],
  },
  {
    name: 'alerts that nobody receives',
    change: (i) => {
      i.detection = 'correlated';
      i.alerts = { emails: { critical: [], high: ['duty'] }, chat: { from: 'low', slack: { workspaceId: 'acme', channelId: '#alerts' } } };
    },
    expected: [
      'alerts.emails.critical: must name somebody: an alert that nobody receives is none, got []; correct it',
      'alerts.emails.high.0: must be an e-mail address such as aws+prod@example.com, got "duty"; correct it',
      'alerts.chat.from: must be one of critical, high, medium, got "low"; choose one of these',
      'alerts.chat.slack.workspaceId: must be the id of a Slack workspace such as T07EA123LEP, got "acme"; correct it',
      'alerts.chat.slack.channelId: must be the id of a Slack channel such as C07EZ1ABC23, got "#alerts"; correct it',
    ],
  },
  {
    name: 'alerts on a step that tells nobody',
    change: (i) => {
      i.alerts = { emails: { critical: ['duty@example.com'] } };
    },
    expected: [
      'alerts: needs detection: \'correlated\' or higher (it is \'native\'), or nobody is told, got {"emails":{"critical":["duty@example.com"]}}; raise detection, or remove it',
    ],
  },
  {
    name: 'checks and products that Security Hub does not know',
    change: (i) => {
      i.securityServices = {
        cisBenchmark: '7.0.0',
        disabledControls: [{ control: 'all', reason: 'too loud' }],
        thirdPartyProducts: [{ account: '5177', product: 'crowdstrike' }],
      };
    },
    expected: [
      'securityServices.cisBenchmark: must be one of 5.0.0, 3.0.0, 1.4.0, got "7.0.0"; choose one of these',
      'securityServices.disabledControls.0.control: must be the id of a control such as EC2.8, got "all"; correct it',
      'securityServices.disabledControls.0.reason: must say in 20 characters or more why nobody needs the control, got "too loud"; correct it',
      'securityServices.thirdPartyProducts.0.account: must be 12 digits, got "5177"; copy it from the AWS console or `npm run accounts -- list`',
      'securityServices.thirdPartyProducts.0.product: must be the company and product of its ARN, such as crowdstrike/crowdstrike-falcon, got "crowdstrike"; correct it',
    ],
  },
  {
    name: 'packs of AWS Config rules that there are not',
    change: (i) => {
      i.detection = 'correlated';
      i.securityServices = { conformancePacks: ['data-classes', 'soc2'] };
    },
    expected: [
      'securityServices.conformancePacks.1: is no file of rules/conformance (accounts-without-network, backups, data-classes, instances), got "soc2"; correct the name or add the file',
    ],
  },
  {
    name: 'packs in words',
    change: (i) => {
      i.detection = 'correlated';
      i.securityServices = { conformancePacks: 'none' };
    },
    expected: ['securityServices.conformancePacks: must be \'all\', or a list of files of rules/conformance, got "none"; correct it'],
  },
  {
    name: 'a chat without a channel',
    change: (i) => {
      i.detection = 'correlated';
      i.alerts = { chat: {} };
    },
    expected: ['alerts.chat: must name a channel: slack or teams, got {}; correct it'],
  },
  {
    name: 'not an object at all',
    change: (i) => {
      i.accounts = 'none';
    },
    expected: ['accounts: must be an object, got "none"; correct it'],
  },
  {
    name: 'examples in production',
    change: (i) => {
      i.environments.prod.examples = { ...EXAMPLES, domain: 'a.io' };
    },
    expected: [
      'environments.prod.examples: must be absent in production, got {"domain":"a.io","hostedZoneId":"Z0123456789ABC","rotationFunction":"rotate",...; move it to an environment of profile economy',
    ],
  },
  {
    name: 'examples of an enclave in debug mode',
    change: (i) => {
      i.environments.dev.examples = { ...EXAMPLES, enclaveImageSha384: '0'.repeat(96) };
    },
    expected: [
      `environments.dev.examples.enclaveImageSha384: must not be that of an enclave in debug mode, which shows what it decrypts, got "${'0'.repeat(76)}...; start it without --debug-mode`,
    ],
  },
  {
    name: 'examples with a measurement, a zone and a domain that are none',
    change: (i) => {
      i.environments.dev.examples = { ...EXAMPLES, domain: '*.example.com', hostedZoneId: 'dev.example.com', enclaveImageSha384: 'sha384' };
    },
    expected: [
      'environments.dev.examples.domain: must be a domain such as dev.example.com, got "*.example.com"; correct it',
      'environments.dev.examples.hostedZoneId: must be the id of a hosted zone such as Z0123456789ABCDEFGHIJ, got "dev.example.com"; correct it',
      'environments.dev.examples.enclaveImageSha384: must be the 96 hexadecimal digits that nitro-cli build-enclave prints as PCR0, got "sha384"; correct it',
    ],
  },
  {
    name: 'customer data open to the whole account',
    change: (i) => {
      i.dataClasses.customer.users = 'account';
    },
    expected: ['dataClasses.customer.users: opens customer data or PII to the whole account, got "account"; name permission sets and roles'],
    combines: true,
  },
  {
    name: 'data about people open to the whole account, in another class',
    change: (i) => {
      i.dataClasses.operational.pii = true;
      i.dataClasses.operational.users = 'account';
    },
    expected: ['dataClasses.operational.users: opens customer data or PII to the whole account, got "account"; name permission sets and roles'],
  },
  {
    name: 'users of keys that are neither the account nor named',
    change: (i) => {
      i.dataClasses.application.users = 'everybody';
    },
    expected: ['dataClasses.application.users: must be \'account\', or { permissionSets, roles }, got "everybody"; correct it'],
  },
  {
    name: 'a permission set that administers and uses the keys of a class',
    change: (i) => {
      i.dataClasses.application.administrators = { permissionSets: ['KeyAdmin', 'PlatformAdmin'] };
      i.dataClasses.application.users = { permissionSets: ['Developer', 'PlatformAdmin'] };
    },
    expected: [
      'dataClasses.application.users.permissionSets.1: also administers the keys of this class (dataClasses.application.administrators), and who administers a key must not use it, got "PlatformAdmin"; remove it from one of the two',
    ],
  },
  {
    name: 'the key administrators of every class among its users',
    change: (i) => {
      i.dataClasses.customer.users = { permissionSets: ['KeyAdmin'] };
    },
    expected: [
      'dataClasses.customer.users.permissionSets.0: also administers the keys of this class (dataClasses.customer.administrators), and who administers a key must not use it, got "KeyAdmin"; remove it from one of the two',
    ],
  },
  {
    name: 'a role that administers and uses keys, and paths that meet',
    change: (i) => {
      i.dataClasses.customer.administrators = { roles: ['custody/keeper', 'vault/*'] };
      i.dataClasses.customer.users = { roles: ['app/orders', 'custody/*', 'vault/reader', 'custody/keeper'] };
    },
    expected: ['custody/*', 'vault/reader', 'custody/keeper'].map(
      (role, index) =>
        `dataClasses.customer.users.roles.${index + 1}: also administers the keys of this class (dataClasses.customer.administrators), and who administers a key must not use it, got "${role}"; remove it from one of the two`,
    ),
  },
  {
    name: 'the apply role and all of the platform among the users of keys',
    change: (i) => {
      i.dataClasses.customer.users = { roles: ['platform/apply', 'platform/*', 'platform/service/etl'] };
    },
    expected: ['platform/apply', 'platform/*'].map(
      (role, index) =>
        `dataClasses.customer.users.roles.${index}: takes in the apply role or break-glass, which administer every key, got "${role}"; name other roles, such as platform/service/NAME`,
    ),
  },
  {
    name: 'users of keys that read no data whatever a key allows',
    change: (i) => {
      i.dataClasses.customer.users = { permissionSets: ['SecurityAuditor'], roles: ['aws-service-role/ec2.amazonaws.com/x'] };
    },
    expected: [
      'dataClasses.customer.users.permissionSets.0: reads no data, whatever a key allows, got "SecurityAuditor"; name another permission set or remove it',
      'dataClasses.customer.users.roles.0: is a path of roles that AWS makes, got "aws-service-role/ec2.amazonaws.com/x"; name a permission set, or leave it to policies/key',
    ],
  },
  {
    name: 'administrators of keys that cannot, and that anybody could become',
    change: (i) => {
      i.dataClasses.customer.administrators = { permissionSets: ['Developer'], roles: ['app/custody'] };
    },
    expected: [
      'dataClasses.customer.administrators.permissionSets.0: cannot administer keys, whatever a key allows, got "Developer"; use KeyAdmin or PlatformAdmin',
      'dataClasses.customer.administrators.roles.0: lies under guardrails.applicationPaths, where developers make roles, got "app/custody"; use another path',
    ],
  },
  {
    name: 'a role with a slash in front, and all roles at once',
    change: (i) => {
      i.dataClasses.customer.users = { roles: ['/app/orders', '*'] };
    },
    expected: [
      'dataClasses.customer.users.roles.0: must be the path and name of a role, such as app/orders, or a path that ends in /*, such as app/*, got "/app/orders"; without a leading slash',
      'dataClasses.customer.users.roles.1: must begin with a path, got "*"; name the roles, such as app/*',
    ],
  },
  {
    name: 'a group that administers keys with one set and uses them with another',
    change: (i) => {
      i.dataClasses.application.administrators = { permissionSets: ['PlatformAdmin'] };
      i.dataClasses.application.users = { permissionSets: ['Developer'] };
      for (const permissionSet of ['PlatformAdmin', 'Developer']) i.access.assignments.push({ group: 'network-admins', permissionSet, accounts: ['dev'] });
    },
    expected: [
      'access.assignments.11.group: holds both PlatformAdmin, which administers the keys of dataClasses.application, and Developer, which uses them, got "network-admins"; use two groups',
    ],
  },
  {
    name: 'a region twice in a class',
    change: (i) => {
      i.dataClasses.application.additionalRegions = ['eu-central-1', { region: 'eu-central-1', status: 'retired' }];
    },
    expected: ['dataClasses.application.additionalRegions.1: is listed twice, got "eu-central-1"; remove it'],
  },
  {
    name: 'a mode of response that does not exist',
    change: (i) => {
      i.response = { families: { malware: { mode: 'auto' } } };
    },
    expected: ['response.families.malware.mode: must be one of off, dry-run, approve, automatic, got "auto"; choose one of these'],
  },
  {
    name: 'a family of responses that does not exist',
    change: (i) => {
      i.response = { families: { malwares: { mode: 'off' } } };
    },
    expected: ['response.families.malwares: is not a field of the configuration, got {"mode":"off"}; did you mean malware?'],
  },
  {
    name: 'a target of two days',
    change: (i) => {
      i.response = { families: { malware: { targetMinutes: 2880 } } };
    },
    expected: ['response.families.malware.targetMinutes: must be at most 1440 (a day), got 2880; correct it'],
  },
  {
    name: 'automatic responses on a step without responses',
    change: (i) => {
      i.response = { families: { malware: { mode: 'automatic' }, 'root-use': { mode: 'dry-run' } } };
    },
    expected: [
      "response.families.malware.mode: needs detection: 'respond' or higher (it is 'native'), or nothing responds, got \"automatic\"; raise detection, or remove it",
    ],
  },
  {
    name: 'every instance protected from responses',
    change: (i) => {
      i.response = { protectedArns: ['arn:aws:ec2:eu-west-1:111111111111:instance/*', 'arn:aws:iam::111111111111:role/VendorScanner'] };
    },
    expected: [
      'response.protectedArns.0: protects everything of its kind, got "arn:aws:ec2:eu-west-1:111111111111:instance/*"; name what is protected, or set the mode of a family to off',
    ],
  },
  {
    name: 'something protected from responses that is no ARN',
    change: (i) => {
      i.response = { protectedArns: ['i-0123456789abcdef0'] };
    },
    expected: ['response.protectedArns.0: must be an ARN pattern such as arn:aws:ec2:*:*:instance/i-0123456789abcdef0, got "i-0123456789abcdef0"; correct it'],
  },
  {
    name: 'trusted networks that are none, private, or not acknowledged',
    change: (i) => {
      i.hunting = { trustedNetworks: ['198.51.100.7/24', '10.0.0.0/8', 'x'] };
    },
    expected: [
      'hunting.trustedNetworks.2: must be an IPv4 network in CIDR notation, such as 10.16.0.0/16, got "x"; correct it',
      'hunting.trustedNetworks.0: has host bits set, got "198.51.100.7/24"; write 198.51.100.0/24',
      'hunting.trustedNetworks.1: is a private network, which GuardDuty lists do not look at, got "10.0.0.0/8"; remove it',
      'hunting.acknowledgeSilence: must be true: GuardDuty makes no findings about trusted networks, whoever attacks from there, got nothing; set it, or remove trustedNetworks',
    ],
  },
  {
    name: 'limits of hunting that are none',
    change: (i) => {
      i.hunting = { queryLimitGigabytes: 0, resultDays: 1.5 };
    },
    expected: ['hunting.queryLimitGigabytes: must be at least 1, got 0; correct it', 'hunting.resultDays: must be a whole number, got 1.5; correct it'],
  },
  {
    name: 'a domain that workloads may reach and rules/ioc refuses',
    change: (i) => {
      i.environments.prod.network.allowedDomains = ['.amazonaws.com', 'malware.example', '.command-and-control.example'];
    },
    expected: [
      'rules/ioc/starter.csv:5: would act against ourselves: it is environments.prod.network.allowedDomains.1 (malware.example), got "malware.example"; remove it',
      'rules/ioc/starter.csv:8: would act against ourselves: it is environments.prod.network.allowedDomains.2 (.command-and-control.example), got "*.command-and-control.example"; remove it',
    ],
  },
  {
    name: 'an account of ours in rules/ioc',
    change: (_i, ids) => {
      ids.accounts.prod = '999999999999';
    },
    expected: ['rules/ioc/starter.csv:13: would act against ourselves: it is in account prod, got "arn:aws:iam::999999999999:*"; remove it'],
  },
  {
    name: 'decoys of an account that there is not, and a name that tells',
    change: (i) => {
      i.deception = { names: { staging: { role: 'crm-support' }, prod: { role: 'honeypot-admin', parameter: '/prod/crm/password' } } };
    },
    expected: [
      'deception.names.staging: must be one of the accounts management, log-archive, security, prod, dev, test, got "staging"; correct the name',
      'deception.names.prod.role: tells that it is a decoy, got "honeypot-admin"; choose an ordinary name',
    ],
  },
  {
    name: 'names of decoys that AWS does not take',
    change: (i) => {
      i.deception = {
        seed: 'short',
        names: { prod: { role: 'a role', user: 'a/b', secret: 'a secret', bucket: 'much-too-long-a-name', parameter: 'password', domain: 'vault' } },
      };
    },
    expected: [
      'deception.seed: must have at least 8 characters, got "short"; correct it',
      'deception.names.prod.role: must be 1 to 64 letters, digits or +=,.@_-, got "a role"; correct it',
      'deception.names.prod.user: must be 1 to 64 letters, digits or +=,.@_-, got "a/b"; correct it',
      'deception.names.prod.secret: must be 1 to 128 letters, digits or /_+=.@-, got "a secret"; correct it',
      'deception.names.prod.bucket: must be 3 to 8 lower-case letters and digits, and begin with a letter, got "much-too-long-a-name"; correct it',
      'deception.names.prod.parameter: must be a path of 2 to 6 parts such as /prod/ledger/password, got "password"; correct it',
      'deception.names.prod.domain: must be a domain that nobody looks up, such as db.ledger.example.internal, got "vault"; correct it',
    ],
  },
  {
    name: 'data events of every function that nobody priced',
    change: (i) => {
      i.logging = { dataEvents: { resources: [{ name: 'functions', type: 'lambda' }] } };
    },
    expected: [
      'logging.dataEvents.acknowledgeCost: must be true: logging.dataEvents.resources.0 names no arnPrefixes, so every call on lambda in the organization costs 0.10 USD for 100,000, got nothing; set it, or name arnPrefixes',
    ],
  },
  {
    name: 'data events of another type than their ARN, and a name that is used twice',
    change: (i) => {
      const entry = { name: 'orders', type: 's3', arnPrefixes: ['arn:aws:s3:::acme-prod-'] };
      i.logging = { dataEvents: { resources: [entry, { ...entry, type: 'dynamodb' }] } };
    },
    expected: [
      'logging.dataEvents.resources.1.name: is used twice, got "orders"; choose another name',
      'logging.dataEvents.resources.1.arnPrefixes: must begin with arn:aws:dynamodb: as the type says, got "arn:aws:s3:::acme-prod-"; correct the type or the ARN',
    ],
  },
  {
    name: 'a lock of the archive that nobody can take back, and nobody said yes to',
    change: (i) => {
      i.logging = { archive: { lock: { mode: 'COMPLIANCE', days: 365 } } };
    },
    expected: [
      'logging.archive.lock.acknowledgeIrreversible: must be true: nobody can take a COMPLIANCE lock away or delete a log before its end, got nothing; set it, or choose GOVERNANCE',
    ],
  },
  {
    name: 'logs that go before their lock, and move when they are gone',
    change: (i) => {
      i.logging = { archive: { lock: { days: 60 }, keepDays: 45 } };
    },
    expected: [
      'logging.archive.keepDays: is below logging.archive.lock.days (60), so nothing would be deleted on time, got 45; keep logs longer, or lock them shorter',
      'logging.archive.coldAfterDays: must be below keepDays (45): S3 refuses to move what it deletes, got 90; move logs earlier, or keep them longer',
    ],
  },
  {
    name: 'six prefixes of log groups, and one that could end the filter',
    change: (i) => {
      i.logging = { centralLogGroups: { exceptPrefixes: ['/a', '/b', '/c', '/d', '/e', "/f' OR LogGroupName LIKE '"] } };
    },
    expected: [
      'logging.centralLogGroups.exceptPrefixes.5: must be the beginning of a log group name, got "/f\' OR LogGroupName LIKE \'"; correct it',
      'logging.centralLogGroups.exceptPrefixes: must hold at most 5 prefixes, got ["/a","/b","/c","/d","/e","/f\' OR LogGroupName LIKE \'"]; correct it',
    ],
  },
  {
    name: 'personal data that nobody looks for on this step',
    change: (i) => {
      i.credentialSearch = { personalData: ['iban'] };
    },
    expected: [
      "credentialSearch.personalData: needs detection: 'correlated' or higher (it is 'native'), or nothing is looked for, got [\"iban\"]; raise detection, or remove it",
    ],
  },
  {
    name: 'personal data that nobody knows, and twice',
    change: (i) => {
      i.detection = 'correlated';
      i.credentialSearch = { personalData: ['iban', 'passport', 'iban'] };
    },
    expected: [
      'credentialSearch.personalData.1: must be one of payment-card, iban, us-social-security-number, got "passport"; choose one of these',
      'credentialSearch.personalData.2: is listed twice, got "iban"; remove it',
    ],
  },
  {
    name: 'a misspelt field that is required: told once, with the name that was meant',
    change: (i) => {
      const { monthlyUsd, ...rest } = i.organization.budget;
      i.organization.budget = { ...rest, montlhyUsd: monthlyUsd };
    },
    expected: ['organization.budget.montlhyUsd: is not a field of the configuration, got 2500; did you mean monthlyUsd?'],
  },
  {
    name: 'a misspelt field within a default',
    change: (i) => {
      i.logging = { archive: { keepdays: 30 } };
    },
    expected: ['logging.archive.keepdays: is not a field of the configuration, got 30; did you mean keepDays?'],
  },
  {
    name: 'a misspelt id file',
    change: (_i, ids) => {
      ids.acounts = ids.accounts;
      delete ids.accounts;
    },
    expected: [
      'accounts.json: acounts: is not a field of the configuration, got {"log-archive":"222222222222","security":"333333333333","prod":"444444444444"...; did you mean accounts?',
    ],
  },
  {
    name: 'a misspelt region, by which others are measured: told once',
    change: (i) => {
      i.regions.additional = ['eu-centrl-1'];
      i.dataClasses.customer.additionalRegions = ['eu-central-1'];
      i.access.permissionSets = { Developer: { regions: ['eu-central-1'] } };
      i.accounts.security.existing = { accessAnalyzers: { 'eu-central-1': { ORGANIZATION: 'old' } } };
    },
    expected: ['regions.additional.0: must be the code of a region in the aws partition, such as eu-west-1, got "eu-centrl-1"; correct it'],
  },
  ...['us-gov-west-1', 'cn-north-1', 'eusc-de-east-1'].map((region) => ({
    name: `a region of another partition: ${region}`,
    change: (i: Loose) => {
      i.regions.home = region;
    },
    expected: [
      `regions.home: is a region of another partition (GovCloud, China, European Sovereign Cloud), with organizations, ARNs and services of its own, which the blueprint does not build, got "${region}"; choose a region of the aws partition, such as eu-west-1`,
    ],
  })),
  {
    name: 'a list in place of which there is one value',
    change: (i) => {
      i.organization.budget.subscribers = 'billing@example.com';
    },
    expected: ['organization.budget.subscribers: must be a list, got "billing@example.com"; correct it'],
  },
  {
    name: 'an assignment to nobody',
    change: (i) => {
      i.access.assignments[0].group = '';
    },
    expected: [
      'access.assignments.0.group: must be one of access.groups.names (platform-admins, developers, security-admins, auditors, network-admins, key-admins, billing), got ""; add the group or correct the name',
    ],
  },
  {
    name: 'groups that are no list of names',
    change: (i) => {
      i.access.groups.names = 'developers';
      i.access.groups.retired = ['old'];
      i.access.assignments = [{ group: 'constructor', permissionSet: 'Developer', accounts: ['dev'] }];
      i.access.existing = { groups: { toString: '93a4b8c2-1234-4abc-8def-0123456789ab' } };
    },
    expected: ['access.groups.names: must be an object, got "developers"; correct it'],
  },
  {
    name: 'what Terraform would read as an expression',
    change: (i) => {
      i.organization.contacts.billing.name = 'Finance ${team}';
      i.access.groups.names.billing = 'Pays %{ for all }';
      i.access.attributes = { Team: '${path:enterprise.department}' };
    },
    expected: [
      'organization.contacts.billing.name: holds ${, which Terraform reads as the start of an expression, got "Finance ${team}"; write it without',
      'access.groups.names.billing: holds %{, which Terraform reads as the start of an expression, got "Pays %{ for all }"; write it without',
    ],
  },
  {
    name: 'the same endpoint, product and pack twice',
    change: (i) => {
      i.detection = 'correlated';
      i.environments.prod.network.interfaceEndpoints = ['kms', 'sts', 'kms'];
      i.securityServices = {
        conformancePacks: ['data-classes', 'data-classes'],
        thirdPartyProducts: [
          { account: '517716713836', product: 'crowdstrike/crowdstrike-falcon' },
          { account: '517716713836', product: 'crowdstrike/crowdstrike-falcon' },
        ],
      };
    },
    expected: [
      'environments.prod.network.interfaceEndpoints.2: is listed twice, got "kms"; remove it',
      'securityServices.conformancePacks.1: is listed twice, got "data-classes"; remove it',
      'securityServices.thirdPartyProducts.1.product: is listed twice, got "crowdstrike/crowdstrike-falcon"; remove it',
    ],
  },
  {
    name: 'an import of a group with the name of a method',
    change: (i) => {
      i.access.existing = { groups: { toString: '93a4b8c2-1234-4abc-8def-0123456789ab' } };
    },
    expected: [
      'access.existing.groups.toString: is not in access.groups.names, got "93a4b8c2-1234-4abc-8def-0123456789ab"; add the group or remove the import',
    ],
  },
];
