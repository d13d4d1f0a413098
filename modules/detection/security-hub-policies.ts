/** A control of Security Hub that stays off, and why. */
export interface DisabledControl {
  readonly control: string;
  readonly reason: string;
}

/** Off everywhere (Security Hub user guide, control reference; ids from memory). A control is switched off here, with its reason, or nowhere. */
export const DISABLED_CONTROLS: readonly DisabledControl[] = [
  {
    control: 'CloudTrail.7',
    reason: 'Server access logs do not fit into a bucket with default Object Lock; CloudTrail data events record who reads the log buckets.',
  },
  { control: 'IAM.18', reason: 'Nobody has a standing support role: people open cases with a permission set of Identity Center.' },
  { control: 'S3.9', reason: 'Server access logs are a best effort in another format; CloudTrail data events are preferred (docs/data-classes.md).' },
];

/** Off where an environment of profile economy runs: what costs twice to be always there. */
export const DISABLED_IN_ECONOMY: readonly DisabledControl[] = [
  { control: 'AutoScaling.2', reason: 'One zone is enough where nobody waits for it.' },
  { control: 'EC2.10', reason: 'Interface endpoints cost by the hour; the environment says which it has.' },
  { control: 'ELB.13', reason: 'One zone is enough where nobody waits for it.' },
  { control: 'Lambda.5', reason: 'One zone is enough where nobody waits for it.' },
  { control: 'RDS.15', reason: 'A second instance doubles the price of data that can be made again.' },
  { control: 'RDS.5', reason: 'A second instance doubles the price of data that can be made again.' },
];
