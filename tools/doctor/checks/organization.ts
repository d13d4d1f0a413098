import { DescribeBudgetsCommand } from '@aws-sdk/client-budgets';
import {
  DescribeResourcePolicyCommand,
  ListAccountsCommand,
  ListOrganizationalUnitsForParentCommand,
  ListPoliciesCommand,
  type PolicyType,
} from '@aws-sdk/client-organizations';
import type { Account } from '../../../config/blueprint';
import { type Context, ORGANIZATION_EXISTING, type Probe, pages, placeOf, unlessMissing } from '../check';
import type { PlannedResource } from '../planned';

const organizations = ({ aws, blueprint }: Context) => aws.organizations(blueprint.regions.home);

/** Path of every organizational unit that exists -> id. */
const unitsOf = (context: Context) =>
  context.once('units', async () => {
    const found = new Map<string, string>();
    const below = async (parent: string, prefix: string): Promise<void> => {
      const units = await pages(
        (NextToken) => organizations(context).send(new ListOrganizationalUnitsForParentCommand({ ParentId: parent, ...(NextToken ? { NextToken } : {}) })),
        (answer) => answer.OrganizationalUnits,
        (answer) => answer.NextToken,
      );
      for (const { Id, Name } of units) {
        found.set(`${prefix}${Name}`, Id as string);
        await below(Id as string, `${prefix}${Name}/`);
      }
    };
    await below(context.blueprint.organization.rootId, '');
    return found;
  });

/** Every account of the organization. */
export const accountsOf = (context: Context) =>
  context.once('accounts', () =>
    pages(
      (NextToken) => organizations(context).send(new ListAccountsCommand(NextToken ? { NextToken } : {})),
      (answer) => answer.Accounts,
      (answer) => answer.NextToken,
    ),
  );

export const ORGANIZATION_PROBES: readonly Probe[] = [
  {
    type: 'aws_organizations_account',
    otherwise: 'fails with EMAIL_ALREADY_EXISTS',
    field: ({ attributes }, { blueprint }) => {
      const account = Object.values(blueprint.accounts).find(({ email }) => email === attributes.email) as Account;
      return { path: [...placeOf(account), 'importId'] };
    },
    look: async ({ attributes }, context) => {
      const found = (await accountsOf(context)).find(({ Email }) => Email?.toLowerCase() === attributes.email.toLowerCase());
      return found?.Id ? { what: `account ${found.Id} (${found.Name}) has the address ${found.Email}`, importId: found.Id, value: found.Id } : undefined;
    },
  },
  {
    type: 'aws_organizations_organizational_unit',
    otherwise: 'fails with DuplicateOrganizationalUnitException',
    field: (planned, context) => ({ path: [...ORGANIZATION_EXISTING, 'organizationalUnits', unitPath(planned, context)] }),
    look: async (planned, context) => {
      const path = unitPath(planned, context);
      const id = (await unitsOf(context)).get(path);
      return id ? { what: `organizational unit ${path} (${id})`, importId: id, value: id } : undefined;
    },
  },
  {
    type: 'aws_organizations_policy',
    otherwise: 'fails with DuplicatePolicyException',
    look: async ({ attributes: { name, type } }, context) => {
      const policies = await context.once(`policies ${type}`, () =>
        pages(
          (NextToken) => organizations(context).send(new ListPoliciesCommand({ Filter: type as PolicyType, ...(NextToken ? { NextToken } : {}) })),
          (answer) => answer.Policies,
          (answer) => answer.NextToken,
        ),
      );
      const found = policies.find(({ Name }) => Name === name);
      return found
        ? {
            what: `${type} ${name} (${found.Id})`,
            remedy: 'no state knows it; rename or delete it once nothing is attached, or import it with `terraform import`',
          }
        : undefined;
    },
  },
  {
    type: 'aws_organizations_resource_policy',
    otherwise: 'replaces it, and no plan shows what it was',
    field: () => ({ path: [...ORGANIZATION_EXISTING, 'resourcePolicyId'] }),
    look: async (_planned, context) => {
      const answer = await unlessMissing(organizations(context).send(new DescribeResourcePolicyCommand({})), ['ResourcePolicyNotFoundException']);
      const id = answer?.ResourcePolicy?.ResourcePolicySummary?.Id;
      return id ? { what: `resource policy of the organization (${id})`, importId: id, value: id } : undefined;
    },
  },
  {
    type: 'aws_budgets_budget',
    otherwise: 'fails with DuplicateRecordException',
    look: async ({ attributes: { name } }, { aws, blueprint, account, once }) => {
      const budgets = await once('budgets', async () => {
        const all = await pages(
          async (NextToken) =>
            unlessMissing(aws.budgets(blueprint.regions.home).send(new DescribeBudgetsCommand({ AccountId: account.id, ...(NextToken ? { NextToken } : {}) }))),
          (answer) => answer?.Budgets,
          (answer) => answer?.NextToken,
        );
        return all.map(({ BudgetName }) => BudgetName);
      });
      return budgets.includes(name) ? { what: `budget ${name}`, remedy: 'no state knows it; delete it, or import it with `terraform import`' } : undefined;
    },
  },
];

/** The parent of a planned unit is a reference; its name in the stack tells the path. */
function unitPath({ name }: PlannedResource, { blueprint }: Context): string {
  const path = Object.keys(blueprint.organizationalUnits).find((candidate) => name === `unit_${candidate.replaceAll('/', '-')}`);
  if (path === undefined) throw new Error(`tools/doctor: knows no organizational unit of the name ${name}; correct unitPath`);
  return path;
}
