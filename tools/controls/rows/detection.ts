import type { RequirementRow } from '../requirement-row';

/** Section D. Detection maturity of the requirements. */
export const DETECTION_ROWS: readonly RequirementRow[] = [
  {
    id: 'D1',
    state: 'part',
    module: 'modules/detection/organization-trail, config-recorder, organization-view (external and unused access), modules/network/flow-logs',
    test: 'test/synthesis',
    rendered: 'org-management, all',
    missing: 'data events, resolver query logs, the whole CIS set',
  },
  {
    id: 'D2',
    state: 'part',
    module: 'modules/detection/log-archive, log-bucket',
    test: 'test/synthesis',
    rendered: 'log-archive',
    missing: 'central log groups, evaluation',
  },
  {
    id: 'D3',
    state: 'open',
    module: 'modules/account/delegated-administrators (delegation only)',
    rendered: 'org (fixture everything-on)',
  },
  {
    id: 'D4',
    state: 'open',
  },
  {
    id: 'D5',
    state: 'open',
  },
  {
    id: 'D6',
    state: 'open',
  },
];
