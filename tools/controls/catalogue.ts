import type { Check, ControlException } from './check';
import { CIS_IDENTITY } from './checks/cis-identity';
import { CIS_LOGGING } from './checks/cis-logging';
import { CIS_MONITORING } from './checks/cis-monitoring';
import { CIS_NETWORK } from './checks/cis-network';
import { CIS_ORGANIZATION } from './checks/cis-organization';
import { CIS_PERMISSIONS } from './checks/cis-permissions';
import { CIS_ROOT } from './checks/cis-root';
import { CIS_SERVICES } from './checks/cis-services';
import { CIS_STORAGE } from './checks/cis-storage';
import { FSBP_BUCKETS } from './checks/fsbp-buckets';
import { FSBP_DATA } from './checks/fsbp-data';
import { FSBP_DETECTION } from './checks/fsbp-detection';
import { FSBP_EDGE } from './checks/fsbp-edge';
import { FSBP_FIREWALL } from './checks/fsbp-firewall';
import { FSBP_IDENTITY } from './checks/fsbp-identity';
import { FSBP_NETWORK } from './checks/fsbp-network';
import { CIS_EXCEPTIONS } from './exceptions/cis';
import { FSBP_EXCEPTIONS } from './exceptions/fsbp';

/** A benchmark: its controls in order, and what proves or excuses each. */
export interface Benchmark {
  readonly name: string;
  readonly ids: readonly string[];
  /** File below tools/controls -> its checks. */
  readonly checks: Readonly<Record<string, readonly Check[]>>;
  readonly exceptions: readonly ControlException[];
  /** Control -> control of the CIS benchmark that asks for the same. */
  readonly sameAs: Readonly<Record<string, string>>;
}

/** `1.2..4` as 1.2, 1.3, 1.4. */
const numbers = (text: string): string[] =>
  text.split(' ').flatMap((part) => {
    const [, before = '', first, last] = /^(.*?)(\d+)\.\.(\d+)$/.exec(part) ?? [];
    return first && last ? Array.from({ length: Number(last) - Number(first) + 1 }, (_, index) => `${before}${Number(first) + index}`) : [part];
  });

export const CIS: Benchmark = {
  name: 'CIS AWS Foundations Benchmark v7.0.0',
  ids: numbers('2.1.1..6 2.2..21 3.1.1..4 3.2.1..4 3.3.1 4.1..10 5.1..16 6.1.1..2 6.2..8'),
  checks: {
    'checks/cis-organization': CIS_ORGANIZATION,
    'checks/cis-root': CIS_ROOT,
    'checks/cis-identity': CIS_IDENTITY,
    'checks/cis-permissions': CIS_PERMISSIONS,
    'checks/cis-services': CIS_SERVICES,
    'checks/cis-storage': CIS_STORAGE,
    'checks/cis-logging': CIS_LOGGING,
    'checks/cis-monitoring': CIS_MONITORING,
    'checks/cis-network': CIS_NETWORK,
  },
  exceptions: CIS_EXCEPTIONS,
  sameAs: {},
};

const SAME_AS_CIS: Readonly<Record<string, string>> = {
  'Account.1': '2.3',
  'CloudTrail.1': '4.1',
  'CloudTrail.2': '4.5',
  'CloudTrail.3': '4.1',
  'CloudTrail.4': '4.2',
  'CloudTrail.7': '4.4',
  'Config.1': '4.3',
  'EC2.2': '6.5',
  'EC2.6': '4.7',
  'EC2.7': '6.1.1',
  'EC2.8': '6.7',
  'EC2.13': '6.3',
  'EC2.14': '6.3',
  'EC2.21': '6.2',
  'IAM.1': '2.14',
  'IAM.2': '2.13',
  'IAM.3': '2.12',
  'IAM.4': '2.4',
  'IAM.5': '2.10',
  'IAM.6': '2.6',
  'IAM.8': '2.11',
  'IAM.9': '2.5',
  'IAM.19': '2.10',
  'IAM.22': '2.11',
  'IAM.26': '2.17',
  'KMS.4': '4.6',
  'Macie.1': '3.1.3',
  'S3.1': '3.1.4',
  'S3.5': '3.1.1',
  'S3.8': '3.1.4',
  'S3.20': '3.1.2',
};

export const FSBP: Benchmark = {
  name: 'AWS Foundational Security Best Practices',
  ids: numbers(
    'Account.1 Athena.1 Backup.1 CloudFront.3 CloudFront.5..6 CloudFront.10 CloudFront.13 CloudTrail.1..7 CodeBuild.2..5 Config.1 EC2.1..3 EC2.6..10 EC2.13..16 EC2.18..21 EC2.23 EC2.25 EC2.28 EC2.51 ECR.1..3 ELB.1 ELB.4..6 ELB.12 ELB.16 EMR.2 GuardDuty.1 GuardDuty.5..13 IAM.1..10 IAM.19 IAM.21..22 IAM.26 Inspector.1..4 KMS.1..5 Lambda.1..2 Macie.1..2 NetworkFirewall.2..6 NetworkFirewall.9 Route53.2 S3.1..3 S3.5..9 S3.12..15 S3.17 S3.20 SNS.1 SNS.4 SQS.1 SSM.1 SSM.4 SecretsManager.1 StepFunctions.1 WAF.10..12',
  ),
  checks: {
    'checks/fsbp-identity': FSBP_IDENTITY,
    'checks/fsbp-buckets': FSBP_BUCKETS,
    'checks/fsbp-data': FSBP_DATA,
    'checks/fsbp-network': FSBP_NETWORK,
    'checks/fsbp-firewall': FSBP_FIREWALL,
    'checks/fsbp-edge': FSBP_EDGE,
    'checks/fsbp-detection': FSBP_DETECTION,
  },
  exceptions: FSBP_EXCEPTIONS,
  sameAs: SAME_AS_CIS,
};
