import type { Aws } from '../../tools/doctor/read-only-clients';

/** What AWS answers to an operation: a body, an error, or either by its input and region. */
export type Answer = object | Error | ((input: Record<string, string>, region: string) => object | Error);

/** An error as the SDK throws it. */
export const awsError = (name: string, httpStatusCode = 400, message = name): Error =>
  Object.assign(new Error(message), { name, $metadata: { httpStatusCode } });

const missing = awsError('NoSuchEntityException', 404);

/** A new account: nothing is there. Bodies as AWS sends them (API references of the services). */
const NOTHING: Readonly<Record<string, Answer>> = {
  DescribeBudgets: awsError('NotFoundException', 404),
  DescribeConfigurationRecorders: { ConfigurationRecorders: [] },
  DescribeDeliveryChannels: { DeliveryChannels: [] },
  DescribeInstanceAccessControlAttributeConfiguration: awsError('ResourceNotFoundException'),
  DescribeLogGroups: { logGroups: [] },
  DescribeResourcePolicy: awsError('ResourcePolicyNotFoundException'),
  DescribeVpcs: { Vpcs: [] },
  GetAccountPasswordPolicy: missing,
  GetGroup: missing,
  GetPolicy: missing,
  GetRole: missing,
  GetUser: missing,
  HeadBucket: awsError('NotFound', 404),
  ListAWSServiceAccessForOrganization: { EnabledServicePrincipals: [{ ServicePrincipal: 'sso.amazonaws.com' }] },
  ListAccounts: { Accounts: [{ Id: '111111111111', Email: 'aws+management@example.com', Name: 'management' }] },
  ListAliases: { Aliases: [{ AliasName: 'alias/aws/s3' }] },
  ListAnalyzers: { analyzers: [] },
  ListDelegatedAdministrators: { DelegatedAdministrators: [] },
  ListGroups: { Groups: [] },
  ListOpenIDConnectProviders: { OpenIDConnectProviderList: [] },
  ListOrganizationalUnitsForParent: { OrganizationalUnits: [] },
  ListPermissionSets: { PermissionSets: [] },
  ListPolicies: { Policies: [{ Name: 'FullAWSAccess', Id: 'p-FullAWSAccess' }] },
  ListRoles: { Roles: [] },
  ListRoots: { Roots: [{ Id: 'r-a1b2', PolicyTypes: [{ Type: 'SERVICE_CONTROL_POLICY', Status: 'ENABLED' }] }] },
};

/** Clients that answer from a table; an operation that it does not know is an error. */
export function fakeAws(answers: Readonly<Record<string, Answer>> = {}): { aws: Aws; sent: Set<string> } {
  const sent = new Set<string>();
  const client = (region: string) => ({
    send: async (command: { input: Record<string, string> }) => {
      const operation = command.constructor.name.replace(/Command$/, '');
      sent.add(operation);
      const given = answers[operation] ?? NOTHING[operation] ?? new Error(`test/support/fake-aws.ts: has no answer for ${operation}`);
      const answer = typeof given === 'function' ? given(command.input, region) : given;
      if (answer instanceof Error) throw answer;
      return answer;
    },
  });
  return { aws: new Proxy({}, { get: () => client }) as Aws, sent };
}
