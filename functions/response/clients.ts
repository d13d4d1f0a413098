import { CloudTrailClient } from '@aws-sdk/client-cloudtrail';
import { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import { ConfigServiceClient } from '@aws-sdk/client-config-service';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { EC2Client } from '@aws-sdk/client-ec2';
import { GuardDutyClient } from '@aws-sdk/client-guardduty';
import { IAMClient } from '@aws-sdk/client-iam';
import { OrganizationsClient } from '@aws-sdk/client-organizations';
import { S3Client } from '@aws-sdk/client-s3';
import { S3ControlClient } from '@aws-sdk/client-s3-control';
import { SecurityHubClient } from '@aws-sdk/client-securityhub';
import { SNSClient } from '@aws-sdk/client-sns';
import { AssumeRoleCommand, STSClient } from '@aws-sdk/client-sts';
import type { Settings } from './settings';

/** Clients in the account of an incident, with the rights of the response role there. */
export interface AccountClients {
  readonly cloudtrail: CloudTrailClient;
  readonly config: ConfigServiceClient;
  readonly ec2: EC2Client;
  readonly guardduty: GuardDutyClient;
  readonly iam: IAMClient;
  readonly s3: S3Client;
  readonly s3control: S3ControlClient;
  readonly securityhub: SecurityHubClient;
}

export interface Clients {
  readonly in: (account: string, region: string, session: string) => Promise<AccountClients>;
  /** The organization, with the right to attach the quarantine. */
  readonly organizations: (session: string) => Promise<OrganizationsClient>;
  readonly cloudwatch: CloudWatchClient;
  readonly dynamodb: DynamoDBClient;
  readonly sns: SNSClient;
  /** The hub of the security account. */
  readonly securityhub: SecurityHubClient;
}

/** Clients that assume a role for each incident; its id is the session's name, so that CloudTrail says why each call was made. */
export function clientsOf({ home, responseRole, quarantineRole }: Settings): Clients {
  const sts = new STSClient({ region: home });
  const assume = async (RoleArn: string, session: string) => {
    const { Credentials } = await sts.send(new AssumeRoleCommand({ RoleArn, RoleSessionName: session.slice(0, 64), DurationSeconds: 900 }));
    if (!Credentials?.AccessKeyId || !Credentials.SecretAccessKey) throw new Error(`${RoleArn}: gave no credentials`);
    return {
      accessKeyId: Credentials.AccessKeyId,
      secretAccessKey: Credentials.SecretAccessKey,
      ...(Credentials.SessionToken ? { sessionToken: Credentials.SessionToken } : {}),
    };
  };
  return {
    in: async (account, region, session) => {
      const options = { region, credentials: await assume(responseRole.replace('ACCOUNT', account), session) };
      return {
        cloudtrail: new CloudTrailClient(options),
        config: new ConfigServiceClient(options),
        ec2: new EC2Client(options),
        guardduty: new GuardDutyClient(options),
        iam: new IAMClient(options),
        s3: new S3Client(options),
        s3control: new S3ControlClient(options),
        securityhub: new SecurityHubClient(options),
      };
    },
    organizations: async (session) => new OrganizationsClient({ region: 'us-east-1', credentials: await assume(quarantineRole, session) }),
    cloudwatch: new CloudWatchClient({ region: home }),
    dynamodb: new DynamoDBClient({ region: home }),
    sns: new SNSClient({ region: home }),
    securityhub: new SecurityHubClient({ region: home }),
  };
}
