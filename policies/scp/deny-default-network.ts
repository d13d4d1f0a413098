import { guardrail } from '../guardrail-context';

export const denyDefaultNetwork = guardrail(
  'DenyDefaultNetwork',
  'A default VPC is a network without inspection, one click away. Nobody makes one again.',
  () => ({ Action: ['ec2:CreateDefaultSubnet', 'ec2:CreateDefaultVpc'] }),
);
