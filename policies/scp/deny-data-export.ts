import { APPLY, BREAK_GLASS, but, guardrail } from '../guardrail-context';

export const denyDataExport = guardrail(
  'DenyDataExport',
  'Database snapshots are shared, and disks exported, to accounts that no condition key names. Exempt: the apply role and break-glass.',
  () => ({
    Action: [
      'ec2:CreateInstanceExportTask',
      'ec2:CreateStoreImageTask',
      'ec2:ExportImage',
      'rds:ModifyDBClusterSnapshotAttribute',
      'rds:ModifyDBSnapshotAttribute',
      'rds:StartExportTask',
      'redshift:AuthorizeSnapshotAccess',
      'redshift-serverless:PutResourcePolicy',
    ],
    Condition: but([APPLY, BREAK_GLASS]),
  }),
);
