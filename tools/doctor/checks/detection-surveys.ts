import { ListAWSServiceAccessForOrganizationCommand } from '@aws-sdk/client-organizations';
import { accountNamed } from '../../../config/blueprint';
import { includesStep } from '../../../config/detection-steps';
import { ORGANIZATION_TRAIL } from '../../../lib/naming';
import { type Finding, pages, placeOf, type RegionalSurvey, type Survey } from '../check';
import { graphsIn, trailsOf } from './detection';
import { administratorsIn } from './regional-delegations';

/**
 * The delegation in `org` makes a graph and AWS names it; no data source finds it, and until the configuration names it nobody is its member.
 * Management sees it, too, as part of the delegation: so the one who has just applied `org` is told.
 */
export const GRAPHS_OF_DETECTIVE: RegionalSurvey = {
  name: "Detective's behavior graph",
  concerns: ({ name }, { detection }) => includesStep(detection, 'correlated') && (name === 'management' || name === 'security'),
  lookIn: async (context, region) => {
    const security = accountNamed(context.blueprint, 'security');
    if (security.existing.detectiveGraphs[region] !== undefined) return []; // doctor of security says whether it is true
    const [arn] =
      context.account.name === 'security'
        ? await graphsIn(context, region)
        : (await administratorsIn(context, 'detective', region)).flatMap(({ account, graph }) => (account === security.id && graph ? [graph] : []));
    if (!arn) return [];
    return [
      {
        kind: 'import',
        what: `behavior graph ${arn}`,
        consequence: 'Detective sees the security account alone in that region until the configuration names the graph, and `security` is applied',
        field: { path: [...placeOf(security), 'existing', 'detectiveGraphs', region] },
        value: arn,
      },
    ];
  },
};

/** Each names one service whose delegation the step `correlated` makes. */
const DETECTORS: readonly string[] = ['guardduty', 'securityhub', 'macie', 'detective', 'inspector2'].map((service) => `${service}.amazonaws.com`);

/** Below `correlated` no stack makes these services, so nothing collides and nothing is adopted: whoever climbs later must look again. */
const detectionLeftAlone: Survey = {
  name: 'detection services that the configuration does not use yet',
  concerns: ({ name }, { detection }) => name === 'management' && !includesStep(detection, 'correlated'),
  look: async ({ aws, blueprint }) => {
    const services = await pages(
      (NextToken) => aws.organizations(blueprint.regions.home).send(new ListAWSServiceAccessForOrganizationCommand(NextToken ? { NextToken } : {})),
      (answer) => answer.EnabledServicePrincipals,
      (answer) => answer.NextToken,
    );
    const on = services.flatMap(({ ServicePrincipal = '' }) => (DETECTORS.includes(ServicePrincipal) ? [ServicePrincipal] : []));
    if (on.length === 0) return [];
    return [
      {
        kind: 'note',
        what: `${on.join(', ')} ${on.length === 1 ? 'is' : 'are'} on in the organization`,
        consequence: `left as they are at detection '${blueprint.detection}'; doctor finds what there is to adopt once detection is 'correlated' or above: run it again then, before you apply`,
      },
    ];
  },
};

const otherTrails: Survey = {
  name: 'trails of the organization',
  concerns: ({ name }) => name === 'management',
  look: async (context) =>
    (await trailsOf(context))
      .filter(({ IsOrganizationTrail, Name }) => IsOrganizationTrail && Name !== ORGANIZATION_TRAIL)
      .map(
        (trail): Finding => ({
          kind: 'note',
          what: `organization trail ${trail.Name} (${trail.HomeRegion}, to bucket ${trail.S3BucketName})`,
          consequence:
            "stays beside the blueprint's own, and AWS bills the second copy of management events; when `org-management` is applied and its trail delivers, stop and delete the old one. Its bucket and what lies in it stay",
        }),
      ),
};

export const DETECTION_SURVEYS: readonly Survey[] = [detectionLeftAlone, otherTrails];
