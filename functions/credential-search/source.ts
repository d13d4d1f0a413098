import type { Clients } from './clients';
import type { Call } from './event';
import type { Page, Place, Where } from './place';
import { functions } from './sources/functions';
import { instances } from './sources/instances';
import { launchTemplates } from './sources/launch-templates';
import { parameters } from './sources/parameters';
import { stacks } from './sources/stacks';
import { taskDefinitions } from './sources/task-definitions';

/** A kind of thing that holds texts: listed page by page, then read one by one. */
export interface Source<Item> {
  readonly list: (clients: Clients, page: string | undefined, where: Where) => Promise<Page<Item>>;
  /** What a call made or changed; nothing where it does not say. */
  readonly changed: (clients: Clients, call: Call) => Promise<readonly Item[]>;
  /** Places of one item; nothing when it has gone since. */
  readonly read: (clients: Clients, item: Item, where: Where) => Promise<readonly Place[]>;
}

/** In the order of a search. */
// biome-ignore lint/suspicious/noExplicitAny: an item goes from a source's list to its own read
export const SOURCES: Readonly<Record<string, Source<any>>> = {
  instances,
  'launch-templates': launchTemplates,
  parameters,
  functions,
  'task-definitions': taskDefinitions,
  stacks,
};
