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
    state: 'open',
  },
];
