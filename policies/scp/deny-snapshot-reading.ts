import { APPLY, BACKUP, BREAK_GLASS, but, guardrail, people, RESTORE } from '../guardrail-context';

export const denySnapshotReading = guardrail(
  'DenySnapshotReading',
  'EBS direct APIs read and write snapshots block by block: a disk leaves, or is forged, without any share or volume. Exempt: the apply, backup and restore roles, forensics of the security team, break-glass.',
  () => ({
    Action: ['ebs:CompleteSnapshot', 'ebs:GetSnapshotBlock', 'ebs:ListChangedBlocks', 'ebs:ListSnapshotBlocks', 'ebs:PutSnapshotBlock', 'ebs:StartSnapshot'],
    Condition: but([APPLY, BACKUP, RESTORE, BREAK_GLASS, ...people('SecurityAdmin')]),
  }),
);
