import type { Check } from '../check';
import type { Found } from '../estate';
import { encrypted } from '../read/encrypted';
import { openPolicies } from '../read/public-policies';
import { stopped } from '../read/requests';
import { companion, each, wrong } from '../read/resources';

const isDecoy = ({ name }: Pick<Found, 'name'>) => name.startsWith('decoy');

/** AWS Foundational Security Best Practices: topics, queues, secrets, backups, queries and functions. */
export const FSBP_DATA: readonly Check[] = [
  { id: 'SNS.1', what: 'each topic is encrypted with a key of ours', scope: 'every account', violations: (estate) => encrypted(estate, 'aws_sns_topic') },
  {
    id: 'SNS.4',
    what: "no topic's policy lets everybody in",
    scope: 'every account',
    modules: true,
    violations: (estate) => [...each(estate, 'aws_sns_topic_policy', () => undefined), ...openPolicies(estate, ['aws_sns_topic', 'aws_sns_topic_policy'])],
  },
  {
    id: 'SQS.1',
    what: 'each queue is encrypted with a key of ours',
    scope: 'every account',
    modules: true,
    violations: (estate) => encrypted(estate, 'aws_sqs_queue'),
  },
  {
    id: 'SecretsManager.1',
    what: 'each secret of ours is rotated by itself',
    scope: 'every account',
    modules: true,
    violations: (estate) =>
      companion(estate, 'aws_secretsmanager_secret', { type: 'aws_secretsmanager_secret_rotation', by: 'secret_id' }, (one) => !isDecoy(one)),
  },
  { id: 'Backup.1', what: 'each vault is encrypted with a key of ours', scope: 'workloads', violations: (estate) => encrypted(estate, 'aws_backup_vault') },
  {
    id: 'EC2.28',
    what: 'where the backup policy is on, volumes are backed up by the class that they are tagged with',
    scope: 'workloads',
    modules: true,
    rest: 'Which environments: organization.backupPolicy.environments, none by default.',
    violations: (estate) => {
      estate.of('aws_backup_selection', 'aws_organizations_policy_attachment');
      const policies = estate.of('aws_organizations_policy').filter(({ attributes }) => attributes.type === 'BACKUP_POLICY');
      if (policies.length === 0) return estate.lenient ? [] : [{ account: 'management', at: 'org-policies', what: 'has no backup policy' }];
      return policies
        .filter(({ attributes }) => !/"tags":/.test(attributes.content) || !/DataClass/.test(attributes.content))
        .map((one) => wrong(one, 'selects by no tag'));
    },
  },
  {
    id: 'Athena.1',
    what: 'results of queries are encrypted with a key of ours',
    scope: 'every account',
    from: 'hunting',
    violations: (estate) => encrypted(estate, 'aws_athena_workgroup'),
  },
  {
    id: 'Lambda.1',
    what: 'no function of ours is open to everybody; evaluated: nobody opens one',
    scope: 'members',
    violations: async (estate) => [
      ...estate
        .of('aws_lambda_permission')
        .filter(({ attributes }) => attributes.principal === '*')
        .map((one) => wrong(one, 'lets everybody in')),
      ...(await stopped(estate, 'members', 'admin', [
        { action: 'lambda:AddPermission', resources: ['arn:aws:lambda:eu-west-1:{account}:function:a'], context: { 'lambda:Principal': '*' } },
      ])),
    ],
  },
];
