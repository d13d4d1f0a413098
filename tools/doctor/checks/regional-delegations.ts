import { ListOrganizationAdminAccountsCommand as ListDetectiveAdministrators } from '@aws-sdk/client-detective';
import { ListOrganizationAdminAccountsCommand as ListGuardDutyAdministrators } from '@aws-sdk/client-guardduty';
import { ListDelegatedAdminAccountsCommand } from '@aws-sdk/client-inspector2';
import { ListOrganizationAdminAccountsCommand as ListMacieAdministrators } from '@aws-sdk/client-macie2';
import { ListOrganizationAdminAccountsCommand as ListSecurityHubAdministrators } from '@aws-sdk/client-securityhub';
import { accountNamed } from '../../../config/blueprint';
import type { REGIONAL_SERVICES } from '../../../config/existing-schema';
import { placeholdersIn } from '../../../config/placeholders';
import { type Context, type Found, ORGANIZATION_EXISTING, type Probe, pages } from '../check';
import { idFirst } from './delegations';

export interface Administrator {
  readonly account: string | undefined;
  readonly status: string | undefined;
  /** Detective only: the graph that the delegation made. */
  readonly graph?: string | undefined;
}

/** Asked by every region, from the management account: Organizations' own list does not say where. */
const ASK: Readonly<Record<(typeof REGIONAL_SERVICES)[number], (context: Context, region: string) => Promise<Administrator[]>>> = {
  guardduty: async ({ aws }, region) => {
    const found = await pages(
      (NextToken) => aws.guardDuty(region).send(new ListGuardDutyAdministrators(NextToken ? { NextToken } : {})),
      (answer) => answer.AdminAccounts,
      (answer) => answer.NextToken,
    );
    return found.map(({ AdminAccountId, AdminStatus }) => ({ account: AdminAccountId, status: AdminStatus }));
  },
  securityhub: async ({ aws }, region) => {
    const found = await pages(
      (NextToken) => aws.securityHub(region).send(new ListSecurityHubAdministrators(NextToken ? { NextToken } : {})),
      (answer) => answer.AdminAccounts,
      (answer) => answer.NextToken,
    );
    return found.map(({ AccountId, Status }) => ({ account: AccountId, status: Status }));
  },
  macie: async ({ aws }, region) => {
    const found = await pages(
      (nextToken) => unlessMacieIsOff(aws.macie(region).send(new ListMacieAdministrators(nextToken ? { nextToken } : {}))),
      (answer) => answer?.adminAccounts,
      (answer) => answer?.nextToken,
    );
    return found.map(({ accountId, status }) => ({ account: accountId, status }));
  },
  detective: async ({ aws }, region) => {
    const found = await pages(
      (NextToken) => aws.detective(region).send(new ListDetectiveAdministrators(NextToken ? { NextToken } : {})),
      (answer) => answer.Administrators,
      (answer) => answer.NextToken,
    );
    return found.map(({ AccountId, GraphArn }) => ({ account: AccountId, status: 'ENABLED', graph: GraphArn }));
  },
  inspector: async ({ aws }, region) => {
    const found = await pages(
      (nextToken) => aws.inspector(region).send(new ListDelegatedAdminAccountsCommand(nextToken ? { nextToken } : {})),
      (answer) => answer.delegatedAdminAccounts,
      (answer) => answer.nextToken,
    );
    return found.map(({ accountId, status }) => ({ account: accountId, status }));
  },
};

/** Macie answers "access denied" where it is off; the provider takes it so, too (internal/service/macie2/organization_admin_account.go). */
async function unlessMacieIsOff<Answer>(request: Promise<Answer>): Promise<Answer | undefined> {
  try {
    return await request;
  } catch (error) {
    const { name, message } = error as Error;
    if (name === 'AccessDeniedException' && message.includes('Macie is not enabled')) return undefined;
    throw error;
  }
}

/** Who administers a service in a region; one whose delegation is being taken back is none. */
export const administratorsIn = (context: Context, service: keyof typeof ASK, region: string): Promise<Administrator[]> =>
  context.once(`${service} administrators ${region}`, async () =>
    (await ASK[service](context, region)).filter(({ status }) => status === undefined || !/DISABL/.test(status)),
  );

async function delegation(service: keyof typeof ASK, region: string, context: Context): Promise<Found | undefined> {
  const administrators = await administratorsIn(context, service, region);
  const { id } = accountNamed(context.blueprint, 'security');
  if (administrators.some(({ account }) => account === id))
    return { what: `${TITLES[service]} is administered by ${id} in ${region}`, importId: id, value: true };
  const [other] = administrators;
  if (!other) return undefined;
  if (placeholdersIn(id).length > 0) return { what: `${TITLES[service]} is administered by account ${other.account}`, remedy: idFirst('security') };
  return {
    what: `${TITLES[service]} is administered by account ${other.account} in ${region}, not by security (${id})`,
    remedy: 'take that delegation back before the apply (members are unwatched in between), or make the account accounts.security; there is one administrator',
  };
}

const TITLES: Readonly<Record<keyof typeof ASK, string>> = {
  guardduty: 'GuardDuty',
  securityhub: 'Security Hub',
  macie: 'Macie',
  detective: 'Detective',
  inspector: 'Inspector',
};

const TYPES = {
  aws_guardduty_organization_admin_account: 'guardduty',
  aws_securityhub_organization_admin_account: 'securityhub',
  aws_macie2_organization_admin_account: 'macie',
  aws_detective_organization_admin_account: 'detective',
  aws_inspector2_delegated_admin_account: 'inspector',
} as const;

/** Services whose administrator is registered region by region: ours already, or another account. */
export const REGIONAL_DELEGATION_PROBES: readonly Probe[] = Object.entries(TYPES).map(([type, service]) => ({
  type,
  otherwise: 'fails: the service has its administrator there already',
  field: ({ attributes }) => ({ path: [...ORGANIZATION_EXISTING, 'regionalAdministrators', service], entry: attributes.region }),
  look: ({ attributes }, context) => delegation(service, attributes.region, context),
}));
