import type { RequirementRow } from '../requirement-row';

/** Section E. Developers' own keys of the requirements. */
export const DEVELOPERS_ROWS: readonly RequirementRow[] = [
  {
    id: 'E1',
    state: 'done',
    module: '.githooks, tools/git-hook',
    test: 'test/tools/git-hook',
  },
  {
    id: 'E2',
    state: 'part',
    module: 'functions/response, modules/detection/{forwarded-response-events,alert-message}, tools/leaks, modules/detection/macie',
    test: 'test/functions/response, test/modules/detection/event-patterns, test/tools/leaks, .ci/prove/respond',
    rendered: '(steps correlated and respond; fixture everything-on)',
    missing: 'looking for credentials in the user data and parameters of running workloads (synthesis and log masking look in ours)',
  },
];
