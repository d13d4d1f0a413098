/** One field of a finding, compared: PREFIX, EQUALS, CONTAINS and their negations (Security Hub API, StringFilter). */
export interface Comparison {
  readonly comparison: string;
  readonly value: string;
}

/** A rule that changes findings as they come in. */
export interface AutomationRule {
  /** Why; Security Hub shows it beside the rule. */
  readonly description: string;
  /** Fields of AutomationRulesFindingFilters that Security Hub compares as text. */
  readonly criteria: Readonly<Record<string, readonly Comparison[]>>;
  readonly severity?: 'CRITICAL' | 'HIGH' | 'MEDIUM' | 'LOW' | 'INFORMATIONAL';
  readonly workflow?: 'NOTIFIED' | 'SUPPRESSED' | 'RESOLVED';
  readonly note: string;
}

/** Any of some values. */
export const equals = (...values: readonly string[]): Comparison[] => values.map((value) => ({ comparison: 'EQUALS', value }));
const ACTIVE = { recordState: equals('ACTIVE'), workflowStatus: equals('NEW') };

/** In this order; the last one that changes a field wins. No rule hides what an intruder could cause: only what passed, or what nobody acts on. */
export const AUTOMATION_RULES: Readonly<Record<string, AutomationRule>> = {
  'passed-checks': {
    description: 'Checks that pass need nobody: resolved, so that what is open is what is wrong',
    criteria: { ...ACTIVE, complianceStatus: equals('PASSED') },
    workflow: 'RESOLVED',
    note: 'The check passes.',
  },
  'platform-roles': {
    description: 'A finding about roles or logs of the platform itself: it guards the others, so it is graver',
    criteria: {
      ...ACTIVE,
      severityLabel: equals('MEDIUM', 'HIGH'),
      resourceId: [
        { comparison: 'CONTAINS', value: ':role/platform/' },
        { comparison: 'CONTAINS', value: '-logs-cloudtrail-' },
      ],
    },
    severity: 'CRITICAL',
    note: 'It concerns the platform itself.',
  },
  'credentials-outside': {
    description: 'Credentials of an instance or a role used from outside AWS: whoever has them is in',
    criteria: { ...ACTIVE, type: [{ comparison: 'PREFIX', value: 'TTPs/Credential Access' }], severityLabel: equals('HIGH') },
    severity: 'CRITICAL',
    note: 'Stolen credentials are used: treat as critical.',
  },
};
