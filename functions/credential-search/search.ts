import { type Cursor, type SearchEvent, START } from './event';
import { archive, openFindings } from './hub';
import { goneSince, look, type Round } from './look';
import { measure } from './metrics';
import { SOURCES } from './source';
import type { World } from './world';

/** The rest goes to another run when less is left: more than one page of the slowest source takes. */
const RESERVE_MS = 120_000;
/** AWS Lambda ends a chain of a function's own invocations after about 16 (developer guide, "recursive loop detection"). */
const MOST_RUNS = 12;
/** The rest of a search must fit into an asynchronous event of 256 KB (AWS Lambda quotas). */
const MOST_SEEN = 5000;

/** One search of an account: every source of every region, in as many runs as it takes. */
export class Search {
  private readonly names = Object.keys(SOURCES);
  private failed: number[];
  /** Tasks are tried for the second time: what does not come to its end now has failed. */
  private last = false;
  private found: number;
  private unreadable: number;

  constructor(
    private readonly event: SearchEvent,
    private readonly world: World,
    private readonly from: Cursor = event.cursor ?? START,
  ) {
    this.failed = [...from.failed];
    this.found = from.found;
    this.unreadable = from.unreadable;
  }

  /** @throws Error when a source could not be searched, after all others were: AWS Lambda tries again, then an alarm tells */
  async run(): Promise<void> {
    const tasks = this.event.regions.length * this.names.length;
    for (let task = this.from.task; task < tasks; task++) if (!(await this.attempt(task))) return;
    const again = this.failed;
    this.failed = [];
    this.last = true;
    for (const task of again) await this.attempt(task);
    if (this.failed.length > 0) throw new Error(`not searched: ${this.failed.map((task) => this.name(task)).join(', ')}`);
    await measure(this.world.clients(this.world.home).cloudwatch, this.found, this.unreadable);
    this.world.log({ searched: tasks, found: this.found, unreadable: this.unreadable, runs: this.from.runs + 1 });
  }

  /** @returns false when another run goes on */
  private async attempt(task: number): Promise<boolean> {
    try {
      return await this.searchTask(task);
    } catch (error) {
      // The name only: a message may quote what was sent.
      this.world.log({ task: this.name(task), failed: (error as Error).name, code: (error as { Code?: string }).Code });
      this.failed.push(task);
      return true;
    }
  }

  private async searchTask(task: number): Promise<boolean> {
    const region = this.event.regions[Math.floor(task / this.names.length)] as string;
    const source = this.names[task % this.names.length] as string;
    const { list, read } = SOURCES[source] as (typeof SOURCES)[string];
    const clients = this.world.clients(region);
    const where = { account: this.world.account, region };
    const resumed = task === this.from.task && !this.last ? this.from : undefined;
    const open = await openFindings(clients.securityhub, source, where);
    const round: Round = { source, where, personalData: this.event.personalData, open, seen: new Set(resumed?.seen) };
    let page = resumed?.page;
    do {
      if (this.world.remaining() < RESERVE_MS) return this.hand({ task, page, seen: [...round.seen] });
      const { items, next } = await list(clients, page, where);
      for (const item of items) {
        const { unreadable } = await look(await read(clients, item, where), round, clients, this.world.now());
        this.unreadable += unreadable;
      }
      page = next;
    } while (page);
    const gone = goneSince(round);
    await archive(clients.securityhub, gone, this.world.now().toISOString());
    this.found += round.seen.size;
    this.world.log({ task: this.name(task), open: round.seen.size, archived: gone.length });
    return true;
  }

  private async hand({ task, page, seen }: Pick<Cursor, 'task' | 'page' | 'seen'>): Promise<false> {
    const runs = this.from.runs + 1;
    if (this.last || runs >= MOST_RUNS || seen.length > MOST_SEEN) throw new Error(`${this.name(task)}: does not come to an end`);
    const cursor: Cursor = { task, page, seen, failed: this.failed, found: this.found, unreadable: this.unreadable, runs };
    await this.world.goOn({ ...this.event, cursor });
    return false;
  }

  private name(task: number): string {
    return `${this.event.regions[Math.floor(task / this.names.length)]} ${this.names[task % this.names.length]}`;
  }
}
