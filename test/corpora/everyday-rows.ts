import type { Call } from '../../tools/can/corpus';
import type { Layer } from '../../tools/can/decide';
import type { Everyday } from './corpus';

interface More extends Omit<Call, 'action' | 'resources'> {
  readonly layers?: readonly Layer[];
}

/** What is done, the action, and what it is done to: ARNs without `arn:aws:`, {here} for the account; everything (`*`) by default. */
export type Line = readonly [what: string, action: string, resources?: string | readonly string[], more?: More];

const arn = (resource: string): string => (resource === '*' ? resource : `arn:aws:${resource}`);

function rows(expect: Everyday['expect'], as: string, accounts: string | readonly string[], lines: readonly Line[]): Everyday[] {
  return [accounts].flat().flatMap((account) =>
    lines.map(([what, action, resources = '*', { layers, ...more } = {}]): Everyday => {
      const call: Call = { action, resources: [resources].flat().map(arn), ...more };
      return JSON.parse(JSON.stringify({ what, as, in: account, call, expect, ...(layers ? { layers } : {}) }).replaceAll('{here}', `{${account}}`));
    }),
  );
}

/** Work of a principal in one or several accounts. */
export const may = (as: string, accounts: string | readonly string[], lines: readonly Line[]): Everyday[] => rows('allow', as, accounts, lines);

/** Controls: what its job must not do there. */
export const mustNot = (as: string, accounts: string | readonly string[], lines: readonly Line[]): Everyday[] => rows('deny', as, accounts, lines);

/** Global services answer in us-east-1. */
export const GLOBAL = { region: 'us-east-1' } as const;
/** A service does it on behalf of the caller. */
export const FORWARDED = { 'aws:ViaAWSService': 'true' } as const;
