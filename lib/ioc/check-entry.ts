import type { RuleMistake } from '../suricata/rule';
import { type Checked, checkAddress, checkNetwork } from './addresses';
import { CONFIDENCES, INDICATOR_KINDS, type Indicator, type IndicatorKind } from './indicator';
import { checkDomain } from './names';
import { checkArn, checkHash, checkUserAgent } from './texts';

const CHECKS: Readonly<Record<IndicatorKind, (text: string) => Checked>> = {
  ip: checkAddress,
  cidr: checkNetwork,
  domain: checkDomain,
  hash: checkHash,
  'user-agent': checkUserAgent,
  arn: checkArn,
};
const HAVE_OTHER_OWNERS: readonly string[] = ['ip', 'cidr'];

/** Fields of an entry as somebody wrote them. */
export type Entry = Readonly<Record<'kind' | 'value' | 'seen' | 'confidence' | 'expires' | 'source', string>>;

const isDay = (text: string): boolean => /^\d{4}-\d\d-\d\d$/.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.slice(0, 10) === text;

/** The indicator that an entry is, or everything that is wrong with it. */
export function checkEntry(entry: Entry, place: Pick<Indicator, 'file' | 'line' | 'id'>): Indicator | readonly RuleMistake[] {
  const kind = INDICATOR_KINDS.find((one) => one === entry.kind);
  if (!kind) return [{ message: `must have a kind of ${INDICATOR_KINDS.join(', ')}; correct it`, value: entry.kind }];
  const checked = CHECKS[kind](entry.value);
  const confidence = CONFIDENCES.find((one) => one === entry.confidence);
  const mistakes: RuleMistake[] = [];
  if ('wrong' in checked) mistakes.push({ message: `${kind} ${checked.wrong}`, value: entry.value });
  if (!isDay(entry.seen)) mistakes.push({ message: 'must say the day on which it was seen, YYYY-MM-DD; correct it', value: entry.seen });
  if (!confidence) mistakes.push({ message: `must have a confidence of ${CONFIDENCES.join(', ')}; correct it`, value: entry.confidence });
  if (entry.expires === 'never') {
    if (HAVE_OTHER_OWNERS.includes(kind)) mistakes.push({ message: 'must expire on a day: an address has another owner soon; choose one', value: 'never' });
  } else if (!isDay(entry.expires)) mistakes.push({ message: 'must expire on a day, YYYY-MM-DD, or never; correct it', value: entry.expires });
  else if (isDay(entry.seen) && entry.expires <= entry.seen)
    mistakes.push({ message: 'must expire after the day on which it was seen; correct one', value: entry.expires });
  if (entry.source === '') mistakes.push({ message: 'must have a source, here or in the header of its file; add it' });
  if (mistakes.length > 0 || !confidence || 'wrong' in checked) return mistakes;
  return { kind, value: checked.value, seen: entry.seen, confidence, expires: entry.expires, source: entry.source, ...place };
}
