import { APPLY, BREAK_GLASS, but, guardrail } from '../guardrail-context';

export const denyCostlyInstances = guardrail(
  'DenyCostlyInstances',
  'Miners start the largest and the GPU instances; so does a typing mistake. Exempt: the apply role and break-glass.',
  ({ costlyInstanceTypes }) => ({
    Action: 'ec2:RunInstances',
    Resource: 'arn:aws:ec2:*:*:instance/*',
    Condition: but([APPLY, BREAK_GLASS], { StringLike: { 'ec2:InstanceType': costlyInstanceTypes } }),
  }),
);
