import type { ControlException } from '../check';

/** Controls of the CIS AWS Foundations Benchmark without a check, and why. */
export const CIS_EXCEPTIONS: readonly ControlException[] = [
  {
    id: '2.1.5',
    kind: 'declined',
    reason:
      'Policies of the organization are changed in management only, through the pipeline and its plan gate. Whoever guards accounts must not be able to rewrite what guards their own (separation of duties); the security account reads them all.',
    covered: 'policies/organization/read-organization.ts; alarm guardrail-change',
    since: '2026-11',
  },
  {
    id: '2.2',
    kind: 'human',
    reason: 'Whether company, address and phone of an account are true, somebody has to read; they stand in no configuration.',
    covered: 'docs/runbooks/new-account.md; nobody but the apply role and break-glass changes them (ProtectAccountDefaults)',
    since: '2026-11',
  },
  {
    id: '3.1.2',
    kind: 'human',
    reason: 'MFA delete is set by the root user with its device only; no pipeline can, and members have no root credentials.',
    covered: 'Object Lock in the log archive, versions everywhere, DenyDataDestruction',
    since: '2026-11',
  },
];
