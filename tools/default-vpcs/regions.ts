import { DescribeRegionsCommand, type EC2Client } from '@aws-sdk/client-ec2';
import type { Clients } from './clients';
import { type DefaultVpc, findDefaultVpc } from './default-vpc';
import { rehearse, removeDefaultVpc, removeGateway } from './remove';

export type Outcome =
  /** No default VPC. */
  | 'nothing'
  /** One that nothing uses; it was to be looked for only. */
  | 'found'
  | 'removed'
  /** In use: not touched. */
  | 'left-alone'
  | 'could-not-look'
  /** These credentials may not take every step: not touched. */
  | 'not-permitted'
  /** AWS refused a step; what was deleted before it is gone, and the next run goes on. */
  | 'failed';

export interface RegionReport {
  readonly region: string;
  readonly outcome: Outcome;
  readonly vpc?: DefaultVpc;
  /** Internet gateways that an interrupted removal left behind, attached to nothing. */
  readonly strayGateways: readonly string[];
  readonly error?: string;
}

/** Regions looked at side by side: enough to be quick in thirty, few enough for the throttles that an account shares. */
const AT_ONCE = 4;

/** Every region that is switched on in the account. */
export async function regionsOf(ec2: EC2Client): Promise<string[]> {
  const { Regions = [] } = await ec2.send(new DescribeRegionsCommand({}));
  return Regions.filter(({ OptInStatus }) => OptInStatus !== 'not-opted-in')
    .map(({ RegionName }) => RegionName as string)
    .sort();
}

/** Looks only. */
export const lookInRegions = (regions: readonly string[], clients: Clients): Promise<RegionReport[]> =>
  inTurn(regions, async (region) => {
    try {
      const { vpc, strayGateways } = await findDefaultVpc(clients(region));
      if (!vpc) return { region, outcome: strayGateways.length > 0 ? 'found' : 'nothing', strayGateways };
      return { region, outcome: vpc.uses.length > 0 ? 'left-alone' : 'found', vpc, strayGateways };
    } catch (error) {
      return { region, outcome: 'could-not-look', strayGateways: [], error: describe(error) };
    }
  });

/** Removes what a look found, after a second look: between the two a person was asked, and may have taken long. */
export const removeFromRegions = (looked: readonly RegionReport[], clients: Clients): Promise<RegionReport[]> =>
  inTurn(looked, async (report) => {
    if (report.outcome !== 'found') return report;
    const { region } = report;
    const [now = report] = await lookInRegions([region], clients);
    if (now.outcome !== 'found') return now;
    const ec2 = clients(region);
    try {
      if (now.vpc) await rehearse(ec2, now.vpc);
    } catch (error) {
      return { ...now, outcome: 'not-permitted', error: describe(error) };
    }
    try {
      for (const gateway of now.strayGateways) await removeGateway(ec2, gateway);
      if (now.vpc) await removeDefaultVpc(ec2, now.vpc);
      return { ...now, outcome: 'removed' };
    } catch (error) {
      return { ...now, outcome: 'failed', error: describe(error) };
    }
  });

async function inTurn<Item, Result>(items: readonly Item[], work: (item: Item) => Promise<Result>): Promise<Result[]> {
  const results: Result[] = [];
  for (let start = 0; start < items.length; start += AT_ONCE) results.push(...(await Promise.all(items.slice(start, start + AT_ONCE).map(work))));
  return results;
}

function describe(error: unknown): string {
  const { name, message } = error as Error;
  return name === 'Error' || message.includes(name) ? message : `${name}: ${message}`;
}
