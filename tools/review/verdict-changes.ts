/** What an organization's policies say of one row of the corpora. */
export interface Verdict {
  readonly kind: 'attack' | 'everyday';
  /** `Developer in dev` */
  readonly who: string;
  readonly what: string;
  readonly allowed: boolean;
  /** Sids that deny it. */
  readonly by: readonly string[];
}

/** Rows of one principal in one account that changed alike. */
export interface RowsOf {
  /** `Developer in dev` */
  readonly who: string;
  readonly rows: readonly string[];
  /** Sids that deny them, the most frequent first; before, where the rows are open now. */
  readonly by: readonly string[];
}

export interface VerdictChanges {
  /** Rows that both sides were asked. */
  readonly asked: number;
  readonly opened: readonly RowsOf[];
  readonly stopped: readonly RowsOf[];
  /** Everyday work that was allowed and is denied now. */
  readonly blocked: readonly RowsOf[];
  readonly unblocked: readonly RowsOf[];
}

/** Rows whose answer differs. Rows that only one side knows are another organization's, not another answer. */
export function verdictChanges(before: ReadonlyMap<string, Verdict>, after: ReadonlyMap<string, Verdict>): VerdictChanges {
  const both = [...after].flatMap(([row, now]) => {
    const old = before.get(row);
    return old ? [{ old, now }] : [];
  });
  const changed = both.filter(({ old, now }) => old.allowed !== now.allowed);
  const of = (kind: Verdict['kind'], allowed: boolean) =>
    byPrincipal(changed.filter(({ now }) => now.kind === kind && now.allowed === allowed).map(({ old, now }) => ({ ...now, by: allowed ? old.by : now.by })));
  return { asked: both.length, opened: of('attack', true), stopped: of('attack', false), blocked: of('everyday', false), unblocked: of('everyday', true) };
}

function byPrincipal(verdicts: readonly Verdict[]): RowsOf[] {
  return [...new Set(verdicts.map(({ who }) => who))].map((who) => {
    const own = verdicts.filter((one) => one.who === who);
    const sids = own.flatMap(({ by }) => (by.length > 0 ? by : ['nobody allows it']));
    const count = (sid: string) => sids.filter((one) => one === sid).length;
    return { who, rows: own.map(({ what }) => what), by: [...new Set(sids)].sort((a, b) => count(b) - count(a)) };
  });
}
