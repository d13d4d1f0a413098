import { FUNCTION_CODE_SCAN_REGIONS } from '../../../config/aws-regions';
import { nestedBlocks } from '../../synthesis/resources-in';
import type { TerraformJson } from '../../synthesis/synthesize';
import type { Check } from '../check';
import type { Estate } from '../estate';
import { each, oneInEachRegion } from '../read/resources';

/** Runtimes that AWS Lambda patches (Lambda developer guide, "Lambda runtimes"). */
const RUNTIMES = /^(nodejs(22|24)\.x|python3\.(11|12|13|14)|provided\.al2023)$/;
const perRegion = (estate: Estate, type: string, judge: Parameters<typeof oneInEachRegion>[3]) => oneInEachRegion(estate, 'security', type, judge);

const protection = (id: string, what: string, feature: string, agent?: string): Check => ({
  id,
  what: `GuardDuty ${what}, in every enabled region and each member`,
  scope: 'security',
  from: 'correlated',
  violations: (estate) =>
    perRegion(estate, 'aws_guardduty_organization_configuration_feature', ({ name, auto_enable, additional_configuration }) => {
      if (name !== feature || auto_enable !== 'ALL') return `${feature} is not on for all`;
      return (
        agent !== undefined &&
        !nestedBlocks(additional_configuration).some((one) => one.name === agent && one.auto_enable === 'ALL') &&
        `${agent} is not on for all`
      );
    }),
});
const scan = (id: string, what: string, kind: 'ec2' | 'ecr' | 'lambda' | 'lambda_code', offeredIn?: readonly string[]): Check => ({
  id,
  what: `Inspector looks for weak spots in ${what}, in every enabled region and each member`,
  scope: 'security',
  from: 'correlated',
  violations: (estate) => {
    const asks = ({ region }: TerraformJson) => offeredIn?.includes(region) ?? true;
    return [
      ...perRegion(
        estate,
        'aws_inspector2_organization_configuration',
        ({ auto_enable, region }) => asks({ region }) && nestedBlocks(auto_enable)[0]?.[kind] !== true && `leaves ${kind} out`,
      ),
      ...estate
        .of('aws_inspector2_enabler')
        .filter(({ attributes }) => asks(attributes))
        .filter(({ attributes }) => !attributes.resource_types?.includes(kind.toUpperCase()))
        .map(({ account, path }) => ({ account, at: path, what: `leaves ${kind} out` })),
    ];
  },
});

/** AWS Foundational Security Best Practices: the services that find intruders and weak spots. */
export const FSBP_DETECTION: readonly Check[] = [
  {
    id: 'GuardDuty.1',
    what: 'GuardDuty is on in every enabled region, for each member, present and new',
    scope: 'security',
    from: 'correlated',
    violations: (estate) => [
      ...perRegion(
        estate,
        'aws_guardduty_organization_configuration',
        ({ auto_enable_organization_members }) => auto_enable_organization_members !== 'ALL' && 'leaves members out',
      ),
      ...estate
        .of('aws_guardduty_detector')
        .filter(({ attributes }) => attributes.enable === false)
        .map(({ account, path }) => ({ account, at: path, what: 'is switched off' })),
    ],
  },
  protection('GuardDuty.5', "reads clusters' audit logs", 'EKS_AUDIT_LOGS'),
  protection('GuardDuty.6', "reads functions' network traffic", 'LAMBDA_NETWORK_LOGS'),
  protection('GuardDuty.7', "watches clusters' nodes at run time", 'RUNTIME_MONITORING', 'EKS_ADDON_MANAGEMENT'),
  protection('GuardDuty.8', 'scans volumes of suspicious instances', 'EBS_MALWARE_PROTECTION'),
  protection('GuardDuty.9', 'reads sign-ins to databases', 'RDS_LOGIN_EVENTS'),
  protection('GuardDuty.10', 'reads what is done to objects', 'S3_DATA_EVENTS'),
  protection('GuardDuty.11', 'watches at run time', 'RUNTIME_MONITORING'),
  protection('GuardDuty.12', 'watches tasks of Fargate at run time', 'RUNTIME_MONITORING', 'ECS_FARGATE_AGENT_MANAGEMENT'),
  protection('GuardDuty.13', 'watches instances at run time', 'RUNTIME_MONITORING', 'EC2_AGENT_MANAGEMENT'),
  scan('Inspector.1', 'instances', 'ec2'),
  scan('Inspector.2', 'images', 'ecr'),
  {
    ...scan('Inspector.3', 'the code of functions', 'lambda_code', FUNCTION_CODE_SCAN_REGIONS),
    rest: 'In regions where AWS offers it; securityServices.functionCodeScanning switches it off. Inspector does not read functions whose package has a key of ours.',
  },
  scan('Inspector.4', "functions' packages", 'lambda'),
  {
    ...scan('ECR.1', 'images of registries', 'ecr'),
    rest: 'Where Inspector covers a registry it switches it to enhanced scanning (Amazon Inspector user guide, "Scanning Amazon ECR container images").',
  },
  {
    id: 'Macie.2',
    what: 'Macie searches the buckets of each member again and again',
    scope: 'security',
    from: 'correlated',
    rest: 'By scheduled jobs over the classes that must hold no personal data, not by automated discovery: its price follows the size of all buckets.',
    violations: (estate) => [
      ...perRegion(estate, 'aws_macie2_organization_configuration', ({ auto_enable }) => auto_enable !== true && 'leaves new members out'),
      ...perRegion(estate, 'aws_macie2_classification_job', ({ job_type }) => job_type !== 'SCHEDULED' && 'searches once'),
    ],
  },
  {
    id: 'Lambda.2',
    what: 'our functions run on runtimes that AWS patches',
    scope: 'every account',
    from: 'respond',
    violations: (estate) =>
      each(
        estate,
        'aws_lambda_function',
        ({ attributes }) => attributes.package_type !== 'Image' && !RUNTIMES.test(attributes.runtime ?? '') && `runs on ${attributes.runtime}`,
      ),
  },
];
