import { ListDelegatedAdministratorsCommand } from '@aws-sdk/client-organizations';
import { accountNamed } from '../../../config/blueprint';
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

async function delegation(service: string, context: Context, importable: boolean): Promise<Found | undefined> {
  const administrators = await administratorsOf(context, service);
  const name = service === `${LOG_CENTRALIZATION}.amazonaws.com` ? 'log-archive' : 'security';
  const { id } = accountNamed(context.blueprint, name);
  if (administrators.includes(id)) {
    return importable
      ? { what: `${service} is delegated to ${id}`, importId: `${id}/${service}`, value: true }
      : { what: `${service} is delegated to ${id}`, remedy: 'import it with `terraform import` in each region, or remove the delegation before the apply' };
  }
  const [other] = administrators;
  return other
    ? {
        what: `${service} is delegated to account ${other}, not to ${name} (${id})`,
        remedy: `remove that delegation, or make the account accounts.${name}; most services take one administrator`,
      }
    : undefined;
}

/** Delegations that are made in every region, and the name under which Organizations knows them. */
const REGIONAL_DELEGATIONS = {
  aws_guardduty_organization_admin_account: 'guardduty.amazonaws.com',
  aws_securityhub_organization_admin_account: 'securityhub.amazonaws.com',
  aws_macie2_organization_admin_account: 'macie.amazonaws.com',
  aws_detective_organization_admin_account: 'detective.amazonaws.com',
  aws_inspector2_delegated_admin_account: 'inspector2.amazonaws.com',
} as const;

/** Services that another account, or ours already, administers. */
export const DELEGATION_PROBES: readonly Probe[] = [
  {
    type: 'aws_organizations_delegated_administrator',
    otherwise: 'fails with AccountAlreadyRegisteredException',
    field: ({ attributes }) => ({ path: [...ORGANIZATION_EXISTING, 'delegatedAdministrators'], entry: attributes.service_principal }),
    look: ({ attributes }, context) => delegation(attributes.service_principal, context, true),
  },
  ...Object.entries(REGIONAL_DELEGATIONS).map(
    ([type, service]): Probe => ({ type, otherwise: 'fails where it is registered already', look: (_planned, context) => delegation(service, context, false) }),
  ),
];
