import { FlowLog } from '@cdktf/provider-aws/lib/flow-log';
import { Construct } from 'constructs';
import type { Inspected } from '../../config/blueprint';
import { bucketArn } from '../../lib/arn';
import type { NetworkPartProps } from './network-part';

export interface FlowLogsProps extends NetworkPartProps {
  readonly logBucket: string;
}

/** Fields of versions 2 to 5 (VPC user guide, "Flow log records"): who talked to whom, through what, and why it was refused. */
const FIELDS = [
  'version',
  'account-id',
  'interface-id',
  'srcaddr',
  'dstaddr',
  'srcport',
  'dstport',
  'protocol',
  'packets',
  'bytes',
  'start',
  'end',
  'action',
  'log-status',
  'vpc-id',
  'subnet-id',
  'instance-id',
  'tcp-flags',
  'type',
  'pkt-srcaddr',
  'pkt-dstaddr',
  'region',
  'az-id',
  'sublocation-type',
  'sublocation-id',
  'pkt-src-aws-service',
  'pkt-dst-aws-service',
  'flow-direction',
  'traffic-path',
];

/** Whether Nitro, TLS, both or nothing encrypted it: what encryption control is read by. */
const fields = ({ network }: Inspected): string[] => (network.encryptionControl === 'off' ? FIELDS : [...FIELDS, 'encryption-status']);

/** A record of every connection, in the log archive, in a form that Athena reads cheaply. */
export class FlowLogs extends Construct {
  constructor(scope: Construct, id: string, { region, vpc, environment, tags, logBucket }: FlowLogsProps) {
    super(scope, id);
    new FlowLog(this, 'vpc', {
      region,
      vpcId: vpc.id,
      trafficType: 'ALL',
      logDestinationType: 's3',
      logDestination: `${bucketArn(logBucket)}/flow-logs/`,
      // Each interval costs a record for each flow: one minute where it counts, ten elsewhere.
      maxAggregationInterval: environment.profile === 'production' ? 60 : 600,
      // Terraform reads a dollar with a brace as its own; doubled, it reaches AWS as written.
      logFormat: fields(environment)
        .map((field) => `$\${${field}}`)
        .join(' '),
      destinationOptions: { fileFormat: 'parquet', hiveCompatiblePartitions: true, perHourPartition: true },
      tags: tags('flow-log'),
    });
  }
}
