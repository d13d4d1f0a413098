import { defineBlueprint } from './config/define-blueprint';

// The one file that a fork edits. Every field is documented in config/*-schema.ts; `npm run config` prints the effect.
export default defineBlueprint({
  organization: {
    name: 'example-corp',
    contacts: {
      billing: { name: 'Finance Team', title: 'Accounts Payable', email: 'billing@example.com', phone: '+353 1 555 0100' },
      operations: { name: 'Platform Team', title: 'On-call Engineer', email: 'operations@example.com', phone: '+353 1 555 0101' },
      security: { name: 'Security Team', title: 'Incident Manager', email: 'security@example.com', phone: '+353 1 555 0102' },
    },
    budget: { monthlyUsd: 2500, subscribers: ['billing@example.com', 'operations@example.com'] },
  },
  regions: { home: 'eu-west-1', additional: ['eu-central-1'] },
  pipeline: { repository: 'example-corp/aws-security-blueprint' },
  accounts: {
    management: { email: 'aws+management@example.com' },
    'log-archive': { email: 'aws+log-archive@example.com', status: 'active' },
    security: { email: 'aws+security@example.com', status: 'active' },
  },
  environments: {
    prod: { email: 'aws+prod@example.com', status: 'active', profile: 'production', network: { cidr: '10.16.0.0/16' } },
    dev: {
      email: 'aws+dev@example.com',
      status: 'active',
      profile: 'economy',
      handsOn: true,
      network: { cidr: '10.32.0.0/16' },
      budgetUsd: 300,
    },
    test: { email: 'aws+test@example.com', status: 'active', profile: 'economy', network: { cidr: '10.48.0.0/16' }, budgetUsd: 300 },
  },
  dataClasses: {
    customer: { pii: true, retentionDays: 2557 },
    application: { pii: false, retentionDays: 365 },
    operational: { pii: false, retentionDays: 400 },
    infrastructure: { pii: false, retentionDays: 365 },
  },
  access: {
    groups: {
      names: {
        'platform-admins': 'Apply the platform in emergencies and look after its pipeline',
        developers: 'Build and run workloads',
        'security-admins': 'Run detection and response',
        auditors: 'Read everything that proves compliance, change nothing',
        'network-admins': 'Change networks in every environment',
        'key-admins': 'Administer keys that they cannot use',
        billing: 'Pay the bill and watch its growth',
      },
    },
    assignments: [
      { group: 'platform-admins', permissionSet: 'OrganizationAdmin', accounts: ['management'] },
      { group: 'platform-admins', permissionSet: 'PlatformAdmin', accounts: ['security', 'dev', 'test'] },
      { group: 'developers', permissionSet: 'Developer', accounts: ['dev'] },
      { group: 'developers', permissionSet: 'DeveloperOperator', accounts: ['test'] },
      { group: 'developers', permissionSet: 'DeveloperReadOnly', accounts: ['prod'] },
      { group: 'security-admins', permissionSet: 'SecurityAdmin', accounts: ['security'] },
      { group: 'auditors', permissionSet: 'OrganizationAuditor', accounts: ['management'] },
      { group: 'auditors', permissionSet: 'SecurityAuditor', accounts: ['log-archive', 'security', 'prod', 'dev', 'test'] },
      { group: 'network-admins', permissionSet: 'NetworkAdmin', accounts: ['prod', 'dev', 'test'] },
      { group: 'key-admins', permissionSet: 'KeyAdmin', accounts: ['prod', 'dev', 'test'] },
      { group: 'billing', permissionSet: 'Billing', accounts: ['management'] },
    ],
  },
});
