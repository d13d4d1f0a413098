import { accountRootArn, iamRoleArn } from '../../lib/arn';
import type { PolicyStatement } from '../policy-document';
import type { KeyContext } from './key-context';

/** One table whose columns its application encrypts before the database sees them (docs/data-in-use.md). */
export interface EncryptedTable {
  readonly table: string;
  /** Path and name of the roles that read and write its columns. */
  readonly roles: readonly string[];
  /** Path and name of the roles that only write: a sign-up form. */
  readonly writers: readonly string[];
}

/** What the context of a value must name, and nothing besides: class, table, column, row. */
const CONTEXT_KEYS = ['class', 'table', 'column', 'id'];

/**
 * The one use of a class key without a service in between: what reads the database, or owns its administrator, gets ciphertext. Only the
 * named roles open a value, and only as a value of that table; a value of another table, or one without context, stays closed.
 */
export const allowColumnEncryption = ({ account }: KeyContext, className: string, { table, roles, writers }: EncryptedTable): PolicyStatement[] => {
  const allow = (sid: string, names: readonly string[], actions: readonly string[]): PolicyStatement => ({
    Sid: `${sid}${pascal(table)}`,
    Effect: 'Allow',
    Principal: { AWS: accountRootArn(account) },
    Action: [...actions],
    Resource: '*',
    Condition: {
      ArnLike: { 'aws:PrincipalArn': names.map((name) => iamRoleArn(account, '/', name)) },
      StringEquals: { 'kms:EncryptionContext:class': className, 'kms:EncryptionContext:table': table },
      'ForAllValues:StringEquals': { 'kms:EncryptionContextKeys': CONTEXT_KEYS },
      Null: { 'kms:EncryptionContextKeys': 'false' },
    },
  });
  return [
    allow('AllowColumnsOf', roles, ['kms:Decrypt', 'kms:GenerateDataKey']),
    ...(writers.length > 0 ? [allow('AllowWritingColumnsOf', writers, ['kms:GenerateDataKey'])] : []),
  ];
};

const pascal = (name: string): string => name.replace(/(^|[-_])(\w)/g, (_, _sign, letter: string) => letter.toUpperCase());
