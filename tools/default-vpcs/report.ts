import type { Account } from '../../config/blueprint';
import type { DefaultVpc } from './default-vpc';
import type { Outcome, RegionReport } from './regions';

/** As doctor's: 0 nothing is left, 1 a removal was refused, 2 a region could not be looked at, 3 something is left: in use, or only looked for. */
export function exitCode(reports: readonly RegionReport[]): 0 | 1 | 2 | 3 {
  const any = (...outcomes: Outcome[]) => reports.some(({ outcome }) => outcomes.includes(outcome));
  if (any('failed', 'not-permitted')) return 1;
  if (any('could-not-look')) return 2;
  return any('left-alone', 'found') ? 3 : 0;
}

/** Regions whose default VPC may go. */
export const removable = (reports: readonly RegionReport[]): readonly RegionReport[] => reports.filter(({ outcome }) => outcome === 'found');

/** What --json says of a region. */
export const summary = ({ vpc, ...found }: RegionReport) => ({
  ...found,
  ...(vpc ? { vpc: { id: vpc.id, cidr: vpc.cidr, subnets: vpc.subnets.map(({ SubnetId }) => SubnetId), uses: vpc.uses } } : {}),
});

/** The report that a person reads. */
export function report({ name, id }: Account, reports: readonly RegionReport[]): string {
  const width = Math.max(...reports.map(({ region }) => region.length));
  const lines = reports.flatMap((found) => [`  ${found.region.padEnd(width)}  ${sentence(found)}`, ...details(found)]);
  return [`${name} (${id})`, ...lines, ...ends(reports)].join('\n');
}

function sentence({ outcome, vpc, strayGateways, error }: RegionReport): string {
  const what = [vpc && `${vpc.id} (${vpc.cidr}${contents(vpc)})`, ...strayGateways.map((gateway) => `${gateway}, left by an interrupted removal`)]
    .filter(Boolean)
    .join(' and ');
  switch (outcome) {
    case 'nothing':
      return 'no default VPC';
    case 'found':
      return `${what}: unused, would be removed`;
    case 'removed':
      return `${what}: removed`;
    case 'left-alone':
      return `${what}: left alone, because it is in use:`;
    case 'could-not-look':
      return `could not look: ${error}`;
    case 'not-permitted':
      return `${what}: not touched, because these credentials may not remove all of it: ${error}`;
    case 'failed':
      return `${what}: the removal stopped half-way: ${error}`;
  }
}

const details = ({ outcome, vpc }: RegionReport) => (outcome === 'left-alone' ? (vpc?.uses ?? []).map((use) => `      ${use}`) : []);

function contents({ subnets, securityGroups, networkAcls, routeTables, internetGateways }: DefaultVpc): string {
  return [
    [subnets.length, 'subnet'],
    [internetGateways.length, 'internet gateway'],
    [securityGroups.filter(({ GroupName }) => GroupName !== 'default').length, 'security group'],
    [networkAcls.length, 'network ACL'],
    [routeTables.length, 'route table'],
  ]
    .filter(([count]) => count !== 0)
    .map(([count, what]) => `, ${count} ${what}${count === 1 ? '' : 's'}`)
    .join('');
}

function ends(reports: readonly RegionReport[]): string[] {
  const any = (outcome: Outcome) => reports.some((found) => found.outcome === outcome);
  return [
    ...(any('left-alone') ? ['Move what is named above into a VPC of the blueprint, or delete it, and run this again (docs/runbooks/default-vpcs.md).'] : []),
    ...(any('failed') ? ['Run this again: it goes on where it stopped. What AWS names in its refusal may have to go first.'] : []),
    ...(any('could-not-look') ? ['Nothing is known about regions that could not be looked at.'] : []),
    ...(exitCode(reports) === 0 ? ['No default VPC is left in these regions.'] : []),
  ];
}
