import type { AttachedGuardrail } from './guardrails';
import { escaped, tableLines } from './markdown-table';

const HEADING = [
  '# What is denied where',
  '',
  'Written by `npm run synth`; do not edit. One row for each statement of the organization policies: `x` attached to the unit,',
  '`.` inherited from a unit above. A Sid that stands twice differs between units. The management account is bound by none.',
  '`npm run can` asks for a single case; docs/guardrails.md says how guardrails are added, weakened and excepted.',
];
const TITLES = {
  SCP: 'Service control policies: what nobody in a unit may do',
  RCP: 'Resource control policies: what nobody may do to what is in a unit',
} as const;

/** rendered/guardrails.md: guardrails by unit. */
export function renderGuardrails(guardrails: readonly AttachedGuardrail[]): string {
  const sections = (['SCP', 'RCP'] as const).flatMap((kind) => {
    const units = guardrails[0]?.allUnits ?? [];
    const rows = ordered(
      guardrails.filter((one) => one.kind === kind),
      units,
    );
    const cells = rows.map(({ sid, stops, exempts, units: attached }) => [
      sid,
      ...units.map((unit) => mark(unit, attached)),
      escaped(exempts.join(', ')) || '-',
      escaped(stops) || '-',
    ]);
    const columns = ['Sid', ...units, 'Exempt', 'Stops'];
    return ['', `## ${TITLES[kind]}`, '', ...tableLines(columns, cells)];
  });
  const loose = [...new Set(guardrails.filter(({ units }) => units.length === 0).map(({ sid }) => sid))].sort();
  const note = loose.length > 0 ? ['', `Attached to nothing until the response to an incident attaches them to an account: ${loose.join(', ')}.`] : [];
  return `${[...HEADING, ...sections, ...note].join('\n')}\n`;
}

const above = (unit: string): string[] => [
  'root',
  ...unit
    .split('/')
    .slice(0, -1)
    .map((_, index, parts) => parts.slice(0, index + 1).join('/')),
];

function mark(unit: string, attached: readonly string[]): string {
  if (attached.includes(unit)) return 'x';
  return unit !== 'root' && above(unit).some((one) => attached.includes(one)) ? '.' : ' ';
}

/** Rows of one Sid stand together: the widest Sids first, by its first unit and how many there are, then by name. */
function ordered(rows: readonly AttachedGuardrail[], units: readonly string[]): AttachedGuardrail[] {
  const place = (own: readonly string[]) => Math.min(units.length, ...own.map((unit) => units.indexOf(unit)));
  const ofSid = ({ sid }: AttachedGuardrail) => rows.filter((row) => row.sid === sid).flatMap((row) => row.units);
  const key = (row: AttachedGuardrail): [number, number, string, number, string] => {
    const all = ofSid(row);
    return [place(all), -all.length, row.sid, place(row.units), JSON.stringify(row)];
  };
  const compare = (a: readonly (string | number)[], b: readonly (string | number)[]): number => {
    const at = a.findIndex((part, index) => part !== b[index]);
    return at < 0 ? 0 : (a[at] as string) < (b[at] as string) ? -1 : 1;
  };
  return rows
    .map((row) => ({ row, key: key(row) }))
    .sort((a, b) => compare(a.key, b.key))
    .map(({ row }) => row);
}
