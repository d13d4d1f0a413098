import { attached, pathsTo, unitOf } from '../../can/levels';
import type { Check, Violation } from '../check';
import type { Estate, Found } from '../estate';
import { stopped } from '../read/requests';
import { absent, each, wrong } from '../read/resources';

const WORKLOAD_TYPES =
  /^aws_(instance|launch_template|autoscaling_group|ecs_|eks_|db_|rds_|lb|vpc(?!_block_public_access_options)|subnet|dynamodb_table|elasticache_|redshift_|sagemaker_|batch_)/;
/** Services that the security account administers, with the resource that delegates them. */
const DELEGATIONS = {
  aws_guardduty_organization_admin_account: 'admin_account_id',
  aws_securityhub_organization_admin_account: 'admin_account_id',
  aws_macie2_organization_admin_account: 'admin_account_id',
  aws_inspector2_delegated_admin_account: 'account_id',
  aws_detective_organization_admin_account: 'account_id',
};

/** The accounts of the organization that every check speaks of by name. */
const isSecurity = (estate: Estate, value: unknown): boolean =>
  value === '${aws_organizations_account.account_security.id}' || value === estate.blueprint.accounts.security?.id;

/** Central log groups are filled from the account that keeps them. */
const centralizesLogs = ({ service_principal, account_id }: Found['attributes']): boolean =>
  service_principal === 'observabilityadmin.amazonaws.com' && account_id === '${aws_organizations_account.account_log-archive.id}';

/** Section 2.1 of the CIS AWS Foundations Benchmark: the organization. */
export const CIS_ORGANIZATION: readonly Check[] = [
  {
    id: '2.1.1',
    what: 'root access to members is managed centrally: trusted access for IAM, root credentials and root sessions',
    scope: 'management',
    rest: 'Root credentials that invited accounts bring along are deleted by hand: docs/runbooks/new-account.md.',
    violations: (estate) => [
      ...each(
        estate,
        'aws_organizations_organization',
        ({ attributes }) => !attributes.aws_service_access_principals.includes('iam.amazonaws.com') && 'gives IAM no trusted access',
      ),
      ...each(estate, 'aws_iam_organizations_features', ({ attributes: { enabled_features = [] } }) => {
        const missing = ['RootCredentialsManagement', 'RootSessions'].filter((feature) => !enabled_features.includes(feature));
        return missing.length > 0 && `lacks ${missing.join(', ')}`;
      }),
    ],
  },
  {
    id: '2.1.2',
    what: 'both kinds of control policies are on, and each member inherits some; evaluated: nobody in it leaves the organization, no stranger reads its buckets',
    scope: 'members',
    violations: async (estate) => [
      ...each(estate, 'aws_organizations_organization', ({ attributes: { enabled_policy_types = [] } }) => {
        const missing = ['SERVICE_CONTROL_POLICY', 'RESOURCE_CONTROL_POLICY'].filter((type) => !enabled_policy_types.includes(type));
        return missing.length > 0 && `has ${missing.join(', ')} switched off`;
      }),
      ...inherited(estate),
      ...(await stopped(estate, 'members', 'admin', [{ action: 'organizations:LeaveOrganization' }])),
    ],
  },
  {
    id: '2.1.3',
    what: 'the management account has no workloads: no instances, containers, databases, load balancers or networks',
    scope: 'management',
    absence: true,
    violations: (estate) => absent(estate, estate.typesLike(WORKLOAD_TYPES), ({ account }) => account !== 'management'),
  },
  {
    id: '2.1.4',
    what: 'units for security, infrastructure, and two or more environments; each account in a unit, none in the root',
    scope: 'management',
    violations: (estate) => {
      const units = estate.of('aws_organizations_organizational_unit');
      const workloads = units.find(({ attributes }) => attributes.name === 'workloads');
      const inside = units.filter(({ attributes }) => workloads && attributes.parent_id === `\${aws_organizations_organizational_unit.${workloads.name}.id}`);
      const missing = ['security', 'infrastructure', 'workloads', 'suspended'].filter((name) => !units.some(({ attributes }) => attributes.name === name));
      return [
        ...(missing.length > 0 || inside.length < 2
          ? [{ account: 'management', at: 'org', what: `lacks units: ${[...missing, ...(inside.length < 2 ? ['two environments'] : [])].join(', ')}` }]
          : []),
        ...each(
          estate,
          'aws_organizations_account',
          ({ attributes }) => !/^\$\{aws_organizations_organizational_unit\./.test(attributes.parent_id) && 'stands in the root',
        ),
      ];
    },
  },
  {
    id: '2.1.6',
    what: 'services of the organization are administered from the security account (central log groups: from log-archive), none from management',
    scope: 'management',
    from: 'correlated',
    rest: 'Firewall Manager is off by default (it costs); where it is on, the same holds.',
    violations: (estate) => {
      const delegated = estate.of('aws_organizations_delegated_administrator');
      const wanted = ['access-analyzer', 'account', 'config', 'config-multiaccountsetup', 'iam'].map((name) => `${name}.amazonaws.com`);
      const missing = wanted.filter((service) => !delegated.some(({ attributes }) => attributes.service_principal === service));
      return [
        ...(missing.length > 0 ? [{ account: 'management', at: 'org', what: `delegates nobody for ${missing.join(', ')}` }] : []),
        ...[...delegated, ...estate.of('aws_fms_admin_account')]
          .filter(({ attributes }) => !isSecurity(estate, attributes.account_id) && !centralizesLogs(attributes))
          .map((one) => wrong(one, 'delegates to another account than security')),
        ...Object.entries(DELEGATIONS).flatMap(([type, attribute]) =>
          each(estate, type, ({ attributes }) => !isSecurity(estate, attributes[attribute]) && 'delegates to another account than security'),
        ),
      ];
    },
  },
];

/** Each member is below a unit with control policies of both kinds. */
function inherited(estate: Estate): Violation[] {
  return estate
    .accounts('members')
    .flatMap(({ name }) =>
      (['SERVICE_CONTROL_POLICY', 'RESOURCE_CONTROL_POLICY'] as const)
        .filter((type) => !pathsTo(unitOf(estate.synthesized, name)).some((unit) => attached(estate.synthesized, type, unit).length > 0))
        .map((type) => ({ account: name, at: name, what: `inherits no ${type}` })),
    );
}
