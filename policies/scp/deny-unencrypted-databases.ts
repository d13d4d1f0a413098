import { guardrail } from '../guardrail-context';

export const denyUnencryptedDatabases = guardrail(
  'DenyUnencryptedDatabases',
  'A database cannot be encrypted later, and its snapshots stay readable. Members of an Aurora cluster take over its setting. Nobody is exempt.',
  () => ({
    Action: 'rds:CreateDBInstance',
    Resource: 'arn:aws:rds:*:*:db:*',
    Condition: { Bool: { 'rds:StorageEncrypted': 'false' }, StringNotLike: { 'rds:DatabaseEngine': 'aurora*' } },
  }),
);
