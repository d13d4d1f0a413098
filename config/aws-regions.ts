/**
 * Regions of the aws partition. Read 2026-11 (AWS documentation, "Regions and Availability Zones").
 * Opt-in regions must be enabled for each account before anything can be made there.
 */
export const OPT_IN_REGIONS: readonly string[] = [
  'af-south-1',
  'ap-east-1',
  'ap-east-2',
  'ap-south-2',
  'ap-southeast-3',
  'ap-southeast-4',
  'ap-southeast-5',
  'ap-southeast-6',
  'ap-southeast-7',
  'ca-west-1',
  'eu-central-2',
  'eu-south-1',
  'eu-south-2',
  'il-central-1',
  'me-central-1',
  'me-south-1',
  'mx-central-1',
];

export const DEFAULT_REGIONS: readonly string[] = [
  'ap-northeast-1',
  'ap-northeast-2',
  'ap-northeast-3',
  'ap-south-1',
  'ap-southeast-1',
  'ap-southeast-2',
  'ca-central-1',
  'eu-central-1',
  'eu-north-1',
  'eu-west-1',
  'eu-west-2',
  'eu-west-3',
  'sa-east-1',
  'us-east-1',
  'us-east-2',
  'us-west-1',
  'us-west-2',
];

/**
 * Where Amazon Inspector scans the code of functions. Read 2026-11 (AWS Config developer guide, "inspector-lambda-code-scan-enabled", which is
 * the rule behind FSBP Inspector.3: elsewhere it does not ask).
 */
export const FUNCTION_CODE_SCAN_REGIONS: readonly string[] = [
  'ap-northeast-1',
  'ap-southeast-1',
  'ap-southeast-2',
  'eu-central-1',
  'eu-north-1',
  'eu-west-1',
  'eu-west-2',
  'us-east-1',
  'us-east-2',
  'us-west-2',
];

/** Where IAM, Organizations, CloudFront, Route 53 and root sign-in report; always part of the enabled regions. */
export const GLOBAL_REGION = 'us-east-1';

export function isRegion(name: string): boolean {
  return DEFAULT_REGIONS.includes(name) || OPT_IN_REGIONS.includes(name);
}
