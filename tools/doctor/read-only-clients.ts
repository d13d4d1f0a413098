import { AccessAnalyzerClient } from '@aws-sdk/client-accessanalyzer';
import { BudgetsClient } from '@aws-sdk/client-budgets';
import { CloudWatchLogsClient } from '@aws-sdk/client-cloudwatch-logs';
import { ConfigServiceClient } from '@aws-sdk/client-config-service';
import { EC2Client } from '@aws-sdk/client-ec2';
import { IAMClient } from '@aws-sdk/client-iam';
import { IdentitystoreClient } from '@aws-sdk/client-identitystore';
import { KMSClient } from '@aws-sdk/client-kms';
import { OrganizationsClient } from '@aws-sdk/client-organizations';
import { S3Client } from '@aws-sdk/client-s3';
import { SSOAdminClient } from '@aws-sdk/client-sso-admin';
import { STSClient } from '@aws-sdk/client-sts';
import { sdkIdentity } from '../bootstrap/sdk-identity';

/** Clients of an account, one for each service and region. */
export interface Aws {
  readonly accessAnalyzer: (region: string) => AccessAnalyzerClient;
  readonly budgets: (region: string) => BudgetsClient;
  readonly config: (region: string) => ConfigServiceClient;
  readonly ec2: (region: string) => EC2Client;
  readonly iam: (region: string) => IAMClient;
  readonly identityStore: (region: string) => IdentitystoreClient;
  readonly kms: (region: string) => KMSClient;
  readonly logs: (region: string) => CloudWatchLogsClient;
  readonly organizations: (region: string) => OrganizationsClient;
  readonly s3: (region: string) => S3Client;
  readonly ssoAdmin: (region: string) => SSOAdminClient;
  readonly sts: (region: string) => STSClient;
}

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

/** What looks at an account and would change it is stopped before anything is sent, whatever its credentials allow. */
export function readOnly<Client>(client: Client): Client {
  (client as unknown as Guarded).middlewareStack.add(
    (next, { commandName = 'an unnamed operation' }) =>
      (call) => {
        if (!READS.test(commandName)) throw new Error(`this client must only read, got ${commandName}; use another operation`);
        return next(call);
      },
    { step: 'initialize', name: 'readOnly' },
  );
  return client;
}

export function readOnlyClients(env: NodeJS.ProcessEnv): Aws {
  const identity = sdkIdentity(env);
  // Another endpoint is a test server or a private one; neither has a host name for each bucket.
  const forcePathStyle = (env.AWS_ENDPOINT_URL_S3 ?? env.AWS_ENDPOINT_URL) !== undefined;
  const at = <Client>(make: (region: string) => Client) => {
    const made = new Map<string, Client>();
    return (region: string): Client => {
      const client = made.get(region) ?? readOnly(make(region));
      made.set(region, client);
      return client;
    };
  };
  return {
    accessAnalyzer: at((region) => new AccessAnalyzerClient({ region, ...identity })),
    budgets: at((region) => new BudgetsClient({ region, ...identity })),
    config: at((region) => new ConfigServiceClient({ region, ...identity })),
    ec2: at((region) => new EC2Client({ region, ...identity })),
    iam: at((region) => new IAMClient({ region, ...identity })),
    identityStore: at((region) => new IdentitystoreClient({ region, ...identity })),
    kms: at((region) => new KMSClient({ region, ...identity })),
    logs: at((region) => new CloudWatchLogsClient({ region, ...identity })),
    organizations: at((region) => new OrganizationsClient({ region, ...identity })),
    s3: at((region) => new S3Client({ region, forcePathStyle, ...identity })),
    ssoAdmin: at((region) => new SSOAdminClient({ region, ...identity })),
    sts: at((region) => new STSClient({ region, ...identity })),
  };
}
