import { guardrail } from '../guardrail-context';

export const denyForeignSnapshotShares = guardrail(
  'DenyForeignSnapshotShares',
  'A snapshot that is shared with an account outside the organization is a copied disk. Nobody is exempt.',
  ({ accountIds }) => ({
    Action: 'ec2:ModifySnapshotAttribute',
    Condition: { StringNotEquals: { 'ec2:Add/userId': accountIds }, Null: { 'ec2:Add/userId': 'false' } },
  }),
);
