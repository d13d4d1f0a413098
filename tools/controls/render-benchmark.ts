import { escaped, tableLines } from '../synthesis/markdown-table';
import type { Benchmark } from './catalogue';
import type { Estate } from './estate';
import { stepOf, type Verdict } from './evaluate';
import { resultOf, scoreIn, scoreOf } from './score';

/** Every control of a benchmark with what became of it. */
export function benchmarkLines({ name, ids }: Benchmark, verdicts: readonly Verdict[]): string[] {
  const { proven, excepted, open, violated } = scoreOf(verdicts);
  return [
    `${name}, ${ids.length} controls: **${proven} proven**, ${excepted} with an exception, ${open} open${violated > 0 ? `, ${violated} violated` : ''}.`,
    '',
    ...tableLines(['id', 'result', 'from step', 'what holds', 'accounts', 'check'], verdicts.map(row)),
  ];
}

function row(verdict: Verdict): string[] {
  const { id, check, exception, open, sameAs, file } = verdict;
  const result = resultOf(verdict);
  if (exception) return [id, `exception: ${exception.kind}`, '', escaped(`${exception.reason} Instead: ${exception.covered}.`), '', `${exception.since}`];
  if (!check) return [id, result, '', '', '', ''];
  const where = check.modules ? `${check.scope} (showcase)` : check.scope;
  const what = sameAs ? `as CIS ${sameAs}` : [check.what, check.rest].filter(Boolean).join('. Rest: ');
  return [id, result === 'open' ? `open: waits for ${open}` : result, stepOf(check), escaped(what), where, `${file}`];
}

/** Each account as it is configured: what holds of what is judged there. */
export const accountLines = (estate: Estate, benchmarks: readonly (readonly Verdict[])[]): string[] =>
  tableLines(
    ['account', 'CIS', 'FSBP'],
    estate.accounts('every account').map(({ name }) => [
      name,
      ...benchmarks.map((verdicts) => {
        const { proven, judged } = scoreIn(name, verdicts, estate);
        return `${proven} of ${judged}`;
      }),
    ]),
  );
