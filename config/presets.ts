/** What a profile chooses where the configuration says nothing. Prices: docs/costs.md. */
export const PROFILE_PRESETS = {
  production: {
    zones: ['a', 'b', 'c'],
    natGateways: 'per-zone',
    interfaceEndpoints: ['kms', 'secretsmanager', 'sts', 'logs', 'monitoring', 'ssm', 'ssmmessages', 'ec2messages', 'ecr.api', 'ecr.dkr', 'ec2'],
    firewall: 'alert',
  },
  economy: { zones: ['a', 'b'], natGateways: 'none', interfaceEndpoints: [], firewall: 'off' },
} as const;

/** Hours of a session where the configuration says nothing: shorter for what does more harm. */
export const SESSION_HOURS = {
  PlatformAdmin: 1,
  Developer: 4,
  DeveloperReadOnly: 8,
  SecurityAdmin: 1,
  SecurityAuditor: 8,
  NetworkAdmin: 1,
  KeyAdmin: 1,
  Billing: 4,
} as const;
