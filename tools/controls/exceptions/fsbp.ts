import type { ControlException } from '../check';

const HUB = 'from step correlated: Security Hub judges it in every account (standard FSBP)';
const workload = (id: string, what: string, types: readonly string[], covered = HUB): ControlException => ({
  id,
  kind: 'workload',
  reason: `The blueprint makes no ${what}.`,
  types,
  covered,
  since: '2026-11',
});

/** Controls of AWS Foundational Security Best Practices without a check, and why. */
export const FSBP_EXCEPTIONS: readonly ControlException[] = [
  workload('ECR.2', 'repositories', ['aws_ecr_repository']),
  workload('ECR.3', 'repositories', ['aws_ecr_repository', 'aws_ecr_lifecycle_policy']),
  workload('Route53.2', 'public zones; the examples name one that exists', ['aws_route53_zone']),
  workload('StepFunctions.1', 'state machines', ['aws_sfn_state_machine']),
  workload('CodeBuild.2', 'build projects', ['aws_codebuild_project']),
  workload('CodeBuild.3', 'build projects', ['aws_codebuild_project']),
  workload('CodeBuild.4', 'build projects', ['aws_codebuild_project']),
  workload('CodeBuild.5', 'build projects', ['aws_codebuild_project']),
  {
    id: 'S3.7',
    kind: 'declined',
    reason: 'A second region would break the promise that data stays in the regions of the configuration, and doubles what logs cost.',
    covered: 'versions, Object Lock, backups with copies in another account (backup.copyTo)',
    since: '2026-11',
  },
  {
    id: 'SSM.1',
    kind: 'declined',
    reason:
      'An agent that takes commands on each instance is a way in (DenyShells, DenyRemoteCommands). Instances are replaced by new images, not patched in place.',
    covered: 'Inspector scans instances without an agent; whoever needs the agent gives the role of his instance AmazonSSMManagedInstanceCore',
    since: '2026-11',
  },
];
