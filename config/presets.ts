import type { PermissionSetName } from './access-schema';

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
