import { DETECTION_STEPS, type DetectionStep } from '../../config/detection-steps';
import { escaped, tableLines } from '../synthesis/markdown-table';
import { type Answer, answerOn, type Coverage } from './coverage';

const ANSWERS: readonly Answer[] = ['denied', 'alerted', 'finding', 'counted', 'silent'];
const names = (found: ReadonlyMap<string, DetectionStep>): string => [...found].map(([name, step]) => `${name} (${step})`).join(', ');

/** How many techniques get which answer on each step. */
export function summaryLines(coverage: readonly Coverage[]): string[] {
  const rows = DETECTION_STEPS.map((step) => {
    const answers = coverage.map((one) => answerOn(one, step));
    return [step, ...ANSWERS.map((answer) => String(answers.filter((one) => one === answer).length))];
  });
  return tableLines(['Step', ...ANSWERS], rows);
}

/** Every technique with what denies it, and what would tell. */
export function techniqueLines(coverage: readonly Coverage[]): string[] {
  const rows = coverage.map(({ asked, alerts, counted, findings }) => [
    asked.tactic,
    escaped(asked.what),
    escaped(asked.source),
    asked.deniedBy.join(', ') || '-',
    names(alerts) || '-',
    [...(counted.size > 0 ? [names(counted)] : []), ...(findings ? [`findings (${findings}): ${(asked.findings ?? []).join(', ')}`] : [])].join('; ') || '-',
  ]);
  return tableLines(['Tactic', 'What', 'Source', 'Denied by', 'Alerts', 'May tell'], rows);
}

/** What nothing denies and nothing surely tells, with the reason to live with it. */
export function gapLines(coverage: readonly Coverage[], step: DetectionStep): string[] {
  const open = coverage.filter((one) => ['finding', 'counted', 'silent'].includes(answerOn(one, step)));
  const rows = open.map((one) => [
    one.asked.tactic,
    escaped(one.asked.what),
    answerOn(one, step),
    names(one.counted) || (one.findings ? (one.asked.findings ?? []).join(', ') : '-'),
  ]);
  return rows.length > 0 ? tableLines(['Tactic', 'What', 'Answer', 'What may tell'], rows) : ['None.'];
}

/** Puts lines between the markers of a name in a page. @throws Error when the page has no such markers */
export function replaced(page: string, name: string, lines: readonly string[]): string {
  const [begin, end] = [`<!-- ${name}: written by npm run detections -->`, `<!-- /${name} -->`];
  const [from, to] = [page.indexOf(begin), page.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`docs/detections.md: has no place for ${name}, got no ${begin} … ${end}; put the markers back`);
  return `${page.slice(0, from + begin.length)}\n\n${lines.join('\n')}\n\n${page.slice(to)}`;
}
