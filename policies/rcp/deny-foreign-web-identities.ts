import { resourceGuardrail } from '../guardrail-context';

export const denyForeignWebIdentities = resourceGuardrail(
  'DenyForeignWebIdentities',
  'The code host signs tokens for everybody: a role that trusts it without naming the repository lets any repository in. Only subjects of the configuration pass.',
  ({ webIdentity: { issuer, subjects } }) => ({
    Action: 'sts:AssumeRoleWithWebIdentity',
    Condition: { StringNotLike: { [`${issuer}:sub`]: subjects }, Null: { [`${issuer}:sub`]: 'false' } },
  }),
);
