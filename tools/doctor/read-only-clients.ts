import { AccessAnalyzerClient } from '@aws-sdk/client-accessanalyzer';
import { BudgetsClient } from '@aws-sdk/client-budgets';
import { CloudTrailClient } from '@aws-sdk/client-cloudtrail';
import { CloudWatchLogsClient } from '@aws-sdk/client-cloudwatch-logs';
import { ConfigServiceClient } from '@aws-sdk/client-config-service';
import { CostExplorerClient } from '@aws-sdk/client-cost-explorer';
import { DetectiveClient } from '@aws-sdk/client-detective';
import { EC2Client } from '@aws-sdk/client-ec2';
import { GuardDutyClient } from '@aws-sdk/client-guardduty';
import { IAMClient } from '@aws-sdk/client-iam';
import { IdentitystoreClient } from '@aws-sdk/client-identitystore';
import { Inspector2Client } from '@aws-sdk/client-inspector2';
import { KMSClient } from '@aws-sdk/client-kms';
import { Macie2Client } from '@aws-sdk/client-macie2';
import { OrganizationsClient } from '@aws-sdk/client-organizations';
import { S3Client } from '@aws-sdk/client-s3';
import { SecurityHubClient } from '@aws-sdk/client-securityhub';
import { SSOAdminClient } from '@aws-sdk/client-sso-admin';
import { STSClient } from '@aws-sdk/client-sts';
import { sdkIdentity } from '../bootstrap/sdk-identity';

/** Client -> prefix of its actions in IAM, and its class. */
const CLIENTS = {
  accessAnalyzer: ['access-analyzer', AccessAnalyzerClient],
  budgets: ['budgets', BudgetsClient],
  cloudTrail: ['cloudtrail', CloudTrailClient],
  config: ['config', ConfigServiceClient],
  costExplorer: ['ce', CostExplorerClient],
  detective: ['detective', DetectiveClient],
  ec2: ['ec2', EC2Client],
  guardDuty: ['guardduty', GuardDutyClient],
  iam: ['iam', IAMClient],
  identityStore: ['identitystore', IdentitystoreClient],
  inspector: ['inspector2', Inspector2Client],
  kms: ['kms', KMSClient],
  logs: ['logs', CloudWatchLogsClient],
  macie: ['macie2', Macie2Client],
  organizations: ['organizations', OrganizationsClient],
  s3: ['s3', S3Client],
  securityHub: ['securityhub', SecurityHubClient],
  ssoAdmin: ['sso', SSOAdminClient],
  sts: ['sts', STSClient],
} as const;

/** Clients of an account, one for each service and region. */
export type Aws = { readonly [Name in keyof typeof CLIENTS]: (region: string) => InstanceType<(typeof CLIENTS)[Name][1]> };

/** Operations that change nothing, by AWS's own verbs. */
export const READS = /^(Describe|Get|Head|List)[A-Z]/;

interface Guarded {
  readonly middlewareStack: {
    add: (
      middleware: (next: (call: never) => unknown, context: { commandName?: string }) => (call: never) => unknown,
      options: { step: 'initialize'; name: string },
    ) => void;
  };
}

/** The permission that an operation of a client needs, on an error that AWS answered. */
export interface Refused {
  readonly permission?: string;
}

/**
 * What looks at an account and would change it is stopped before anything is sent, whatever its credentials allow.
 * @param prefix of the client's actions in IAM: errors say which permission the operation needs
 */
export function readOnly<Client>(client: Client, prefix: string): Client {
  (client as unknown as Guarded).middlewareStack.add(
    (next, { commandName = 'an unnamed operation' }) =>
      async (call) => {
        if (!READS.test(commandName)) throw new Error(`this client must only read, got ${commandName}; use another operation`);
        try {
          return await next(call);
        } catch (error) {
          throw Object.assign(error as Error, { permission: permission(prefix, commandName) });
        }
      },
    { step: 'initialize', name: 'readOnly' },
  );
  return client;
}

/** Permissions are named like operations, but for a few. */
const OTHERWISE: Readonly<Record<string, string>> = {
  's3:HeadBucket': 's3:ListBucket',
  'budgets:DescribeBudgets': 'budgets:ViewBudget',
};
function permission(prefix: string, commandName: string): string {
  const action = `${prefix}:${commandName.replace(/Command$/, '')}`;
  return OTHERWISE[action] ?? action;
}

export function readOnlyClients(env: NodeJS.ProcessEnv): Aws {
  const identity = sdkIdentity(env);
  // Another endpoint is a test server or a private one; neither has a host name for each bucket.
  const forcePathStyle = (env.AWS_ENDPOINT_URL_S3 ?? env.AWS_ENDPOINT_URL) !== undefined;
  const at = ([prefix, Client]: (typeof CLIENTS)[keyof typeof CLIENTS]) => {
    const made = new Map<string, unknown>();
    return (region: string) => {
      const client = made.get(region) ?? readOnly<unknown>(new Client({ region, ...(prefix === 's3' ? { forcePathStyle } : {}), ...identity }), prefix);
      made.set(region, client);
      return client;
    };
  };
  return Object.fromEntries(Object.entries(CLIENTS).map(([name, client]) => [name, at(client)])) as unknown as Aws;
}
