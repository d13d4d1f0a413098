import { APPLY, BREAK_GLASS, but, guardrail } from '../guardrail-context';

export const denyCostlyResizing = guardrail(
  'DenyCostlyResizing',
  'A small instance that is stopped, made large and started again never runs into DenyCostlyInstances. Exempt: the apply role and break-glass.',
  ({ costlyInstanceTypes }) => ({
    Action: 'ec2:ModifyInstanceAttribute',
    Condition: but([APPLY, BREAK_GLASS], { StringLike: { 'ec2:Attribute/InstanceType': costlyInstanceTypes } }),
  }),
);
