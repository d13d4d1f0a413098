import type { Account } from '../../config/blueprint';
import type { DecoyNames } from '../../lib/decoy-names';
import { tableLines } from '../table';

/** What is where in an account, and how the values are put that Terraform must not know. */
export function decoyReport({ name, id }: Account, names: DecoyNames, home: string, keys: readonly { id: string; status: string; made: Date }[]): string {
  const { role, parameter, workload } = names;
  const rows = [
    ['KIND', 'NAME', 'RINGS WHEN SOMEBODY'],
    ['role', role, 'assumes, passes or changes it, or is denied to'],
    ['parameter', parameter, 'reads or changes it'],
    ...(workload
      ? [
          ['user', workload.user, 'works with its access key, signs in as it, or changes it'],
          ['secret', workload.secret, 'reads or changes it'],
          ['bucket', workload.bucket, 'lists, reads or changes it'],
          ['object', workload.object, 'reads it'],
          ['domain', workload.domain, 'looks it up in the VPC'],
        ]
      : []),
  ];
  return [
    `Decoys of ${name} (${id}):`,
    ...tableLines(rows),
    '',
    ...(workload ? [keys.length > 0 ? 'Access keys of the user:' : `Nobody has made an access key yet: npm run decoys -- ${name} --place`] : []),
    ...keys.map((key) => `  …${key.id.slice(-4)}  ${key.status}  made ${key.made.toISOString().slice(0, 10)}`),
    '',
    'Values that no state may hold, put by break-glass of the account (each rings once: that is the test):',
    ...(workload ? [`  aws secretsmanager put-secret-value --region ${home} --secret-id ${workload.secret} --secret-string file:///dev/stdin`] : []),
    `  aws ssm put-parameter --region ${home} --type SecureString --name ${parameter} --value file:///dev/stdin`,
  ].join('\n');
}
