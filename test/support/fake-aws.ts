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
  DescribeHub: awsError('InvalidAccessException', 401, 'Account 111111111111 is not subscribed to AWS Security Hub'),
  DescribeResourcePolicy: awsError('ResourcePolicyNotFoundException'),
  DescribeTrails: { trailList: [] },
  DescribeVpcs: { Vpcs: [] },
  GetAccountPasswordPolicy: missing,
  GetAnomalyMonitors: { AnomalyMonitors: [] },
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
  ListDelegatedAdminAccounts: { delegatedAdminAccounts: [] },
  ListDetectors: { DetectorIds: [] },
  ListFindingAggregators: { FindingAggregators: [] },
  ListGraphs: { GraphList: [] },
  ListGroups: { Groups: [] },
  ListOpenIDConnectProviders: { OpenIDConnectProviderList: [] },
  'detective.ListOrganizationAdminAccounts': { Administrators: [] },
  'guardDuty.ListOrganizationAdminAccounts': { AdminAccounts: [] },
  'macie.ListOrganizationAdminAccounts': awsError('AccessDeniedException', 403, 'Macie is not enabled'),
  'securityHub.ListOrganizationAdminAccounts': { AdminAccounts: [] },
  ListOrganizationalUnitsForParent: { OrganizationalUnits: [] },
  ListPermissionSets: { PermissionSets: [] },
  ListPolicies: { Policies: [{ Name: 'FullAWSAccess', Id: 'p-FullAWSAccess' }] },
  ListRoles: { Roles: [] },
  ListRoots: { Roots: [{ Id: 'r-a1b2', PolicyTypes: [{ Type: 'SERVICE_CONTROL_POLICY', Status: 'ENABLED' }] }] },
};

/** Clients that answer from a table; an operation that it does not know is an error. Services that share a name of one stand before it: `macie.List...`. */
export function fakeAws(answers: Readonly<Record<string, Answer>> = {}): { aws: Aws; sent: Set<string> } {
  const sent = new Set<string>();
  const client = (service: string) => (region: string) => ({
    send: async (command: { input: Record<string, string> }) => {
      const plain = command.constructor.name.replace(/Command$/, '');
      const operation = `${service}.${plain}` in NOTHING ? `${service}.${plain}` : plain;
      sent.add(operation);
      const given = answers[operation] ?? NOTHING[operation] ?? new Error(`test/support/fake-aws.ts: has no answer for ${operation}`);
      const answer = typeof given === 'function' ? given(command.input, region) : given;
      if (answer instanceof Error) throw answer;
      return answer;
    },
  });
  return { aws: new Proxy({}, { get: (_target, service: string) => client(service) }) as Aws, sent };
}
