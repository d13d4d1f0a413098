import { DescribeLogGroupsCommand } from '@aws-sdk/client-cloudwatch-logs';
import { DescribeVpcsCommand } from '@aws-sdk/client-ec2';
import { ListAWSServiceAccessForOrganizationCommand, ListRootsCommand } from '@aws-sdk/client-organizations';
import { type Finding, ORGANIZATION_EXISTING, pages, placeOf, type Survey } from '../check';
import { accountsOf } from './organization';
import { trustedNames } from './trusted-names';

const LISTS = [
  ['trustedAccess', 'trusted access', 'aws_service_access_principals'],
  ['policyTypes', 'policy type', 'enabled_policy_types'],
] as const;

/** The organization's lists are authoritative: what is on and not listed would be switched off. */
const organizationLists: Survey = {
  name: 'trusted access and policy types of the organization',
  concerns: ({ name }) => name === 'management',
  look: async ({ aws, blueprint, documents }) => {
    const organizations = aws.organizations(blueprint.regions.home);
    const services = await pages(
      (NextToken) => organizations.send(new ListAWSServiceAccessForOrganizationCommand(NextToken ? { NextToken } : {})),
      (answer) => answer.EnabledServicePrincipals,
      (answer) => answer.NextToken,
    );
    const roots = await pages(
      (NextToken) => organizations.send(new ListRootsCommand(NextToken ? { NextToken } : {})),
      (answer) => answer.Roots,
      (answer) => answer.NextToken,
    );
    const on = {
      trustedAccess: services.map(({ ServicePrincipal }) => ServicePrincipal as string),
      policyTypes: roots.flatMap(({ PolicyTypes = [] }) => PolicyTypes.filter(({ Status }) => Status === 'ENABLED').map(({ Type }) => Type as string)),
    };
    const planned = documents.get('org').resource.aws_organizations_organization.organization_organization;
    return LISTS.flatMap(([field, title, argument]) =>
      on[field]
        .filter((entry) => !planned[argument].includes(entry))
        .map(
          (entry): Finding => ({
            kind: 'import',
            what: `${title} ${entry} is on`,
            consequence: 'the plan of org would switch it off, and the plan gate refuses that',
            field: { path: [...ORGANIZATION_EXISTING, field], entry },
            value: true,
          }),
        ),
    );
  },
};

/** Provider 6.25.0 renames an account in place: what people know it by would change with its import. */
const names: Survey = {
  name: 'names of accounts',
  concerns: ({ name }) => name === 'management',
  look: async (context) => {
    const found = await accountsOf(context);
    return Object.values(context.blueprint.accounts).flatMap((account): Finding[] => {
      const one = found.find(({ Email = '' }) => Email.toLowerCase() === account.email.toLowerCase());
      if (account.name === 'management' || !one?.Name || one.Name === account.displayName) return [];
      return [
        {
          kind: 'note',
          what: `account ${one.Id} is named ${one.Name}`,
          consequence: `the apply of org renames it to ${account.displayName}, unless its displayName is the name that it has`,
          field: { path: [...placeOf(account), 'displayName'] },
          value: one.Name,
        },
      ];
    });
  },
};

/** AWS finds an account by its address in any spelling; the provider compares letter by letter. */
const addresses: Survey = {
  name: 'addresses of accounts',
  concerns: ({ name }) => name === 'management',
  look: async (context) => {
    const found = await accountsOf(context);
    return Object.values(context.blueprint.accounts).flatMap((account): Finding[] => {
      const one = found.find(({ Email = '' }) => Email !== account.email && Email.toLowerCase() === account.email.toLowerCase());
      if (!one) return [];
      return [
        {
          kind: 'by-hand',
          what: `account ${one.Id} has the address ${one.Email}, the configuration says ${account.email}`,
          consequence: `the plan of org would replace the account, and is refused; write ${placeOf(account).join('.')}.email as AWS has it`,
        },
      ];
    });
  },
};

const defaultNetworks: Survey = {
  name: 'default VPCs',
  concerns: () => true,
  look: async ({ aws, blueprint }) => {
    const found = await Promise.all(
      blueprint.regions.enabled.map(async (region) => {
        const { Vpcs = [] } = await aws.ec2(region).send(new DescribeVpcsCommand({ Filters: [{ Name: 'is-default', Values: ['true'] }] }));
        return Vpcs.length > 0 ? [region] : [];
      }),
    );
    const regions = found.flat();
    if (regions.length === 0) return [];
    return [
      {
        kind: 'note',
        what: `${regions.length} default ${regions.length === 1 ? 'VPC' : 'VPCs'} (${regions.join(', ')})`,
        consequence: 'open networks that nobody planned; `npm run default-vpcs` removes those that nothing uses, no stack does',
      },
    ];
  },
};

/** Log groups keep their events and their price when the stack that made them is gone. */
const forgottenLogGroups: Survey = {
  name: 'log groups under /platform/',
  concerns: () => true,
  look: async ({ aws, blueprint, documents }) => {
    const made = new Set(
      [...documents.values()].flatMap((document) => Object.values<{ name: string }>(document.resource?.aws_cloudwatch_log_group ?? {}).map(({ name }) => name)),
    );
    const found = await Promise.all(
      blueprint.regions.enabled.map(async (region) => {
        const groups = await pages(
          (nextToken) => aws.logs(region).send(new DescribeLogGroupsCommand({ logGroupNamePrefix: '/platform/', ...(nextToken ? { nextToken } : {}) })),
          (answer) => answer.logGroups,
          (answer) => answer.nextToken,
        );
        return groups.filter(({ logGroupName }) => !made.has(logGroupName as string)).map(({ logGroupName }) => `${logGroupName} in ${region}`);
      }),
    );
    return found
      .flat()
      .map((what): Finding => ({ kind: 'note', what: `log group ${what}`, consequence: 'no stack makes it any more; delete it when its events may go' }));
  },
};

export const SURVEYS: readonly Survey[] = [organizationLists, names, addresses, defaultNetworks, forgottenLogGroups, trustedNames];
