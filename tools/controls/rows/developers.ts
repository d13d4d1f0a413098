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
    state: 'done',
    module:
      'functions/response, functions/credential-search, modules/detection/{forwarded-response-events,alert-message,credential-search}, tools/leaks, modules/data/log-masking, modules/detection/macie',
    test: 'test/functions/{response,credential-search}, test/modules/detection/{event-patterns,credential-search}, test/tools/leaks, .ci/prove/{respond,credential-search}',
    rendered: '(steps correlated and respond; fixture everything-on)',
  },
];
