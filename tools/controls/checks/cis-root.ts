import type { Check, Violation } from '../check';
import type { Estate } from '../estate';
import { alarmed } from '../read/alarms';
import { stopped } from '../read/requests';
import { each } from '../read/resources';
import { TRAIL_RECORDS } from '../read/trail-records';
import { watched } from '../read/watched';

const ROOT_ACTIONS = ['iam:CreateAccessKey', 's3:PutBucketPolicy', 'ec2:RunInstances'];

const managedRoot = (estate: Estate): Violation[] =>
  each(
    estate,
    'aws_iam_organizations_features',
    ({ attributes }) => !attributes.enabled_features?.includes('RootCredentialsManagement') && 'lacks RootCredentialsManagement',
  );

/** Root users in the CIS AWS Foundations Benchmark. */
export const CIS_ROOT: readonly Check[] = [
  {
    id: '2.4',
    what: "no root access keys: members' root credentials are managed centrally, and (evaluated) their root users make none",
    scope: 'members',
    rest: "The management account's root user: docs/runbooks/management-root.md, alarm root-use.",
    violations: async (estate) => [...managedRoot(estate), ...(await stopped(estate, 'members', 'root', [{ action: 'iam:CreateAccessKey' }]))],
  },
  {
    id: '2.5',
    what: "members' root users have no credentials to sign in with; whoever has is watched for MFA",
    scope: 'every account',
    from: 'correlated',
    rest: "The management account's root user: docs/runbooks/management-root.md.",
    violations: (estate) => [...managedRoot(estate), ...watched(estate, { rule: 'ROOT_ACCOUNT_MFA_ENABLED', control: 'IAM.9' })],
  },
  {
    id: '2.6',
    what: "members' root users have no credentials to sign in with; whoever has is watched for hardware MFA",
    scope: 'every account',
    from: 'correlated',
    rest: "The management account's root user: docs/runbooks/management-root.md.",
    violations: (estate) => [...managedRoot(estate), ...watched(estate, { rule: 'ROOT_ACCOUNT_HARDWARE_MFA_ENABLED', control: 'IAM.6' })],
  },
  {
    id: '2.7',
    what: 'root users of members can do nothing (evaluated); any use of any root user alarms (filter executed)',
    scope: 'members',
    violations: async (estate) => [
      ...(await stopped(
        estate,
        'members',
        'root',
        ROOT_ACTIONS.map((action) => ({ action })),
      )),
      ...alarmed(estate, TRAIL_RECORDS['5.3'] ?? []),
    ],
  },
];
