import { type CloudTrailRecord, type Identity, type RecordOptions, record } from '../support/cloudtrail';
import { ORDINARY_NOISE } from './ordinary-noise';
import { ORDINARY_PEOPLE } from './ordinary-people';
import { ORDINARY_SERVICES } from './ordinary-services';
import type { Ids } from './technique';

/** Who does something on an ordinary day, where and what: `SERVICE:Event`, with the service as in eventSource. */
export interface OrdinaryRow {
  readonly in: string;
  readonly who: (account: string) => Identity;
  readonly calls: readonly string[];
  readonly with?: RecordOptions | ((account: string) => RecordOptions);
  /** Hours at which it happens. @default once, in the morning */
  readonly hours?: readonly number[];
}

/** Services whose records are written in us-east-1. */
const GLOBAL = ['iam', 'organizations', 'account', 'route53', 'cloudfront', 'signin', 'ce', 'budgets'];

/** A day of an organization in which nothing happens: people, pipelines, applications and services of AWS at work, spread over the day. */
export function ordinaryDay(ids: Ids): CloudTrailRecord[] {
  const rows = [...ORDINARY_PEOPLE, ...ORDINARY_SERVICES, ...ORDINARY_NOISE];
  const records = rows.flatMap(({ in: account, who, calls, with: more = {}, hours = [9] }) => {
    const id = ids[account] as string;
    return hours.flatMap((hour) =>
      calls.map((call): [number, CloudTrailRecord] => [hour, made(id, who(id), call, typeof more === 'function' ? more(id) : more)]),
    );
  });
  return records.map(([hour, one], index) => ({ ...one, eventTime: time(hour, index), eventID: `0a1b2c3d-0000-4000-8000-${String(index).padStart(12, '0')}` }));
}

const made = (account: string, who: Identity, call: string, more: RecordOptions): CloudTrailRecord =>
  record(account, who, call, { ...(GLOBAL.includes(call.split(':')[0] ?? '') ? { region: 'us-east-1' } : {}), ...more });

/** Spread over the hour, always the same. */
const time = (hour: number, index: number): string =>
  new Date(Date.UTC(2026, 10, 2, hour, (index * 7) % 60, (index * 13) % 60)).toISOString().replace('.000Z', 'Z');
