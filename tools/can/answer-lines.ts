import type { Answer } from './question';
import type { Reason } from './reasons';

/** An answer as people read it: the verdict first, then why, then what it hangs on. */
export function answerLines({ allowed, principal, account, action, resource, region, reasons, notes }: Answer): string[] {
  return [
    `${allowed ? 'ALLOWED' : 'DENIED'}  ${action} on ${resource} in ${region}`,
    `  as ${principal} (${account})`,
    ...reasons.flatMap(reasonLines),
    ...notes.map((note) => `  note: ${note}`),
  ];
}

function reasonLines({ text, stops, exempts, conditions }: Reason): string[] {
  return [
    `  ${text}`,
    ...(stops ? [`    stops: ${stops}`] : []),
    ...(conditions ? [`    where: ${conditions}`] : []),
    ...(exempts ? [`    exempt: ${exempts.length > 0 ? exempts.join(', ') : 'nobody'}`] : []),
  ];
}
