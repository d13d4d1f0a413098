import type { RequirementRow } from '../requirement-row';

/** Section F. The project's shape of the requirements. */
export const PROJECT_ROWS: readonly RequirementRow[] = [
  {
    id: 'F1',
    state: 'done',
    module: 'package.json',
    test: 'test/package-lock',
  },
  {
    id: 'F2',
    state: 'done',
    module: 'main.ts, lib/apply-order',
    test: 'test/synthesis, .ci/prove/example',
    rendered: 'all',
  },
  {
    id: 'F3',
    state: 'done',
    module: 'modules/account/account-foundation, tools/bootstrap',
    test: 'test/synthesis, .ci/prove/example',
    rendered: '*-state',
  },
  {
    id: 'F4',
    state: 'done',
    module: 'tools/{synthesis,review}',
    test: 'test/tools/synth-command, test/tools/review',
    rendered: 'all',
  },
  {
    id: 'F5',
    state: 'done',
    module: 'blueprint.config.ts, config/',
    test: 'test/config',
  },
];
