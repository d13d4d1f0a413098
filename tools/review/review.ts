import { lossesBetween } from '../synthesis/stateful-inventory';
import { goneProtection, grantedAccess } from './granted-access';
import { type ChangeGroup, grouped, placesOf } from './grouped-changes';
import { weakerGuardrails } from './guardrail-rows';
import { looserValues } from './looser-values';
import { openedPaths } from './opened-paths';
import { type Page, type RowChanges, rowChanges } from './page-rows';
import { type PriceChange, priceChanges } from './price-changes';
import { documentsIn, type RenderedFiles } from './rendered-files';
import { withoutRepacking } from './repacked';
import { resourceChanges } from './resource-changes';
import { type WiderStatement, widerStatements } from './statement-changes';
import type { VerdictChanges } from './verdict-changes';

/** What a reviewer wants to know of a change, the worst first. */
export interface Review {
  /** `STACK/ADDRESS` of stateful resources that disappear without a tombstone. */
  readonly losses: readonly string[];
  /** Statements that bind fewer units or exempt more roles. */
  readonly weakerGuardrails: readonly string[];
  /** Statements of other policies that allow more, `STACK/ADDRESS, ...: says`. */
  readonly widerStatements: readonly string[];
  /** Settings that protect less, `PLACES ADDRESS: says`. */
  readonly looserValues: readonly string[];
  /** Who reaches whom now and did not before. */
  readonly openedPaths: readonly string[];
  /** Assignments, memberships, shares that are new. */
  readonly grantedAccess: readonly string[];
  /** Alarms, rules, logs and locks that are gone. */
  readonly goneProtection: readonly string[];
  readonly pages: Readonly<Record<Page, RowChanges>>;
  readonly prices: readonly PriceChange[];
  readonly newStacks: readonly { readonly stack: string; readonly resources: number }[];
  readonly goneStacks: readonly string[];
  readonly groups: readonly ChangeGroup[];
  /** Undefined where policies are the same, or could not be evaluated. */
  readonly verdicts?: VerdictChanges;
}

/** Compares two renderings: pure, so that what a reviewer reads can be tested. */
export function review(before: RenderedFiles, after: RenderedFiles, verdicts?: VerdictChanges): Review {
  const [old, now] = [documentsIn(before), documentsIn(after)];
  const inBoth = [...now.keys()].filter((stack) => old.has(stack));
  const newStacks = [...now]
    .filter(([stack]) => !old.has(stack))
    .map(([stack, document]) => ({ stack, resources: resourceChanges(stack, {}, document).length }));
  const groups = grouped(
    withoutRepacking(
      inBoth.flatMap((stack) => resourceChanges(stack, old.get(stack), now.get(stack))),
      old,
      now,
    ),
  );
  const inventory = (files: RenderedFiles) => JSON.parse(files.get('stateful.json') ?? '{}');
  const added = new Set(newStacks.map(({ stack }) => stack));
  const page = (name: Page) => rowChanges(name, before.get(name) ?? '', after.get(name) ?? '', added);
  return {
    losses: lossesBetween(inventory(before), inventory(after), now, []).map(({ stack, address }) => `${stack}/${address}`),
    weakerGuardrails: weakerGuardrails(before.get('guardrails.md') ?? '', after.get('guardrails.md') ?? ''),
    widerStatements: toldOnce(inBoth.flatMap((stack) => widerStatements(stack, old.get(stack), now.get(stack)))),
    looserValues: groups.flatMap((group) => looserValues(group).map((says) => `${placesOf(group)} ${group.addresses.join(', ')}: ${says}`)),
    openedPaths: openedPaths(before.get('reachability.md') ?? '', after.get('reachability.md') ?? ''),
    grantedAccess: grantedAccess(groups),
    goneProtection: goneProtection(groups),
    pages: { 'trusts.md': page('trusts.md'), 'data-access.md': page('data-access.md'), 'reachability.md': page('reachability.md') },
    prices: priceChanges(old, now),
    newStacks,
    goneStacks: [...old.keys()].filter((stack) => !now.has(stack)),
    groups,
    ...(verdicts ? { verdicts } : {}),
  };
}

/** What several policies win alike is one line. */
function toldOnce(statements: readonly WiderStatement[]): string[] {
  const places = new Map<string, string[]>();
  for (const { stack, address, says } of statements) places.set(says, [...new Set([...(places.get(says) ?? []), `${stack}/${address}`])]);
  return [...places].map(([says, where]) => `${where.join(', ')}: ${says}`);
}
