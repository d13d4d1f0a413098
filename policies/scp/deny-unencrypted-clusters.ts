import { guardrail } from '../guardrail-context';

export const denyUnencryptedClusters = guardrail(
  'DenyUnencryptedClusters',
  'A database cluster cannot be encrypted later, and its snapshots stay readable. Nobody is exempt.',
  () => ({ Action: 'rds:CreateDBCluster', Resource: 'arn:aws:rds:*:*:cluster:*', Condition: { Bool: { 'rds:StorageEncrypted': 'false' } } }),
);
