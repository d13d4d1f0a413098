import { ListDelegatedAdministratorsCommand } from '@aws-sdk/client-organizations';
import { accountNamed } from '../../../config/blueprint';
import { placeholdersIn } from '../../../config/placeholders';
import { LOG_CENTRALIZATION } from '../../../modules/account/delegated-administrators';
import { type Context, type Found, ORGANIZATION_EXISTING, type Probe, pages } from '../check';

/** Member accounts that a service is delegated to. */
const administratorsOf = (context: Context, service: string) =>
  context.once(`administrators ${service}`, async () => {
    const found = await pages(
      (NextToken) =>
        context.aws
          .organizations(context.blueprint.regions.home)
          .send(new ListDelegatedAdministratorsCommand({ ServicePrincipal: service, ...(NextToken ? { NextToken } : {}) })),
      (answer) => answer.DelegatedAdministrators,
      (answer) => answer.NextToken,
    );
    return found.map(({ Id }) => Id as string);
  });

/** While the account has no id, nobody can tell whether the administrator is ours. */
export const idFirst = (name: string): string =>
  `accounts.${name} has no id yet: give it its importId (printed below where the address matches), then run doctor again`;

async function delegation(service: string, context: Context): Promise<Found | undefined> {
  const administrators = await administratorsOf(context, service);
  const name = service === `${LOG_CENTRALIZATION}.amazonaws.com` ? 'log-archive' : 'security';
  const { id } = accountNamed(context.blueprint, name);
  if (administrators.includes(id)) return { what: `${service} is delegated to ${id}`, importId: `${id}/${service}`, value: true };
  const [other] = administrators;
  if (!other) return undefined;
  if (placeholdersIn(id).length > 0) return { what: `${service} is delegated to account ${other}`, remedy: idFirst(name) };
  return {
    what: `${service} is delegated to account ${other}, not to ${name} (${id})`,
    remedy: `remove that delegation, or make the account accounts.${name}; most services take one administrator`,
  };
}

/** Services that another account, or ours already, administers. */
export const DELEGATION_PROBES: readonly Probe[] = [
  {
    type: 'aws_organizations_delegated_administrator',
    otherwise: 'fails with AccountAlreadyRegisteredException',
    field: ({ attributes }) => ({ path: [...ORGANIZATION_EXISTING, 'delegatedAdministrators'], entry: attributes.service_principal }),
    look: ({ attributes }, context) => delegation(attributes.service_principal, context),
  },
];
