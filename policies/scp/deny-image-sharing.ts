import { APPLY, BREAK_GLASS, but, copiers, deployers, guardrail } from '../guardrail-context';

export const denyImageSharing = guardrail(
  'DenyImageSharing',
  'An image that is shared carries the data of its disks; the account that it goes to is no condition key. Exempt: pipelines, break-glass, and where backups are copied the role of AWS Backup, whose copy begins with a share.',
  (context) => ({
    Action: ['ec2:ModifyFpgaImageAttribute', 'ec2:ModifyImageAttribute'],
    Condition: but([APPLY, BREAK_GLASS, ...deployers(context), ...copiers(context)]),
  }),
);
