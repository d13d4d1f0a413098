import { guardrail } from '../guardrail-context';

export const denyPublicSnapshots = guardrail(
  'DenyPublicSnapshots',
  'Data leaves by one attribute: a snapshot that is shared with everybody. Nobody is exempt.',
  () => ({ Action: ['ec2:ModifySnapshotAttribute'], Condition: { StringEquals: { 'ec2:Add/group': 'all' } } }),
);
