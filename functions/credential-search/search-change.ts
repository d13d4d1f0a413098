import { CALLS } from './calls';
import type { Call, SearchEvent } from './event';
import { find } from './find';
import { openFindings } from './hub';
import { look } from './look';
import type { Place } from './place';
import { SOURCES } from './source';
import type { World } from './world';

/** Looks into what a call made or changed, minutes later instead of at night. What is gone is left to the daily search. */
export async function searchChange(call: Call, { personalData }: SearchEvent, world: World): Promise<void> {
  const source = CALLS.find(({ eventName }) => eventName === call.eventName)?.source;
  if (!source) return;
  const { changed, read } = SOURCES[source] as (typeof SOURCES)[string];
  const clients = world.clients(call.awsRegion);
  const where = { account: world.account, region: call.awsRegion };
  const places: Place[] = [];
  for (const item of await changed(clients, call)) places.push(...(await read(clients, item, where)));
  // Most hold nothing: Security Hub, which takes three questions a second, is asked about the others only.
  const found = places.filter(({ texts }) => texts?.texts.some((text) => find(text, personalData).length > 0));
  if (found.length > 0) {
    const open = await openFindings(clients.securityhub, source, where);
    await look(found, { source, where, personalData, open, seen: new Set() }, clients, world.now());
  }
  world.log({ changed: `${call.awsRegion} ${source}`, places: places.length, holding: found.length });
}
