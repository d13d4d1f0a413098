import type { AwsSecurityFinding } from '@aws-sdk/client-securityhub';
import type { Clients } from './clients';
import { find } from './find';
import { digestOf, finding, findingId } from './finding';
import { importFindings } from './hub';
import type { PersonalData } from './personal-data';
import type { Place, Where } from './place';

/** What is known and what is met in one source of one region. */
export interface Round {
  readonly source: string;
  readonly where: Where;
  readonly personalData: readonly PersonalData[];
  /** Open findings when the round began, by id. */
  readonly open: ReadonlyMap<string, AwsSecurityFinding>;
  /** Digests of what stands there now. */
  readonly seen: Set<string>;
}

/** Looks into places and tells Security Hub what is new. @returns how many could not be read, and how many were too long */
export async function look(places: readonly Place[], { source, where, personalData, open, seen }: Round, clients: Clients, now: Date) {
  const news: AwsSecurityFinding[] = [];
  let unreadable = 0;
  for (const place of places) {
    if (place.texts === undefined || place.texts.cut) unreadable++;
    // What cannot be read today may still hold what it held: its findings stay.
    if (place.texts === undefined) for (const one of open.values()) if (one.Resources?.[0]?.Id === place.id) seen.add(one.Id?.split('/').pop() ?? '');
    for (const hit of (place.texts?.texts ?? []).flatMap((text) => find(text, personalData))) {
      const digest = digestOf(place, hit);
      if (seen.has(digest)) continue;
      seen.add(digest);
      if (!open.has(findingId(where, digest))) news.push(finding(place, hit, source, where, now.toISOString()));
    }
  }
  await importFindings(clients.securityhub, news);
  return { unreadable, news: news.length };
}

/** Findings of what is there no more. */
export const goneSince = ({ open, seen, where }: Round): AwsSecurityFinding[] => {
  const there = new Set([...seen].map((digest) => findingId(where, digest)));
  return [...open].filter(([id]) => !there.has(id)).map(([, one]) => one);
};
