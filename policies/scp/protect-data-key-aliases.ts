import { APPLY, BREAK_GLASS, but, guardrail } from '../guardrail-context';

export const protectDataKeyAliases = guardrail(
  'ProtectDataKeyAliases',
  'Stacks find the keys of data classes by alias: moved to another key, what is made next is encrypted under that one. Exempt: the apply role, key administrators, break-glass.',
  ({ keyAdministrators }) => ({
    Action: ['kms:CreateAlias', 'kms:DeleteAlias', 'kms:UpdateAlias'],
    Resource: 'arn:aws:kms:*:*:alias/data/*',
    Condition: but([APPLY, BREAK_GLASS, ...keyAdministrators]),
  }),
);
