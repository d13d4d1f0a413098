import { APPLY, BREAK_GLASS, but, deployers, guardrail } from '../guardrail-context';

export const denyImageSharing = guardrail(
  'DenyImageSharing',
  'An image that is shared carries the data of its disks; the account that it goes to is no condition key. Exempt: pipelines and break-glass.',
  (context) => ({ Action: ['ec2:ModifyFpgaImageAttribute', 'ec2:ModifyImageAttribute'], Condition: but([APPLY, BREAK_GLASS, ...deployers(context)]) }),
);
