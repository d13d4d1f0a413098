import { APPLY, BREAK_GLASS, but, copiers, guardrail } from '../guardrail-context';

export const denyDataExport = guardrail(
  'DenyDataExport',
  'Database snapshots are shared, and disks exported, to accounts that no condition key names. Exempt: the apply role, break-glass, and where backups are copied the role of AWS Backup: a copy begins with a share, and the vault says where to.',
  (context) => ({
    Action: [
      'backup:AssociateBackupVaultMpaApprovalTeam',
      'backup:CreateRestoreAccessBackupVault',
      'backup:PutBackupVaultAccessPolicy',
      'datasync:CreateAgent',
      'datasync:CreateLocation*',
      'datasync:UpdateLocation*',
      'ec2:CreateInstanceExportTask',
      'ec2:CreateStoreImageTask',
      'ec2:ExportImage',
      'es:AcceptInboundConnection',
      'es:AuthorizeVpcEndpointAccess',
      'es:CreateOutboundConnection',
      'oam:CreateLink',
      'oam:PutSinkPolicy',
      'oam:UpdateLink',
      'rds:ModifyDBClusterSnapshotAttribute',
      'rds:ModifyDBSnapshotAttribute',
      'rds:StartExportTask',
      'redshift-serverless:PutResourcePolicy',
      'redshift:AuthorizeDataShare',
      'redshift:AuthorizeEndpointAccess',
      'redshift:AuthorizeSnapshotAccess',
    ],
    Condition: but([APPLY, BREAK_GLASS, ...copiers(context)]),
  }),
);
