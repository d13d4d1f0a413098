import { type Comparison, equals } from './security-hub-automation';

/** A saved question to all findings. */
export interface Insight {
  readonly name: string;
  readonly groupBy: string;
  readonly filters: Readonly<Record<string, readonly Comparison[]>>;
}

const OPEN = { recordState: equals('ACTIVE'), workflowStatus: equals('NEW', 'NOTIFIED') };

/** What the security team looks at first. */
export const INSIGHTS: Readonly<Record<string, Insight>> = {
  'accounts-under-attack': {
    name: 'Accounts with critical or high findings that are no checks',
    groupBy: 'AwsAccountId',
    filters: { ...OPEN, severityLabel: equals('CRITICAL', 'HIGH'), productName: [{ comparison: 'NOT_EQUALS', value: 'Security Hub' }] },
  },
  'resources-most-found': {
    name: 'Resources with the most open critical and high findings',
    groupBy: 'ResourceId',
    filters: { ...OPEN, severityLabel: equals('CRITICAL', 'HIGH') },
  },
  'failing-controls': {
    name: 'Controls that fail in the most places',
    groupBy: 'ComplianceSecurityControlId',
    filters: { ...OPEN, complianceStatus: equals('FAILED') },
  },
  'third-parties': {
    name: 'Findings of products that are not from AWS',
    groupBy: 'ProductName',
    filters: { ...OPEN, companyName: [{ comparison: 'NOT_EQUALS', value: 'AWS' }] },
  },
};
