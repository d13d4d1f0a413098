import { createHash } from 'node:crypto';
import type { Account, Blueprint } from '../config/blueprint';
import { workloadBucketName } from './naming';

/** Physical names of an account's decoys. Accounts without workloads have few: little that is ordinary there looks tempting. */
export interface DecoyNames {
  readonly role: string;
  readonly parameter: string;
  readonly workload?: WorkloadDecoyNames;
}
export interface WorkloadDecoyNames {
  readonly user: string;
  /** Group of the user: rights hang on groups. */
  readonly group: string;
  readonly secret: string;
  readonly bucket: string;
  /** Key of the object in the bucket. */
  readonly object: string;
  /** Name that no host has. */
  readonly domain: string;
  /** Team that seems to own them. */
  readonly owner: string;
}

const SUBJECTS = [
  'ledger',
  'billing',
  'payroll',
  'invoicing',
  'pricing',
  'claims',
  'settlement',
  'loyalty',
  'catalogue',
  'fulfilment',
  'partners',
  'reporting',
];
const DUTIES = ['admin', 'migration', 'support', 'operator', 'maintenance', 'export', 'reconciliation', 'restore'];
const SOFTWARE = ['sync', 'uploader', 'reports', 'importer', 'nightly', 'mailer', 'worker', 'feeds'];
const CREDENTIALS = ['database', 'master', 'admin', 'gateway', 'smtp', 'ldap', 'api-key', 'warehouse'];
const BUCKETS = ['exports', 'backups', 'archive', 'dumps', 'invoices', 'payroll', 'ledger', 'reports'];
const OBJECTS = ['config/credentials', 'settings/aws-credentials', 'old/credentials.ini', 'setup/keys.csv', 'deploy/credentials.csv', 'backup/aws/credentials'];
const HOSTS = ['vault', 'jump', 'db-admin', 'backup-db', 'ldap', 'secrets', 'legacy-db', 'bastion'];

/**
 * Ordinary names, different in every organization and account, and the same in every synthesis: an attacker who knows the
 * blueprint must not know them from it (deception.seed), and whoever meets one must not see what it is.
 */
export function decoyNames({ organization, deception, environments }: Blueprint, { name, id }: Pick<Account, 'name' | 'id'>): DecoyNames {
  const pick = (of: string, words: readonly string[]): string => {
    const digest = createHash('sha256')
      .update(`${deception.seed ?? organization.name} ${name} ${of}`)
      .digest();
    return words[digest.readUInt32BE(0) % words.length] as string;
  };
  const chosen = deception.names[name] ?? {};
  const subject = (of: string) => pick(`subject of ${of}`, SUBJECTS);
  return {
    role: chosen.role ?? `${subject('role')}-${pick('role', DUTIES)}`,
    parameter: chosen.parameter ?? `/${name}/${subject('parameter')}/${pick('parameter', CREDENTIALS)}/password`,
    ...(environments.some((environment) => environment.name === name)
      ? {
          workload: {
            user: chosen.user ?? `${subject('user')}-${pick('user', SOFTWARE)}`,
            group: `${subject('user')}-software`,
            secret: chosen.secret ?? `${name}/${subject('secret')}/${pick('secret', CREDENTIALS)}`,
            bucket: workloadBucketName(organization.name, name, chosen.bucket ?? pick('bucket', BUCKETS), id),
            object: pick('object', OBJECTS),
            domain: chosen.domain ?? `${pick('domain', HOSTS)}.${subject('domain')}.${organization.name}.internal`,
            owner: subject('user'),
          },
        }
      : {}),
  };
}
