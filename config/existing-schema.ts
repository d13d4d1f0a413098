import { z } from 'zod';
import { region } from './fields';

const servicePrincipal = z.string().regex(/^[a-z0-9.-]+\.amazonaws\.com$/, 'must be a service principal such as sso.amazonaws.com');
const configName = z.string().regex(/^.{1,256}$/, 'must be the name of a recorder or channel');

/** What an account had before the blueprint. `npm run doctor -- ACCOUNT` prints it. */
export const existingInAccount = z.strictObject({
  /** The IAM OIDC provider of the pipeline's issuer. Default false. */
  oidcProvider: z.boolean().default(false),
  /** The service-linked role of AWS Config. Default false. */
  configServiceLinkedRole: z.boolean().default(false),
  /** The account password policy. Default false. */
  passwordPolicy: z.boolean().default(false),
  /** Region -> names of its AWS Config recorder and delivery channel; AWS allows one of each. Default none. */
  configRecorders: z
    .record(
      region,
      z
        .strictObject({ recorder: configName.optional(), channel: configName.optional() })
        .refine(({ recorder, channel }) => recorder !== undefined || channel !== undefined, 'must name a recorder or a channel'),
    )
    .default({}),
  /** Security account only: region -> type -> name of an analyzer of the organization. Default none. */
  accessAnalyzers: z
    .record(
      region,
      z.partialRecord(z.enum(['ORGANIZATION', 'ORGANIZATION_UNUSED_ACCESS']), z.string().regex(/^[A-Za-z][\w.-]{0,254}$/, 'must be the name of an analyzer')),
    )
    .default({}),
  /** Management account only: region -> id of its GuardDuty detector ; members' are left to the administrator. Default none. */
  guardDutyDetectors: z.record(region, z.string().regex(/^[0-9a-f]{32}$/, 'must be the id of a detector: 32 hexadecimal digits')).default({}),
  /** Management account only: regions where Security Hub is on already. Default none. */
  securityHubs: z.array(region).default([]),
  /** Security account only: ARN of Security Hub's finding aggregator; there is one at most. */
  findingAggregator: z
    .string()
    .regex(/^arn:aws:securityhub:[a-z0-9-]+:\d{12}:finding-aggregator\/[0-9a-f-]+$/, 'must be the ARN of a finding aggregator')
    .optional(),
  /** Security account only: region -> ARN of its behavior graph, which the delegation makes: AWS names it, so it is entered after the first apply of `org`. Default none. */
  detectiveGraphs: z
    .record(region, z.string().regex(/^arn:aws:detective:[a-z0-9-]+:\d{12}:graph:[0-9a-f]{32}$/, 'must be the ARN of a behavior graph'))
    .default({}),
  /** Management account only: ARN of the cost anomaly monitor of services; AWS allows one, and makes `Default-Services-Monitor` by itself. */
  anomalyMonitor: z
    .string()
    .regex(/^arn:aws:ce::\d{12}:anomalymonitor\/[0-9a-f-]+$/, 'must be the ARN of an anomaly monitor')
    .optional(),
});

/** Services whose administrator is registered region by region. */
export const REGIONAL_SERVICES = ['guardduty', 'securityhub', 'macie', 'detective', 'inspector'] as const;

/** What the organization had before the blueprint. `npm run doctor -- management` prints it. */
export const existingInOrganization = z.strictObject({
  /** Service principals with trusted access: `aws organizations list-aws-service-access-for-organization`. */
  trustedAccess: z.array(servicePrincipal).default([]),
  /** Policy types enabled on the root: `aws organizations list-roots`. */
  policyTypes: z.array(z.string().regex(/^[A-Z0-9_]+$/, 'must be a policy type such as TAG_POLICY')).default([]),
  /** Path of an organizational unit that the blueprint makes, such as workloads/prod -> its id. Default none. */
  organizationalUnits: z.record(z.string(), z.string().regex(/^ou-[0-9a-z]{4,32}-[0-9a-z]{8,32}$/, 'must be the id of an organizational unit')).default({}),
  /** Services that the security account administers already. Default none. */
  delegatedAdministrators: z.array(servicePrincipal).default([]),
  /** Service that the security account administers already, registered by region -> these regions. Default none. */
  regionalAdministrators: z.partialRecord(z.enum(REGIONAL_SERVICES), z.array(region)).default({}),
  /** Id of the organization's resource policy, if it has one (`aws organizations describe-resource-policy`): imported, so that the plan shows what would be replaced. */
  resourcePolicyId: z
    .string()
    .regex(/^rp-[0-9a-zA-Z_]{4,128}$/, 'must be the id of a resource policy such as rp-examplepolicyid')
    .optional(),
});
