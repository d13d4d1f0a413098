import type { Guardrail } from '../guardrail-context';

/** A default VPC is a network without inspection, one click away. Nobody makes one again. */
export const denyDefaultNetwork: Guardrail = () => ({
  Sid: 'DenyDefaultNetwork',
  Effect: 'Deny',
  Action: ['ec2:CreateDefaultSubnet', 'ec2:CreateDefaultVpc'],
  Resource: '*',
});
