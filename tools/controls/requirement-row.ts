import { ACCOUNT_ROWS } from './rows/account';
import { DATA_ROWS } from './rows/data';
import { DETECTION_ROWS } from './rows/detection';
import { DEVELOPERS_ROWS } from './rows/developers';
import { NETWORK_ROWS } from './rows/network';
import { PROJECT_ROWS } from './rows/project';

/** What the blueprint must do, and where it does: one row of the table in docs/controls.md. */
export interface RequirementRow {
  readonly id: string;
  /** done: in the synthesized JSON and tested. part: `missing` says what is not. */
  readonly state: 'done' | 'part' | 'open';
  /**
   * Paths, separated by comma or semicolon: braces and * as in a shell, endings left out, a name without a folder stands in
   * the folder of the path before it; parentheses hold remarks. The test refuses a path that the tree does not have.
   */
  readonly module?: string;
  /** Paths, written like those of `module`. */
  readonly test?: string;
  /** Stacks or pages under rendered/; `all`, or `(fixture NAME)`. */
  readonly rendered?: string;
  readonly missing?: string;
}

/** Every requirement, in order. */
export const REQUIREMENT_ROWS: readonly RequirementRow[] = [
  ...ACCOUNT_ROWS,
  ...DATA_ROWS,
  ...NETWORK_ROWS,
  ...DETECTION_ROWS,
  ...DEVELOPERS_ROWS,
  ...PROJECT_ROWS,
];
