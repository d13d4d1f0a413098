import type { PermissionSetName } from './access-schema';

/**
 * Connections that every environment may open where the configuration names none: visitors to the load balancer, from there to
 * the app tier, and from there to AWS services and (through NAT and firewall) to the internet. Nothing to the data tier.
 */
export const PRESET_FLOWS = [
  { from: 'internet', to: 'load-balancer', port: 443, protocol: 'tcp' },
  { from: 'internet', to: 'load-balancer', port: 80, protocol: 'tcp' }, // answered with a redirect to HTTPS
  { from: 'load-balancer', to: 'app', port: 443, protocol: 'tcp' },
  { from: 'app', to: 'endpoints', port: 443, protocol: 'tcp' },
  { from: 'app', to: 's3', port: 443, protocol: 'tcp' },
  { from: 'app', to: 'dynamodb', port: 443, protocol: 'tcp' },
  { from: 'app', to: 'internet', port: 443, protocol: 'tcp' },
] as const;

/** What a profile chooses where the configuration says nothing. Prices: docs/costs.md. */
export const PROFILE_PRESETS = {
  production: {
    zones: ['a', 'b', 'c'],
    natGateways: 'per-zone',
    interfaceEndpoints: ['kms', 'secretsmanager', 'sts', 'logs', 'monitoring', 'ssm', 'ssmmessages', 'ec2messages', 'ecr.api', 'ecr.dkr', 'ec2'],
    firewall: 'alert',
    wafRuleFiles: 'all',
    publicIngress: true,
    encryptionControl: 'monitor',
  },
  economy: {
    zones: ['a', 'b'],
    natGateways: 'none',
    interfaceEndpoints: [],
    firewall: 'off',
    wafRuleFiles: [],
    publicIngress: false,
    encryptionControl: 'off',
  },
} as const;

/** What a stolen session of a permission set could do: change what protects others, change its own work, or read. */
export const PERMISSION_SET_RISKS = {
  PlatformAdmin: 'administrator',
  Developer: 'worker',
  DeveloperOperator: 'worker',
  DeveloperReadOnly: 'reader',
  SecurityAdmin: 'administrator',
  SecurityAuditor: 'reader',
  NetworkAdmin: 'administrator',
  KeyAdmin: 'administrator',
  Billing: 'worker',
  OrganizationAdmin: 'administrator',
  OrganizationAuditor: 'reader',
} as const satisfies Readonly<Record<PermissionSetName, string>>;

/** Hours of a session where the configuration says nothing: shorter for what does more harm. */
export const SESSION_HOURS = { administrator: 1, worker: 4, reader: 8 } as const;
