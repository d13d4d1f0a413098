import type { Account } from '../../config/blueprint';
import type { FindingKind } from './check';
import type { Examination } from './examine';
import type { Lines } from './existing-lines';

/** 0: nothing to do. 2: something could not be looked at, so that nobody takes silence for health. 3: something was found. (1 is an error.) */
export function exitCode({ findings, couldNotLook }: Examination): 0 | 2 | 3 {
  if (couldNotLook.length > 0) return 2;
  return findings.some(({ kind }) => kind !== 'listed' && kind !== 'note') ? 3 : 0;
}

const SECTIONS: readonly (readonly [FindingKind, string])[] = [
  ['import', 'Exists, and the configuration does not say so:'],
  ['wrong', 'Is said to exist, and does not:'],
  ['by-hand', 'Stands in the way; a person decides:'],
  ['listed', 'Exists, and the configuration says so:'],
  ['note', 'Good to know:'],
];

/** Compared with the policies' texts (tools/can/managed-policies): the other two lack Macie, Detective and anomaly monitors. */
const DENIED =
  "Look again with credentials that may: AWS's ReadOnlyAccess allows all of it but kms:Decrypt for the states; SecurityAudit and ViewOnlyAccess do not. Or a guardrail closes the region.";

/** The report that a person reads. */
export function report(account: Account, examination: Examination, lines: readonly Lines[], file: string): string {
  const { findings, couldNotLook } = examination;
  const sections = SECTIONS.flatMap(([kind, title]) => {
    const members = findings.filter((finding) => finding.kind === kind);
    return members.length === 0 ? [] : [[title, ...members.map(({ what, consequence }) => `  ${what}\n      ${consequence}`)].join('\n')];
  });
  if (couldNotLook.length > 0) {
    const look = couldNotLook.map((what) => `  could not look: ${what}`);
    const denied = couldNotLook.some((what) => / needs [a-z0-9-]+:[A-Z]/.test(what)) ? [`  ${DENIED}`] : [];
    sections.push(['Nothing is known about these:', ...look, ...denied].join('\n'));
  }
  for (const { place, text } of lines) sections.push(`Put into ${file}, ${place} (in place of the same fields there):\n\n${text}`);
  if (lines.length > 0) sections.push('Then `npm run synth`, review the import blocks, and plan before you apply.');
  if (exitCode(examination) === 0)
    sections.push('Nothing that doctor looks for stands in the way of an apply (docs/runbooks/doctor.md says what it looks for).');
  return [`${account.name} (${account.id})`, ...sections].join('\n\n');
}
