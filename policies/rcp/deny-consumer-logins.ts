import { type Guardrail, resourceGuardrail } from '../guardrail-context';

/** Providers that every account knows without making one; each vouches for anybody who signs up. */
const PROVIDERS = { Amazon: 'www.amazon.com:app_id', Facebook: 'graph.facebook.com:app_id', Google: 'accounts.google.com:aud' };

/** One statement for each: conditions on several keys would have to hold together. */
export const denyConsumerLogins: readonly Guardrail[] = Object.entries(PROVIDERS).map(([provider, key]) =>
  resourceGuardrail(
    `Deny${provider}Logins`,
    `Persistence without an identity provider to be found: a role whose trust names ${provider}, and an account of the attacker there. People sign in through Identity Center. Nobody is exempt.`,
    () => ({ Action: 'sts:AssumeRoleWithWebIdentity', Condition: { Null: { [key]: 'false' } } }),
  ),
);
