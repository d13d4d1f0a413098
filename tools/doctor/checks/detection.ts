import { DescribeTrailsCommand } from '@aws-sdk/client-cloudtrail';
import { GetAnomalyMonitorsCommand } from '@aws-sdk/client-cost-explorer';
import { ListGraphsCommand } from '@aws-sdk/client-detective';
import { ListDetectorsCommand } from '@aws-sdk/client-guardduty';
import { DescribeHubCommand, ListFindingAggregatorsCommand } from '@aws-sdk/client-securityhub';
import { GLOBAL_REGION } from '../../../config/aws-regions';
import { type Context, type Probe, pages, placeOf } from '../check';
import type { PlannedResource } from '../planned';

/** Detector and hub of the security account are made by the delegation in `org` and adopted; only management's are its own. */
const inManagement: Probe['concerns'] = (_planned, { account }) => account.name === 'management';
const existing = ({ account }: Context, ...path: string[]) => ({ path: [...placeOf(account), 'existing', ...path] });

/** Where Security Hub is off it refuses instead of saying so; the provider takes it so, too (internal/service/securityhub/account.go). */
async function unlessHubIsOff<Answer>(request: Promise<Answer>): Promise<Answer | undefined> {
  try {
    return await request;
  } catch (error) {
    const { name, message } = error as Error;
    if (name === 'ResourceNotFoundException' || (name === 'InvalidAccessException' && message.includes('not subscribed to AWS Security Hub'))) return undefined;
    throw error;
  }
}

/** ARNs of the graphs that the account administers in a region: one at most. */
export const graphsIn = ({ aws, once }: Context, region: string): Promise<string[]> =>
  once(`graphs ${region}`, async () => {
    const graphs = await pages(
      (NextToken) => aws.detective(region).send(new ListGraphsCommand(NextToken ? { NextToken } : {})),
      (answer) => answer.GraphList,
      (answer) => answer.NextToken,
    );
    return graphs.flatMap(({ Arn }) => Arn ?? []);
  });

export const trailsOf = ({ aws, blueprint, once }: Context) =>
  once('trails', async () => (await aws.cloudTrail(blueprint.regions.home).send(new DescribeTrailsCommand({ includeShadowTrails: true }))).trailList ?? []);

/** Detection that was on before: one in a region, or one in an account. */
export const DETECTION_PROBES: readonly Probe[] = [
  {
    type: 'aws_guardduty_detector',
    concerns: inManagement,
    otherwise: 'fails: AWS allows one detector in each region',
    field: ({ attributes }, context) => existing(context, 'guardDutyDetectors', attributes.region),
    look: async ({ attributes: { region } }, { aws }) => {
      const [id] = await pages(
        (NextToken) => aws.guardDuty(region).send(new ListDetectorsCommand(NextToken ? { NextToken } : {})),
        (answer) => answer.DetectorIds,
        (answer) => answer.NextToken,
      );
      return id ? { what: `GuardDuty detector ${id} in ${region}`, importId: id, value: id } : undefined;
    },
  },
  {
    type: 'aws_securityhub_account',
    concerns: inManagement,
    otherwise: 'fails with ResourceConflictException: the account is subscribed already',
    field: ({ attributes }, context) => ({ ...existing(context, 'securityHubs'), entry: attributes.region }),
    look: async ({ attributes: { region } }, { aws, account }) =>
      (await unlessHubIsOff(aws.securityHub(region).send(new DescribeHubCommand({}))))
        ? { what: `Security Hub in ${region}`, importId: account.id, value: true }
        : undefined,
  },
  {
    type: 'aws_securityhub_finding_aggregator',
    otherwise: 'fails: AWS allows one finding aggregator in an account',
    field: (_planned, context) => existing(context, 'findingAggregator'),
    look: async ({ attributes: { region } }, { aws }) => {
      const found = await pages(
        async (NextToken) => unlessHubIsOff(aws.securityHub(region).send(new ListFindingAggregatorsCommand(NextToken ? { NextToken } : {}))),
        (answer) => answer?.FindingAggregators,
        (answer) => answer?.NextToken,
      );
      const arn = found[0]?.FindingAggregatorArn;
      if (!arn) return undefined;
      const what = `finding aggregator ${arn}`;
      // Its region is where findings come together, and AWS moves none: only one in the home region is ours to keep.
      return arn.split(':')[3] === region
        ? { what, importId: arn, value: arn }
        : {
            what,
            remedy: `it gathers elsewhere than in ${region}; delete it (\`aws securityhub delete-finding-aggregator --region ${arn.split(':')[3]} --finding-aggregator-arn ${arn}\`): findings stay, each in its region, and are gathered anew`,
          };
    },
  },
  {
    // Planned only where `existing` names it; one that it does not name is found by a survey.
    type: 'aws_detective_graph',
    otherwise: 'fails: AWS allows one graph in each region',
    field: ({ attributes }, context) => existing(context, 'detectiveGraphs', attributes.region),
    look: async ({ attributes: { region } }, context) => {
      const [arn] = await graphsIn(context, region);
      return arn ? { what: `behavior graph ${arn}`, importId: arn, value: arn } : undefined;
    },
  },
  {
    type: 'aws_ce_anomaly_monitor',
    otherwise: 'fails with ValidationException: Limit exceeded on dimensional spend monitor creation',
    field: (_planned, context) => existing(context, 'anomalyMonitor'),
    look: async (_planned, { aws }) => {
      const monitors = await pages(
        (NextPageToken) => aws.costExplorer(GLOBAL_REGION).send(new GetAnomalyMonitorsCommand(NextPageToken ? { NextPageToken } : {})),
        (answer) => answer.AnomalyMonitors,
        (answer) => answer.NextPageToken,
      );
      const found = monitors.find(({ MonitorType, MonitorDimension }) => MonitorType === 'DIMENSIONAL' && MonitorDimension === 'SERVICE');
      return found?.MonitorArn
        ? { what: `anomaly monitor of services ${found.MonitorName} (the blueprint renames it)`, importId: found.MonitorArn, value: found.MonitorArn }
        : undefined;
    },
  },
  { type: 'aws_cloudtrail', otherwise: 'fails with TrailAlreadyExistsException', look: sameTrail },
];

async function sameTrail({ attributes: { name, region } }: PlannedResource, context: Context) {
  const trail = (await trailsOf(context)).find((one) => one.Name === name && one.HomeRegion === region);
  return trail
    ? {
        what: `trail ${trail.TrailARN}, to bucket ${trail.S3BucketName}`,
        remedy:
          'keep its bucket; when no state knows the trail, delete the trail just before the apply (minutes without a record), or import it with `terraform import`',
      }
    : undefined;
}
