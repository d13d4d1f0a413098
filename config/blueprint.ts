import type { PermissionSetName } from './access-schema';
import type { AlertSeverity } from './alerts-schema';
import type { ParsedBlueprint } from './blueprint-schema';
import type { KeyPrincipals } from './data-class-schema';
import type { TlsInspectionSettings } from './inspection-schema';
import type { CentralConnection, NetworkTopology } from './network-topology';

export type AccountStatus = 'onboarding' | 'active' | 'suspended' | 'retired';

/** An account of the organization, with every question answered. */
export interface Account {
  /** Name in the configuration; also its environment's name. `management` belongs to environment `org`. */
  readonly name: string;
  /** Environment whose backend and roles serve this account: `org` for management, else the account's name. */
  readonly environment: string;
  /** 12 digits; a placeholder (0000…) until accounts.json or importId holds the real one. */
  readonly id: string;
  readonly email: string;
  /** AWS account name. */
  readonly displayName: string;
  readonly status: AccountStatus;
  /** Path of the organizational unit that the account belongs to once active; '' for the root. */
  readonly organizationalUnit: string;
  readonly importId?: string;
  readonly bootstrapRoleName?: string;
  readonly budgetUsd?: number;
  readonly existing: ParsedBlueprint['accounts']['management']['existing'];
}

/** A connection that may be opened. */
export interface Flow {
  readonly from: 'internet' | 'load-balancer' | 'app' | 'data';
  readonly to: 'load-balancer' | 'app' | 'data' | 'endpoints' | 's3' | 'dynamodb' | 'internet';
  readonly protocol: 'tcp' | 'udp';
  readonly ports: readonly [first: number, last: number];
}

/** A workload environment: its account and what it holds. */
export interface Environment {
  readonly name: string;
  readonly account: Account;
  readonly profile: 'production' | 'economy';
  readonly handsOn: boolean;
  readonly network: {
    readonly cidr: string;
    readonly zones: readonly string[];
    readonly natGateways: 'per-zone' | 'single' | 'none';
    readonly interfaceEndpoints: readonly string[];
    readonly firewall: 'off' | 'alert' | 'block';
    readonly allowedDomains: readonly string[];
    readonly publicIngress: boolean;
    readonly encryptionControl: 'off' | 'monitor' | 'enforce';
    readonly dnsFirewall: 'off' | 'alert' | 'block';
    readonly dnsFailOpen: boolean;
    readonly tlsInspection?: TlsInspectionSettings;
    readonly flows: readonly Flow[];
    /** Subnets for a transit gateway's interfaces: from the day on which a central network is configured, so that switching moves routes only. */
    readonly transitSubnets: boolean;
    /** Topology central: the way out is the transit gateway of account `network`. */
    readonly central?: {
      /** Id of the account that owns the transit gateway. */
      readonly gatewayOwner: string;
      readonly opens: readonly CentralConnection[];
      readonly admits: readonly CentralConnection[];
    };
  };
  readonly waf: Omit<ParsedBlueprint['environments'][string]['waf'], 'ruleFiles' | 'regional'> & {
    readonly ruleFiles: 'all' | readonly string[];
    readonly regional: boolean;
  };
  readonly shieldAdvanced: ParsedBlueprint['environments'][string]['shieldAdvanced'];
  readonly examples?: ParsedBlueprint['environments'][string]['examples'];
}

/** Whatever has a network of ours: an environment, or the inspection VPC. */
export type Inspected = Pick<Environment, 'name' | 'account' | 'profile' | 'network'>;

/** How far one permission set reaches and how long a session lasts. */
export interface PermissionSetLimits {
  readonly sessionHours: number;
  readonly regions: readonly string[];
  /** IAM prefixes; absent where the set's own policies are the only limit. */
  readonly services?: readonly string[];
}

export type DataClassName = keyof ParsedBlueprint['dataClasses'];

/** A class of data: what its keys, tags, retention and readers follow from. */
export type DataClass = Omit<ParsedBlueprint['dataClasses'][DataClassName], 'users'> & {
  /** `account`: whoever the account's own policies let use the service. */
  readonly users: 'account' | KeyPrincipals;
};

/** The effective configuration: parsed, presets applied, ids filled in, frozen. */
export interface Blueprint {
  readonly organization: ParsedBlueprint['organization'] & { readonly id: string; readonly rootId: string };
  readonly identityCenter: { readonly instanceArn: string; readonly identityStoreId: string; readonly region: string };
  readonly regions: {
    readonly home: string;
    /** Home first, then additional ones, then us-east-1; each once. */
    readonly enabled: readonly string[];
  };
  readonly pipeline: ParsedBlueprint['pipeline'] & { readonly webIdentitySubjects: readonly string[] };
  readonly breakGlass: ParsedBlueprint['breakGlass'];
  /** Every account by name: management, log-archive, security, network if there is one, then environments in the configuration's order. */
  readonly accounts: Readonly<Record<string, Account>>;
  readonly environments: readonly Environment[];
  readonly dataClasses: Readonly<Record<DataClassName, DataClass>>;
  readonly backup: ParsedBlueprint['backup'];
  readonly dataProtection: ParsedBlueprint['dataProtection'];
  readonly credentialSearch: ParsedBlueprint['credentialSearch'];
  readonly logging: ParsedBlueprint['logging'];
  readonly access: Omit<ParsedBlueprint['access'], 'permissionSets'> & { readonly permissionSets: Readonly<Record<PermissionSetName, PermissionSetLimits>> };
  readonly guardrails: ParsedBlueprint['guardrails'];
  readonly alerts: {
    /** Severity -> e-mail addresses. */
    readonly emails: Readonly<Record<AlertSeverity, readonly string[]>>;
    readonly chat: ParsedBlueprint['alerts']['chat'];
  };
  readonly securityServices: ParsedBlueprint['securityServices'];
  readonly detection: ParsedBlueprint['detection'];
  readonly response: ParsedBlueprint['response'];
  readonly deception: ParsedBlueprint['deception'];
  readonly dnsFirewall: ParsedBlueprint['dnsFirewall'];
  readonly hunting: ParsedBlueprint['hunting'];
  readonly network: NetworkTopology;
  readonly firewallManager: ParsedBlueprint['firewallManager'];
  /** Path of every organizational unit -> id (a placeholder until `npm run accounts -- pull`). */
  readonly organizationalUnits: Readonly<Record<string, string>>;
}

/** Whether an account is worked with: it is not on its way out. */
export const isInService = ({ status }: Pick<Account, 'status'>): boolean => status === 'onboarding' || status === 'active';

/** The account with a name; names are checked at load, so a miss is a defect of the blueprint itself. */
export function accountNamed(blueprint: Blueprint, name: string): Account {
  const account = blueprint.accounts[name];
  if (!account) throw new Error(`accounts.${name}: there is no such account`);
  return account;
}

/**
 * The account that somebody names on the command line.
 * @throws Error with the names that there are
 */
export function accountAsked(blueprint: Blueprint, name: string): Account {
  const account = blueprint.accounts[name];
  if (!account) throw new Error(`account: must be one of ${Object.keys(blueprint.accounts).join(', ')}, got ${name}; name an account, not a stack`);
  return account;
}
